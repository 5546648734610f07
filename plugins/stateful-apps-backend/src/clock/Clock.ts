/** Time as this plugin knows it, so that tests can step it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `task` once, `delayMs` from now; the answer takes it back. */
  after(delayMs: number, task: () => void): () => void;
}
