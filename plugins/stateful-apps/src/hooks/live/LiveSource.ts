/** What a message of a stream does to the data. */
export type LiveStep<TData> =
  | { type: 'data'; data: TData }
  | { type: 'heartbeat' }
  | { type: 'reload' }
  | { type: 'gone'; reason: string }
  | { type: 'problem'; message: string };

/** Where live data come from: first loaded whole, then followed. */
export interface LiveSource<TData, TMessage extends { revision: number }> {
  load(signal: AbortSignal): Promise<{ data: TData; revision: number }>;
  /** Left out where there is no stream: then it is loaded again and again. */
  changes?: {
    stream(after: number, signal: AbortSignal): AsyncIterable<TMessage>;
    apply(data: TData, message: TMessage): LiveStep<TData>;
  };
  /** Why what is followed is not there, where an error says so; it is looked for on. */
  goneReason?(error: Error): string | undefined;
  /** Milliseconds between loads while there is no stream. */
  pollMs?: number;
}
