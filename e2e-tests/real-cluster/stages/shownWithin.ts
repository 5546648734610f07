import { AppView } from '@stateful-apps/backstage-plugin-common';
import { AppUnderTest } from '../AppUnderTest';
import { refOf, Run } from '../Run';

/** Changes something and takes the time until the event stream of the app shows it. */
export async function shownWithin(
  run: Run,
  app: AppUnderTest,
  limitMs: number,
  {
    change,
    shows,
  }: {
    change: () => Promise<unknown>;
    shows: (view: AppView) => boolean;
  },
): Promise<string> {
  const stop = new AbortController();
  const timeout = setTimeout(() => stop.abort(), 30_000 + limitMs);
  try {
    let changed: number | undefined;
    let seen: number | undefined;
    let changing: Promise<unknown> | undefined;
    for await (const message of run.api.events(refOf(run, app), stop.signal)) {
      if (message.type !== 'view') continue;
      changing ??= change().then(() => {
        changed = performance.now();
      });
      if (shows(message.view)) {
        seen = performance.now();
        break;
      }
    }
    await changing;
    if (changed === undefined || seen === undefined) {
      throw new Error('The event stream ended before it showed the change.');
    }
    // The stream may be ahead of the program that made the change.
    const elapsed = Math.max(0, seen - changed);
    if (elapsed > limitMs) {
      throw new Error(
        `shown ${Math.round(
          elapsed,
        )} ms after kubectl ended, not within ${limitMs} ms`,
      );
    }
    return `${Math.round(elapsed)} ms after kubectl ended`;
  } catch (error) {
    if (stop.signal.aborted) {
      throw new Error('The event stream did not show the change in time.');
    }
    throw error;
  } finally {
    clearTimeout(timeout);
    stop.abort();
  }
}
