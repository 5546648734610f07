import { setTimeout as sleep } from 'node:timers/promises';
import { Viewer } from '../backend/Viewer';
import { Rig } from '../Rig';
import { openRawWatch } from './watchFloor';

const CHANGES = 30;

/** Milliseconds from a change in the cluster until it is known, sorted. */
export interface ChangeTimes {
  viewer: number[];
  /** Of a client that only reads the API server's watch. */
  floor: number[];
}

/** Makes a pod ready and not ready some times, and takes the time until each change is known. */
export async function measureChanges(
  rig: Rig,
  viewer: Viewer,
): Promise<ChangeTimes> {
  const times: ChangeTimes = { viewer: [], floor: [] };
  let onLine = () => {};
  const closeWatch = await openRawWatch(rig.clusterUrl, () => onLine());
  for (let i = 0; i < CHANGES; i++) {
    const ready = i % 2 === 1;
    const inWatch = new Promise<number>(resolve => {
      onLine = () => resolve(performance.now());
    });
    const inStream = shownTo(viewer, ready);
    const changed = performance.now();
    await rig.setReady(0, 1, ready);
    times.viewer.push((await inStream) - changed);
    times.floor.push((await inWatch) - changed);
    // Longer than any coalescing, so that each change is on its own.
    await sleep(700 + 20 * i);
  }
  closeWatch();
  times.viewer.sort((a, b) => a - b);
  times.floor.sort((a, b) => a - b);
  return times;
}

function shownTo(viewer: Viewer, ready: boolean): Promise<number> {
  return new Promise(resolve => {
    const stop = viewer.onMessage(message => {
      if (message.type !== 'view') return;
      if (message.view.identities[1].pod?.ready !== ready) return;
      stop();
      resolve(performance.now());
    });
  });
}
