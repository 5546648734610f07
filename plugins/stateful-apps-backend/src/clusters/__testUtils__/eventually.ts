/** Waits, for at most 20 s of real time, until something holds; real sockets take real time. */
export async function eventually(
  holds: () => boolean,
  what: string,
): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Never seen: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
