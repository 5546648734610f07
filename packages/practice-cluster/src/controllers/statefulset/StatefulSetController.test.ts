import { SeededRandom } from '../../clock/SeededRandom';
import { KubeObject } from '../../types';
import { sleeperSet } from '../../world/testing/sleeperSet';
import { TestCluster } from '../../world/testing/TestCluster';
import { isPodReady } from '../isPodReady';
import { ordinalOf } from './ordinalOf';

const SET = 'sleepers';

function start(
  spec: Record<string, unknown> = {},
  podSpec: Record<string, unknown> = {},
  seed = 1,
) {
  const cluster = new TestCluster(seed, { world: false });
  cluster.apply('statefulsets', sleeperSet(SET, spec, podSpec));
  return cluster;
}

const set = (cluster: TestCluster) =>
  cluster.store.get('statefulsets', 'course', SET)!;

const change = (cluster: TestCluster, apply: (draft: KubeObject) => void) =>
  cluster.store.update('statefulsets', 'course', SET, apply);

const ordinals = (cluster: TestCluster) =>
  cluster
    .pods(SET)
    .map(pod => ordinalOf(set(cluster), pod))
    .sort((one, other) => one - other);

const revisionOf = (cluster: TestCluster, pod: string) =>
  cluster.pod(pod)?.metadata.labels?.['controller-revision-hash'];

const hasAll = (cluster: TestCluster, count: number) => () =>
  cluster.pods(SET).length === count &&
  cluster
    .pods(SET)
    .every(pod => isPodReady(pod) && !pod.metadata.deletionTimestamp);

/** What Kubernetes promises of every StatefulSet at every instant; `lost` are the pods that somebody else deleted. */
function expectInvariants(
  cluster: TestCluster,
  ordered: boolean,
  lost: ReadonlySet<string>,
) {
  const pods = cluster.pods(SET);
  const names = pods.map(({ metadata }) => metadata.name);
  expect(new Set(names).size).toBe(names.length);
  for (const pod of pods) {
    const ordinal = ordinalOf(set(cluster), pod);
    expect(pod.spec).toMatchObject({
      hostname: `${SET}-${ordinal}`,
      subdomain: SET,
      volumes: [
        {
          name: 'data',
          persistentVolumeClaim: { claimName: `data-${SET}-${ordinal}` },
        },
      ],
    });
    expect(pod.metadata.labels).toMatchObject({
      'apps.kubernetes.io/pod-index': String(ordinal),
      'statefulset.kubernetes.io/pod-name': pod.metadata.name,
    });
  }
  if (!ordered) return;
  const going = pods.filter(
    ({ metadata }) => metadata.deletionTimestamp && !lost.has(metadata.uid),
  );
  expect(going.length).toBeLessThanOrEqual(1);
}

/** OrderedReady: no pod is created before all of lower ordinals are ready. */
function watchCreationOrder(cluster: TestCluster) {
  const early: string[] = [];
  cluster.store.subscribe(({ type, object }, resource) => {
    if (resource !== 'pods' || type !== 'ADDED') return;
    const ordinal = ordinalOf(set(cluster), object);
    for (let lower = 0; lower < ordinal; lower += 1) {
      const pod = cluster.pod(`${SET}-${lower}`);
      const ready = pod && isPodReady(pod) && !pod.metadata.deletionTimestamp;
      if (!ready) early.push(`${ordinal} before ${lower}`);
    }
  });
  return early;
}

describe.each(['OrderedReady', 'Parallel'])('%s', podManagementPolicy => {
  const ordered = podManagementPolicy === 'OrderedReady';
  const claims = [
    {
      metadata: { name: 'data' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Mi' } },
      },
    },
  ];

  it.each([1, 2])(
    'keeps its promises under random deletion, scaling and updates, seed %i',
    seed => {
      const cluster = start(
        { podManagementPolicy, volumeClaimTemplates: claims },
        {},
        seed,
      );
      const random = SeededRandom.create(seed + 100);
      const lost = new Set<string>();
      const early = ordered ? watchCreationOrder(cluster) : [];
      for (let step = 0; step < 120; step += 1) {
        const dice = random.next();
        const pods = cluster.pods(SET);
        const pick = pods[Math.floor(random.next() * pods.length)];
        if (dice < 0.06 && pick) {
          lost.add(pick.metadata.uid);
          cluster.deletePod(pick.metadata.name, { force: dice < 0.03 });
        } else if (dice < 0.09) {
          change(cluster, draft => {
            draft.spec.replicas = Math.floor(random.next() * 5);
          });
        } else if (dice < 0.11) {
          change(cluster, draft => {
            draft.spec.template.metadata.annotations = { step: String(step) };
          });
        }
        for (let fifth = 0; fifth < 5; fifth += 1) {
          cluster.advance(0.2);
          expectInvariants(cluster, ordered, lost);
        }
      }
      change(cluster, draft => {
        draft.spec.replicas = 3;
      });
      expect(cluster.secondsUntil(hasAll(cluster, 3), 300)).toBeDefined();
      expect(early).toEqual([]);
      cluster.advance(120);
      expect(hasAll(cluster, 3)()).toBe(true);
      const { updateRevision, currentRevision, ...counts } =
        set(cluster).status;
      expect(currentRevision).toBe(updateRevision);
      expect(counts).toMatchObject({
        replicas: 3,
        readyReplicas: 3,
        availableReplicas: 3,
        updatedReplicas: 3,
        currentReplicas: 3,
      });
    },
  );

  it('creates and scales down in its order', () => {
    const cluster = start({ podManagementPolicy });
    const seen: number[] = [];
    const early = ordered ? watchCreationOrder(cluster) : [];
    cluster.store.subscribe(({ type, object }, resource) => {
      if (resource === 'pods' && type === 'ADDED') {
        seen.push(ordinalOf(set(cluster), object));
      }
    });
    expect(cluster.secondsUntil(hasAll(cluster, 3), 60)).toBeDefined();
    expect(seen).toEqual([0, 1, 2]);
    expect(early).toEqual([]);
    change(cluster, draft => {
      draft.spec.replicas = 1;
    });
    cluster.advance(0.1);
    const going = cluster
      .pods(SET)
      .filter(({ metadata }) => metadata.deletionTimestamp)
      .map(({ metadata }) => metadata.name);
    expect(going).toEqual(ordered ? [`${SET}-2`] : [`${SET}-1`, `${SET}-2`]);
    cluster.advance(30);
    expect(ordinals(cluster)).toEqual([0]);
  });
});

describe('StatefulSetController', () => {
  it('replaces a lost pod under its name with a new uid', () => {
    const cluster = start();
    cluster.secondsUntil(hasAll(cluster, 3), 60);
    const { uid } = cluster.pod(`${SET}-1`)!.metadata;
    cluster.deletePod(`${SET}-1`);
    expect(cluster.secondsUntil(hasAll(cluster, 3), 60)).toBeDefined();
    expect(cluster.pod(`${SET}-1`)!.metadata.uid).not.toBe(uid);
  });

  it('begins at the first ordinal of the set', () => {
    const cluster = start({ ordinals: { start: 5 }, replicas: 2 });
    cluster.secondsUntil(hasAll(cluster, 2), 60);
    expect(ordinals(cluster)).toEqual([5, 6]);
  });

  it('updates from the highest ordinal down to the partition', () => {
    const cluster = start({
      updateStrategy: {
        type: 'RollingUpdate',
        rollingUpdate: { partition: 1 },
      },
    });
    cluster.secondsUntil(hasAll(cluster, 3), 60);
    const old = revisionOf(cluster, `${SET}-0`);
    const { uid } = cluster.pod(`${SET}-0`)!.metadata;
    change(cluster, draft => {
      draft.spec.template.metadata.annotations = { version: '2' };
    });
    cluster.advance(0.2);
    expect(cluster.pod(`${SET}-2`)?.metadata.deletionTimestamp).toBeDefined();
    cluster.advance(60);
    const { currentRevision, updateRevision } = set(cluster).status;
    expect([currentRevision, updateRevision]).toEqual([
      old,
      revisionOf(cluster, `${SET}-2`),
    ]);
    expect(revisionOf(cluster, `${SET}-1`)).toBe(updateRevision);
    expect(cluster.pod(`${SET}-0`)?.metadata.uid).toBe(uid);
    cluster.deletePod(`${SET}-0`);
    cluster.advance(30);
    expect(revisionOf(cluster, `${SET}-0`)).toBe(old);
  });

  it('goes back to a revision that it had without making another', () => {
    const cluster = start({ replicas: 1 });
    cluster.advance(20);
    const paint = (colour?: string) =>
      change(cluster, draft => {
        draft.spec.template.metadata.annotations = colour && { colour };
      });
    const first = set(cluster).status.currentRevision;
    paint('red');
    cluster.advance(30);
    expect(set(cluster).status.currentRevision).not.toBe(first);
    paint();
    cluster.advance(30);
    expect(set(cluster).status.currentRevision).toBe(first);
    const revisions = cluster.store.list('controllerrevisions', 'course');
    expect(revisions.map(({ revision }) => revision).sort()).toEqual([2, 3]);
  });

  it('with OnDelete leaves pods alone until somebody deletes them', () => {
    const cluster = start({ updateStrategy: { type: 'OnDelete' } });
    cluster.secondsUntil(hasAll(cluster, 3), 60);
    const old = revisionOf(cluster, `${SET}-2`);
    change(cluster, draft => {
      draft.spec.template.metadata.annotations = { version: '2' };
    });
    cluster.advance(60);
    expect(revisionOf(cluster, `${SET}-2`)).toBe(old);
    cluster.deletePod(`${SET}-2`);
    cluster.advance(30);
    expect(revisionOf(cluster, `${SET}-2`)).not.toBe(old);
  });

  it('waits minReadySeconds between ordered pods', () => {
    const cluster = start({ minReadySeconds: 20, replicas: 2 });
    cluster.advance(15);
    expect(ordinals(cluster)).toEqual([0]);
    expect(set(cluster).status).toMatchObject({
      readyReplicas: 1,
      availableReplicas: 0,
    });
    cluster.advance(15);
    expect(ordinals(cluster)).toEqual([0, 1]);
  });

  it('tells what it did in events', () => {
    const cluster = start({ replicas: 1 });
    cluster.advance(20);
    expect(cluster.events('SuccessfulCreate')[0].message).toBe(
      `create Pod ${SET}-0 in StatefulSet ${SET} successful`,
    );
    change(cluster, draft => {
      draft.spec.replicas = 0;
    });
    cluster.advance(20);
    expect(cluster.events('SuccessfulDelete')[0].message).toBe(
      `delete Pod ${SET}-0 in StatefulSet ${SET} successful`,
    );
  });
});
