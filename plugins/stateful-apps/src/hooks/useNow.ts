import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

// One timer for all ages on a page: they change together, and cost nothing when none is shown.
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Something computed from the current time; renders anew when the result changes, looked at once a second. */
export function useNow<TResult extends string | number | boolean>(
  compute: (nowMs: number) => TResult,
): TResult {
  return useSyncExternalStore(subscribe, () => compute(Date.now()));
}
