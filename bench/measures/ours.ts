import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { AppListView } from '@stateful-apps/backstage-plugin-common';
import { call } from '../backend/Client';
import { Viewer, VIEWED_PATH } from '../backend/Viewer';
import { CLUSTER } from '../backend/sides';
import { Rig } from '../Rig';
import { untilReady } from '../untilReady';
import { ChangeTimes, measureChanges } from './changes';

/** Watches last at least so long; each kind is watched by one. */
const SHORTEST_WATCH_MINUTES = 5;
/** After the first sight of an app its members are asked more often for a while; steady is what comes after. */
const SETTLE_MS = 90_000;
/** The same after a change of the viewed app alone. */
const CALM_MS = 30_000;

/** What our backend costs for some people with the same app open. */
export interface OurCost {
  /** Lists and watches, with the watches that are renewed less often than we look. */
  requestsAMinute: number;
  /** Questions to members. */
  probesAMinute: number;
  /** Without the members' answers, and they alone. */
  bytesAMinute: number;
  probeBytesAMinute: number;
}

export interface OurMeasures {
  /** Seconds from the first request to the API server until the fleet is complete. */
  coldStartSeconds: number;
  /** Bytes of the heap in use at the end. */
  heap: number;
  /** Share of one core in the steady state with the fewest viewers. */
  steadyCpu: number;
  byViewers: Map<number, OurCost>;
  firstPaint: { rawBytes: number; gzipBytes: number };
  fleetPage: { rows: number; rawBytes: number; gzipBytes: number };
  changes: ChangeTimes;
}

/** Our side in real time: nothing is multiplied but the window to a minute. */
export function measureOurs(
  rig: Rig,
  apps: number,
  viewers: number[],
  windowSeconds: number,
): Promise<OurMeasures> {
  return rig.withBackend('ours', async (backend, base) => {
    const [first] = rig.tokens;
    await untilReady(300_000, async () => {
      const fleet = await call(
        base,
        first,
        `/api/stateful-apps/apps?cluster=${CLUSTER}&limit=1`,
      );
      const { total, clusters } = JSON.parse(fleet.body) as AppListView;
      if (total !== apps || clusters[0].state !== 'live') {
        throw new Error(
          `${total} of ${apps} apps are known; the cluster is ${clusters[0]?.state}: ${clusters[0]?.message}`,
        );
      }
    });
    const { firstAt = NaN } = await rig.counts();
    const coldStartSeconds = (Date.now() - firstAt) / 1000;
    await sleep(SETTLE_MS);

    const byViewers = new Map<number, OurCost>();
    let steadyCpu = NaN;
    let changes: ChangeTimes = { viewer: [], floor: [] };
    for (const count of viewers) {
      const open = await Promise.all(
        rig.tokens.slice(0, count).map(token => Viewer.open(base, token)),
      );
      const before = await backend.usage();
      byViewers.set(count, await costOf(rig, windowSeconds));
      if (count === viewers[0]) {
        const { cpuSeconds } = await backend.usage();
        steadyCpu = (cpuSeconds - before.cpuSeconds) / windowSeconds;
        changes = await measureChanges(rig, open[0]);
        await sleep(CALM_MS);
      }
      for (const viewer of open) viewer.close();
    }
    const paint = await call(base, first, VIEWED_PATH);
    const fleet = await call(base, first, '/api/stateful-apps/apps?limit=50');
    return {
      coldStartSeconds,
      heap: (await backend.usage()).heap,
      steadyCpu,
      byViewers,
      firstPaint: sizes(paint),
      fleetPage: { rows: JSON.parse(fleet.body).items.length, ...sizes(fleet) },
      changes,
    };
  });
}

async function costOf(rig: Rig, windowSeconds: number): Promise<OurCost> {
  await rig.resetCounts();
  await sleep(windowSeconds * 1000);
  const counts = await rig.counts();
  const { list, watch, other, proxy, bytes, proxyBytes, openWatches } = counts;
  const aMinute = 60 / windowSeconds;
  return {
    requestsAMinute:
      (list + watch + other) * aMinute + openWatches / SHORTEST_WATCH_MINUTES,
    probesAMinute: proxy * aMinute,
    bytesAMinute: (bytes - proxyBytes) * aMinute,
    probeBytesAMinute: proxyBytes * aMinute,
  };
}

function sizes({ body, rawBytes }: { body: string; rawBytes: number }) {
  return { rawBytes, gzipBytes: gzipSync(body).length };
}
