import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { AppListView } from '@stateful-apps/backstage-plugin-common';
import { call } from '../backend/Client';
import { Viewer, VIEWED_PATH } from '../backend/Viewer';
import { CLUSTER } from '../backend/sides';
import { Rig } from '../Rig';
import { untilReady } from '../untilReady';
import { ChangeTimes, measureChanges } from './changes';

/** Longest watches last so long; each kind is watched by one. */
const SHORTEST_WATCH_MINUTES = 5;

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
  /** Seconds from the start of the process until the fleet is complete. */
  coldStartSeconds: number;
  /** Resident memory then, and processor time until then. */
  rss: number;
  coldStartCpuSeconds: number;
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
  const started = performance.now();
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
    const coldStartSeconds = (performance.now() - started) / 1000;
    const usage = await backend.usage();

    const byViewers = new Map<number, OurCost>();
    let changes: ChangeTimes = { viewer: [], floor: [] };
    for (const count of viewers) {
      const open = await Promise.all(
        rig.tokens.slice(0, count).map(token => Viewer.open(base, token)),
      );
      byViewers.set(count, await costOf(rig, windowSeconds));
      if (count === viewers[0]) changes = await measureChanges(rig, open[0]);
      for (const viewer of open) viewer.close();
    }
    const paint = await call(base, first, VIEWED_PATH);
    const fleet = await call(base, first, '/api/stateful-apps/apps?limit=50');
    return {
      coldStartSeconds,
      rss: usage.rss,
      coldStartCpuSeconds: usage.cpuSeconds,
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
