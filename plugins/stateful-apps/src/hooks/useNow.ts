import { useSyncExternalStore } from 'react';

const TICK_MS = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let lookedAt = 0;

// Looked at anew once a second only: React asks twice for what it renders, and must get the same.
function currentTime(): number {
  const now = Date.now();
  if (Math.abs(now - lookedAt) >= TICK_MS) lookedAt = now;
  return lookedAt;
}

// One timer for all ages on a page: they change together, and cost nothing when none is shown.
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    lookedAt = Date.now();
    for (const each of listeners) each();
  }, TICK_MS);
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
  return useSyncExternalStore(subscribe, () => compute(currentTime()));
}
