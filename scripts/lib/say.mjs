const started = Date.now();

/** Prints what is being done, with the seconds since the start. */
export function say(text) {
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(`[${String(seconds).padStart(4)} s] ${text}\n`);
}
