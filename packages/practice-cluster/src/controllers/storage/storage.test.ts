import { KubeObject } from '../../types';
import { isSettled } from '../../world/testing/isSettled';
import { TestCluster } from '../../world/testing/TestCluster';

const claim = (cluster: TestCluster, name: string) =>
  cluster.store.get('persistentvolumeclaims', 'course', name);

const volumeOf = (cluster: TestCluster, name: string) =>
  cluster.store.get(
    'persistentvolumes',
    undefined,
    claim(cluster, name)?.spec.volumeName ?? '',
  );

const messages = (cluster: TestCluster, reason: string) =>
  cluster.events(reason).map(({ message }) => message);

const page = async (cluster: TestCluster, pod: string) =>
  (await cluster.request(pod, '/', { port: 80 })).text;

describe('storage', () => {
  it('binds each claim to a volume on the node that the scheduler chose for its pod', () => {
    const cluster = new TestCluster(1).settled();
    for (const name of ['www-web-0', 'www-web-1']) {
      const pod = cluster.pod(name.replace('www-', ''));
      expect(claim(cluster, name)).toMatchObject({
        metadata: {
          finalizers: ['kubernetes.io/pvc-protection'],
          annotations: {
            'volume.kubernetes.io/selected-node': pod?.spec.nodeName,
          },
        },
        spec: { storageClassName: 'standard' },
        status: { phase: 'Bound', capacity: { storage: '100Mi' } },
      });
      const volume = volumeOf(cluster, name);
      const [term] = volume?.spec.nodeAffinity.required.nodeSelectorTerms;
      expect(term.matchExpressions[0].values).toEqual([pod?.spec.nodeName]);
      expect(volume?.status.phase).toBe('Bound');
    }
  });

  it('keeps what is on a claim when its pod goes, on the node where it is', async () => {
    const cluster = new TestCluster(1).settled();
    const before = cluster.pod('web-1');
    await cluster.exec(
      'web-1',
      'sh',
      '-c',
      'echo hand-made > /usr/share/nginx/html/own.html',
    );
    cluster.deletePod('web-1');
    cluster.advance(30);
    const after = cluster.pod('web-1');
    expect(after?.metadata.uid).not.toBe(before?.metadata.uid);
    expect(after?.spec.nodeName).toBe(before?.spec.nodeName);
    const own = await cluster.request('web-1', '/own.html', { port: 80 });
    expect(own.text).toBe('hand-made\n');
  });

  it('gives each identity its own pages', async () => {
    const cluster = new TestCluster(1).settled();
    expect(await page(cluster, 'web-0')).toContain('web-0');
    expect(await page(cluster, 'web-1')).toContain('web-1');
  });

  it('leaves claims Pending without a provider, says why, and catches up when there is one', () => {
    const cluster = new TestCluster(1, { storage: false });
    cluster.advance(30);
    expect(claim(cluster, 'www-web-0')?.status.phase).toBe('Pending');
    expect(cluster.pod('web-0')?.status.phase).toBe('Pending');
    expect(messages(cluster, 'FailedBinding')).toContain(
      'no persistent volumes available for this claim and no storage class is set',
    );
    expect(messages(cluster, 'FailedScheduling')).toContain(
      '0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.',
    );
    expect(cluster.pods('consul')).toHaveLength(3);
    cluster.core.setStorage(true);
    cluster.advance(60);
    expect(isSettled(cluster.store)).toBe(true);
  });

  it('says that the class is gone when the provider was taken away later', () => {
    const cluster = new TestCluster(1).settled();
    cluster.core.setStorage(false);
    cluster.store.update('statefulsets', 'course', 'web', (set: KubeObject) => {
      set.spec.replicas = 3;
      set.spec.volumeClaimTemplates[0].spec.storageClassName = 'standard';
    });
    cluster.advance(20);
    expect(messages(cluster, 'ProvisioningFailed')).toContain(
      'storageclass.storage.k8s.io "standard" not found',
    );
    // What is bound stays bound.
    expect(claim(cluster, 'www-web-0')?.status.phase).toBe('Bound');
  });

  it('keeps a claim that a pod uses, and drops its volume with it', () => {
    const cluster = new TestCluster(1).settled();
    const uid = claim(cluster, 'www-web-1')?.metadata.uid;
    const volume = volumeOf(cluster, 'www-web-1')!;
    cluster.store.delete('persistentvolumeclaims', 'course', 'www-web-1');
    cluster.advance(10);
    expect(
      claim(cluster, 'www-web-1')?.metadata.deletionTimestamp,
    ).toBeDefined();
    cluster.deletePod('web-1');
    cluster.advance(60);
    expect(claim(cluster, 'www-web-1')?.metadata.uid).not.toBe(uid);
    expect(
      cluster.store.get('persistentvolumes', undefined, volume.metadata.name),
    ).toBeUndefined();
    expect(cluster.pod('web-1')?.status.phase).toBe('Running');
  });

  it.each([
    ['Retain', true],
    ['Delete', false],
  ])(
    'after scaling down with whenScaled %s the claim stays: %s',
    (whenScaled, stays) => {
      const cluster = new TestCluster(1).settled();
      cluster.store.update(
        'statefulsets',
        'course',
        'web',
        (set: KubeObject) => {
          set.spec.persistentVolumeClaimRetentionPolicy.whenScaled = whenScaled;
          set.spec.replicas = 1;
        },
      );
      cluster.advance(60);
      expect(cluster.pod('web-1')).toBeUndefined();
      expect(claim(cluster, 'www-web-1') !== undefined).toBe(stays);
      expect(claim(cluster, 'www-web-0')).toBeDefined();
    },
  );

  it('tells how much of each volume is used', async () => {
    const cluster = new TestCluster(1).settled();
    const { nodeName } = cluster.pod('consul-persistent-0')!.spec;
    const summary: any = await cluster.core.runtime.statsSummary(nodeName);
    const pod = summary.pods.find(
      ({ podRef }: any) => podRef.name === 'consul-persistent-0',
    );
    const [data] = pod.volume;
    expect(data).toMatchObject({
      name: 'data',
      pvcRef: { name: 'data-consul-persistent-0', namespace: 'course' },
    });
    // The write-ahead log takes 64 MiB at once.
    expect(data.usedBytes).toBeGreaterThan(64 * 1024 ** 2);
    expect(data.usedBytes).toBeLessThan(65 * 1024 ** 2);
    expect(data.inodesUsed).toBeGreaterThan(3);
  });
});
