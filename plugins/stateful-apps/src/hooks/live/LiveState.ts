/**
 * What is known of something that is followed live. Data once had are kept
 * under every later trouble; `provenAt` is the browser's instant, in
 * milliseconds, at which the backend last vouched for them.
 */
export type LiveState<TData> =
  | { status: 'connecting' }
  | { status: 'failed'; error: Error; retryAt: number }
  | {
      status: 'live';
      data: TData;
      provenAt: number;
      transport: 'stream' | 'polling';
    }
  | { status: 'stale'; data: TData; provenAt: number }
  | {
      status: 'reconnecting';
      data: TData;
      provenAt: number;
      error: Error;
      retryAt: number;
    }
  | { status: 'paused'; data: TData; provenAt: number }
  | { status: 'gone'; reason: string; data?: TData; provenAt?: number };

/** What happens to a {@link LiveState}. */
export type LiveEvent<TData> =
  | {
      type: 'received';
      data: TData;
      at: number;
      transport: 'stream' | 'polling';
    }
  | { type: 'heartbeat'; at: number }
  | { type: 'silent' }
  | { type: 'lost'; error: Error; retryAt: number }
  | { type: 'paused' }
  | { type: 'gone'; reason: string };
