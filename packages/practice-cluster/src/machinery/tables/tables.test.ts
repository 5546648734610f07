import { formatDuration } from './formatDuration';
import { podStatus } from './podStatus';
import { renderTable } from './renderTable';
import { RESOURCE_DEFINITIONS } from '../resourceDefinitions';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

describe('formatDuration', () => {
  it.each([
    [0, '0s'],
    [-5 * SECOND, '<invalid>'],
    [119 * SECOND, '119s'],
    [120 * SECOND, '2m'],
    [185 * SECOND, '3m5s'],
    [11 * 60 * SECOND, '11m'],
    [3 * HOUR, '3h'],
    [7.5 * HOUR, '7h30m'],
    [47 * HOUR, '47h'],
    [50 * HOUR, '2d2h'],
    [100 * 24 * HOUR, '100d'],
    [3 * 365 * 24 * HOUR, '3y'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});

describe('podStatus', () => {
  const pod = (
    status: object,
    metadata: object = {},
    spec: object = {},
  ): any => ({
    metadata,
    spec,
    status,
  });
  const running = { ready: true, state: { running: {} } };

  it.each([
    ['Pending', pod({ phase: 'Pending' })],
    ['Running', pod({ phase: 'Running', containerStatuses: [running] })],
    [
      'CrashLoopBackOff',
      pod({
        phase: 'Running',
        containerStatuses: [
          { state: { waiting: { reason: 'CrashLoopBackOff' } } },
        ],
      }),
    ],
    [
      'ExitCode:3',
      pod({
        phase: 'Failed',
        containerStatuses: [{ state: { terminated: { exitCode: 3 } } }],
      }),
    ],
    [
      'Init:0/1',
      pod(
        {
          phase: 'Pending',
          initContainerStatuses: [{ state: { running: {} } }],
        },
        {},
        { initContainers: [{}] },
      ),
    ],
    [
      'Init:ErrImagePull',
      pod({
        phase: 'Pending',
        initContainerStatuses: [
          { state: { waiting: { reason: 'ErrImagePull' } } },
        ],
      }),
    ],
    ['Evicted', pod({ phase: 'Failed', reason: 'Evicted' })],
    [
      'Terminating',
      pod(
        { phase: 'Running', containerStatuses: [running] },
        { deletionTimestamp: 'x' },
      ),
    ],
  ])('%s', (status, object) => {
    expect(podStatus(object)).toBe(status);
  });
});

describe('renderTable', () => {
  it('has columns for every resource that is stored', () => {
    for (const { name } of RESOURCE_DEFINITIONS) {
      const { columnDefinitions } = renderTable(
        name,
        [],
        {},
        {
          now: 0,
          includeObject: 'Metadata',
          withColumns: true,
        },
      );
      expect(columnDefinitions.length).toBeGreaterThan(1);
    }
  });

  it('shows a claim as kubectl does', () => {
    const claim: any = {
      metadata: { name: 'data', creationTimestamp: '2026-01-01T00:00:00Z' },
      spec: {
        volumeName: 'pvc-1',
        storageClassName: 'standard',
        volumeMode: 'Filesystem',
      },
      status: {
        phase: 'Bound',
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteOnce'],
      },
    };
    const { rows } = renderTable(
      'persistentvolumeclaims',
      [claim],
      {},
      {
        now: Date.parse('2026-01-01T00:01:18Z'),
        includeObject: 'None',
        withColumns: true,
      },
    );
    expect(rows).toEqual([
      {
        cells: [
          'data',
          'Bound',
          'pvc-1',
          '1Gi',
          'RWO',
          'standard',
          '<unset>',
          '78s',
          'Filesystem',
        ],
      },
    ]);
  });
});
