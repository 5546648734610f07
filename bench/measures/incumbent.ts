import { gzipSync } from 'node:zlib';
import { refreshIncumbent } from '../backend/Viewer';
import { Side } from '../backend/sides';
import { Rig } from '../Rig';
import { untilReady } from '../untilReady';

const REFRESHES_A_MINUTE = 6;
const ROUNDS = 5;
const AT_ONCE = 5;

/** What plugin-kubernetes costs for some people with the same entity open. */
export interface IncumbentCost {
  requestsAMinute: number;
  bytesAMinute: number;
}

export interface IncumbentMeasures {
  byViewers: Map<number, IncumbentCost>;
  /** What the browser gets before it can show anything. */
  firstPaint: { rawBytes: number; gzipBytes: number };
  /** Bytes of the heap in use at the end. */
  heap: number;
}

/**
 * Time is compressed: what each viewer asks in ten seconds is asked as fast as
 * it is answered, for some rounds, and counted by the API server; nothing is shared between
 * rounds, so six of them are a minute.
 */
export function measureIncumbent(
  rig: Rig,
  side: Side,
  viewers: number[],
): Promise<IncumbentMeasures> {
  return rig.withBackend(side, async (backend, base) => {
    const [first] = rig.tokens;
    const answer = await untilReady(60_000, () =>
      refreshIncumbent(base, first),
    );
    const byViewers = new Map<number, IncumbentCost>();
    for (const count of viewers) {
      await rig.resetCounts();
      for (let round = 0; round < ROUNDS; round++) {
        await refreshAll(base, rig.tokens.slice(0, count));
      }
      const { list, other, bytes } = await rig.counts();
      byViewers.set(count, {
        requestsAMinute: ((list + other) * REFRESHES_A_MINUTE) / ROUNDS,
        bytesAMinute: (bytes * REFRESHES_A_MINUTE) / ROUNDS,
      });
    }
    return {
      byViewers,
      heap: (await backend.usage()).heap,
      firstPaint: {
        rawBytes: answer.rawBytes,
        gzipBytes: gzipSync(answer.body).length,
      },
    };
  });
}

/** A few at a time, so that the backend is not asked to do ten seconds' work in one moment. */
async function refreshAll(base: string, tokens: string[]): Promise<void> {
  const waiting = [...tokens];
  const work = async () => {
    for (let token = waiting.pop(); token; token = waiting.pop()) {
      await refreshIncumbent(base, token);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
