import { IncumbentMeasures } from '../measures/incumbent';
import { OurMeasures } from '../measures/ours';
import { percentile } from './percentile';
import { Goal, Result } from './Result';

const MEGABYTE = 1e6;
/** Raw and compressed bytes of what a page needs first. */
const PAINT_RAW = 6000;
const PAINT_GZIP = 1500;
const FLEET_RAW = 10_000;

/** The measured figures with their goals. */
export function rowsOf(
  incumbent: IncumbentMeasures,
  withMetrics: IncumbentMeasures,
  ours: OurMeasures,
  cluster: { apps: number; consulApps: number },
): Result[] {
  const results: Result[] = [];
  for (const [viewers, cost] of ours.byViewers) {
    const size = viewers === 1 ? '1 viewer' : `${viewers} viewers`;
    const theirs = incumbent.byViewers.get(viewers);
    results.push(
      {
        id: 'B1',
        measure: 'requests to the API server',
        size,
        unit: '1/min',
        incumbent: theirs?.requestsAMinute,
        ours: cost.requestsAMinute,
        goal: requestGoal(viewers),
      },
      {
        id: 'B1',
        measure: 'the same, plugin-kubernetes with pod metrics',
        size,
        unit: '1/min',
        incumbent: withMetrics.byViewers.get(viewers)?.requestsAMinute,
        ours: cost.requestsAMinute,
      },
      {
        id: 'B1',
        measure: 'questions to members, which it does not ask',
        size: `${size}, ${cluster.consulApps} Consul clusters`,
        unit: '1/min',
        ours: cost.probesAMinute,
      },
      {
        id: 'B3',
        measure: 'bytes from the API server, objects',
        size,
        unit: 'B/min',
        incumbent: theirs?.bytesAMinute,
        ours: cost.bytesAMinute,
        goal: viewers >= 10 ? { kind: 'ratio', atLeast: 100 } : undefined,
      },
      {
        id: 'B3',
        measure: 'the same with the answers of members',
        size,
        unit: 'B/min',
        incumbent: theirs?.bytesAMinute,
        ours: cost.bytesAMinute + cost.probeBytesAMinute,
      },
    );
  }
  results.push(
    ...paintRows(incumbent, ours),
    ...timeRows(incumbent, ours, cluster),
  );
  return results;
}

function requestGoal(viewers: number): Goal {
  if (viewers >= 100) return { kind: 'ratio', atLeast: 900 };
  if (viewers >= 10) return { kind: 'ratio', atLeast: 100 };
  return { kind: 'most', atMost: 10 };
}

function paintRows(incumbent: IncumbentMeasures, ours: OurMeasures): Result[] {
  const tab = { id: 'B4', size: '3 pods', unit: 'B' };
  const fleet = { id: 'B4', size: `${ours.fleetPage.rows} rows`, unit: 'B' };
  return [
    {
      ...tab,
      measure: 'entity tab, first paint',
      incumbent: incumbent.firstPaint.rawBytes,
      ours: ours.firstPaint.rawBytes,
      goal: { kind: 'most', atMost: PAINT_RAW },
    },
    {
      ...tab,
      measure: 'entity tab, first paint, gzip',
      incumbent: incumbent.firstPaint.gzipBytes,
      ours: ours.firstPaint.gzipBytes,
      goal: { kind: 'most', atMost: PAINT_GZIP },
    },
    {
      ...fleet,
      measure: 'fleet, first page',
      ours: ours.fleetPage.rawBytes,
      goal: { kind: 'most', atMost: FLEET_RAW },
    },
    {
      ...fleet,
      measure: 'fleet, first page, gzip',
      ours: ours.fleetPage.gzipBytes,
    },
  ];
}

function timeRows(
  incumbent: IncumbentMeasures,
  ours: OurMeasures,
  { apps, consulApps }: { apps: number; consulApps: number },
): Result[] {
  const size = `${apps} StatefulSets`;
  const { viewer, floor } = ours.changes;
  const change = (share: number, name: string, atMost: number): Result[] => [
    {
      id: 'B2',
      measure: `change to event stream, ${name}`,
      size,
      unit: 'ms',
      ours: percentile(viewer, share),
      goal: { kind: 'most', atMost },
    },
    {
      id: 'B2',
      measure: `the same, a client of the raw watch`,
      size,
      unit: 'ms',
      ours: percentile(floor, share),
    },
  ];
  return [
    ...change(0.5, 'median', 100),
    ...change(0.99, '99 %', 300),
    {
      id: 'B5',
      measure: 'first list to complete fleet',
      size,
      unit: 's',
      ours: ours.coldStartSeconds,
    },
    {
      id: 'B6',
      measure: 'heap of the whole backend after a collection',
      size,
      unit: 'MB',
      incumbent: incumbent.heap / MEGABYTE,
      ours: ours.heap / MEGABYTE,
    },
    {
      id: 'B7',
      measure: 'processor time in steady state',
      size: `${size}, ${consulApps} of them Consul`,
      unit: 'cores',
      ours: ours.steadyCpu,
    },
  ];
}
