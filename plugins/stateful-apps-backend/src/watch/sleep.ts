import { Clock } from '../clock';

/** Resolves after `ms`, or at once when the signal aborts. */
export function sleep(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
      return;
    }
    let cancel = () => {};
    const wake = () => {
      cancel();
      signal.removeEventListener('abort', wake);
      resolve();
    };
    cancel = clock.after(ms, wake);
    signal.addEventListener('abort', wake);
  });
}
