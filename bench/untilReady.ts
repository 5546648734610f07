import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until it is answered; throws the last complaint when the time is up. */
export async function untilReady<T>(
  withinMs: number,
  attempt: () => Promise<T>,
  everyMs = 100,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await sleep(everyMs);
  }
}
