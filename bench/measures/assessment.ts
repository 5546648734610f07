import { AppInputs, assessApp } from '@stateful-apps/backstage-plugin-common';
import { Result } from '../results/Result';
import { recordedInputs } from './recordedInputs';

const MEASURED_MS = 2000;

/** How many apps one core assesses in a second, healthy and in trouble. */
export function measureAssessment(): Result[] {
  // The instant of the recording: its leases and probes are fresh then.
  const healthy = recordedInputs('2026-11-22T14:20:00.000Z');
  const lost: AppInputs = {
    ...healthy,
    pods: healthy.pods.slice(0, 1),
    probes: new Map([...healthy.probes].slice(0, 1)),
  };
  return [
    row('three servers, healthy', healthy),
    row('three servers, two pods lost', lost),
  ];
}

function row(size: string, inputs: AppInputs): Result {
  return {
    id: 'B8',
    measure: 'assessments by one core',
    size,
    unit: '1/s',
    ours: perSecond(inputs),
    goal: { kind: 'least', atLeast: 20_000 },
  };
}

function perSecond(inputs: AppInputs): number {
  // The first half warms the compiler up.
  let count = 0;
  let start = performance.now();
  const half = start + MEASURED_MS;
  while (performance.now() < half) assessApp(inputs, 1);
  start = performance.now();
  const end = start + MEASURED_MS;
  while (performance.now() < end) {
    assessApp(inputs, 1);
    count += 1;
  }
  return (count * 1000) / (performance.now() - start);
}
