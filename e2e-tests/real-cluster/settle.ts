import { setTimeout as sleep } from 'node:timers/promises';
import { Comparison } from './compare/Row';

/** Asks again until it is so; throws the last complaint when the time is up. */
export async function eventually<T>(
  withinMs: number,
  attempt: () => Promise<T>,
  everyMs = 500,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Final) throw error.reason;
      if (performance.now() > end) throw error;
    }
    await sleep(everyMs);
  }
}

/** Ends {@link eventually} at once: asking again cannot help. */
export class Final extends Error {
  constructor(readonly reason: Error) {
    super(reason.message);
  }
}

/** Compares until nothing differs; what still differs at the end is thrown, all of it. */
export async function agree(
  withinMs: number,
  compare: () => Promise<Comparison>,
): Promise<string> {
  return eventually(withinMs, async () => {
    const { fields, differences } = await compare();
    if (differences.length) throw new Error(differences.join('\n'));
    return `${fields} fields agree`;
  });
}
