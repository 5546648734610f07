/** What a parent asks a child of the benchmark, and what it answers. */
export interface Question {
  id: number;
  method: string;
  argument?: unknown;
}

export interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

/** Processor time and memory of a process, as it counts them itself. */
export interface Usage {
  /** Seconds of one core since the start. */
  cpuSeconds: number;
  /** Bytes of the heap in use after a collection. */
  heap: number;
}
