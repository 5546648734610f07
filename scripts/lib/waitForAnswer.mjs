import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 250;

/** Asks a URL until it answers with success. Gives up when the signal says so. */
export async function waitForAnswer(url, signal) {
  while (!signal.aborted) {
    try {
      const response = await fetch(url, { signal, redirect: 'manual' });
      await response.arrayBuffer();
      if (response.ok) return;
    } catch {
      // Not there yet.
    }
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => {});
  }
  throw signal.reason;
}
