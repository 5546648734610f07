import { Clock } from './Clock';

/**
 * Passes messages on until none has come for a while; then calls `onSilent`,
 * which is to abort the stream behind them, and ends.
 */
export async function* untilSilent<TMessage>(
  messages: AsyncIterable<TMessage>,
  options: { clock: Clock; limitMs: number; onSilent: () => void },
): AsyncGenerator<TMessage> {
  const iterator = messages[Symbol.asyncIterator]();
  try {
    for (;;) {
      const watch = new AbortController();
      const next = iterator.next();
      const result = await Promise.race([
        next,
        options.clock
          .sleep(options.limitMs, watch.signal)
          .then(() => undefined),
      ]).finally(() => watch.abort());
      if (!result) {
        // The abort that follows makes it reject, and silence has been reported already.
        next.catch(() => undefined);
        options.onSilent();
        return;
      }
      if (result.done) return;
      yield result.value;
    }
  } finally {
    // Not awaited: it is only done once the aborted read is.
    iterator.return?.().catch(() => undefined);
  }
}
