/** Waits, for at most 20 s of real time, until something holds. */
export async function eventually(
  holds: () => boolean,
  everyMs = 10,
): Promise<void> {
  const end = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Never held: ${holds}`);
    await new Promise(resolve => setTimeout(resolve, everyMs));
  }
}
