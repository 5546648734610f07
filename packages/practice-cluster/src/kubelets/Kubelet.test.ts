import { TestCluster } from '../world/testing/TestCluster';

function podOf(name: string, containers: object[], rest: object = {}) {
  return {
    metadata: { name, namespace: 'course', labels: { app: name } },
    spec: { terminationGracePeriodSeconds: 10, containers, ...rest },
  };
}

function run(containers: object[], rest: object = {}) {
  const cluster = new TestCluster(1, { world: false });
  cluster.apply('pods', podOf('one', containers, rest));
  return cluster;
}

const main = (script: string, rest: object = {}) => ({
  name: 'main',
  image: 'busybox',
  command: ['sh', '-c', script],
  ...rest,
});

const status = (cluster: TestCluster) => cluster.pod('one')?.status;
const container = (cluster: TestCluster) =>
  status(cluster)?.containerStatuses?.[0];

describe('Kubelet', () => {
  it('runs init containers one after the other, then the pod', () => {
    const cluster = run(
      [
        main('cat /shared/order; sleep 1000', {
          volumeMounts: [{ name: 'shared', mountPath: '/shared' }],
        }),
      ],
      {
        initContainers: [1, 2].map(number => ({
          name: `init-${number}`,
          image: 'alpine',
          command: ['sh', '-c', `sleep 2 && echo ${number} >> /shared/order`],
          volumeMounts: [{ name: 'shared', mountPath: '/shared' }],
        })),
        volumes: [{ name: 'shared', emptyDir: {} }],
      },
    );
    cluster.advance(3);
    expect(status(cluster)).toMatchObject({ phase: 'Pending' });
    expect(container(cluster).state).toEqual({
      waiting: { reason: 'PodInitializing' },
    });
    cluster.advance(10);
    expect(status(cluster)).toMatchObject({ phase: 'Running' });
    expect(cluster.log('one')).toBe('1\n2');
    expect(container(cluster).containerID).toMatch(
      /^containerd:\/\/[0-9a-f]{64}$/,
    );
  });

  it('says what is wrong with an image that no registry has', () => {
    const cluster = run([{ name: 'main', image: 'nowhere/nothing:1' }]);
    cluster.advance(2.2);
    expect(container(cluster).state.waiting.reason).toBe('ErrImagePull');
    cluster.advance(3);
    expect(container(cluster).state.waiting.reason).toBe('ImagePullBackOff');
    expect(cluster.events('Failed').map(({ message }) => message)).toContain(
      'Failed to pull image "nowhere/nothing:1": rpc error: code = NotFound desc = failed to pull and unpack image "docker.io/nowhere/nothing:1": failed to resolve reference "docker.io/nowhere/nothing:1": docker.io/nowhere/nothing:1: not found',
    );
    expect(() => cluster.log('one')).toThrow(
      'container "main" in pod "one" is waiting to start: image can\'t be pulled',
    );
  });

  it('waits longer after each crash, and keeps the log of the one before', () => {
    const cluster = run([main('echo $HOSTNAME; exit 3')]);
    cluster.advance(8);
    expect(container(cluster).restartCount).toBe(1);
    expect(container(cluster).state.waiting).toMatchObject({
      reason: 'CrashLoopBackOff',
      message: expect.stringMatching(
        /^back-off 10s restarting failed container=main pod=one_course\(/,
      ),
    });
    expect(container(cluster).lastState.terminated).toMatchObject({
      exitCode: 3,
      reason: 'Error',
    });
    expect(cluster.log('one', true)).toBe('one');
    const starts = () => container(cluster).restartCount;
    cluster.advance(15);
    expect(starts()).toBe(2);
    cluster.advance(10);
    expect(starts()).toBe(2);
    cluster.advance(15);
    expect(starts()).toBe(3);
    expect(cluster.events('BackOff').length).toBeGreaterThan(0);
  });

  it.each([
    ['Never', 'exit 0', 'Succeeded'],
    ['Never', 'exit 1', 'Failed'],
    ['OnFailure', 'exit 0', 'Succeeded'],
  ])(
    'with restartPolicy %s ends after "%s" as %s',
    (restartPolicy, script, phase) => {
      const cluster = run([main(script)], { restartPolicy });
      cluster.advance(20);
      expect(status(cluster)?.phase).toBe(phase);
      expect(container(cluster).restartCount).toBe(0);
    },
  );

  it('gives a container that ignores TERM its whole grace period, then kills it', () => {
    const cluster = run([main('sleep 1000')]);
    cluster.advance(10);
    cluster.deletePod('one');
    cluster.advance(9.9);
    expect(status(cluster)?.containerStatuses[0].state.running).toBeDefined();
    cluster.advance(1.5);
    expect(container(cluster)?.state.terminated?.exitCode ?? 137).toBe(137);
    cluster.advance(2);
    expect(cluster.pod('one')).toBeUndefined();
  });

  it('runs the preStop hook inside the grace period, before TERM', () => {
    const hook = (seconds: number) => ({
      lifecycle: {
        preStop: {
          exec: {
            command: ['sh', '-c', `echo bye > /out/bye; sleep ${seconds}`],
          },
        },
      },
      volumeMounts: [{ name: 'out', mountPath: '/out' }],
    });
    const volumes = [{ name: 'out', hostPath: { path: '/keep' } }];
    const gone = (seconds: number) => {
      const cluster = run(
        [{ name: 'main', image: 'nginx', ...hook(seconds) }],
        { volumes },
      );
      cluster.advance(10);
      cluster.deletePod('one');
      const took = cluster.secondsUntil(() => !cluster.pod('one'), 60)!;
      return { took, failed: cluster.events('FailedPreStopHook').length };
    };
    const quick = gone(4);
    expect(quick.took).toBeGreaterThan(4);
    expect(quick.took).toBeLessThan(7);
    expect(quick.failed).toBe(0);
    const slow = gone(60);
    expect(slow.took).toBeGreaterThan(10);
    expect(slow.took).toBeLessThan(14);
    expect(slow.failed).toBe(1);
  });

  it('calls a pod ready when its probe says so, and not while it fails', async () => {
    const cluster = run([
      main('sleep 1000', {
        readinessProbe: {
          exec: { command: ['test', '-f', '/tmp/ready'] },
          periodSeconds: 1,
          failureThreshold: 1,
        },
      }),
    ]);
    const ready = () =>
      status(cluster)?.conditions.find(({ type }: any) => type === 'Ready');
    cluster.advance(10);
    expect(ready()).toMatchObject({
      status: 'False',
      reason: 'ContainersNotReady',
      message: 'containers with unready status: [main]',
    });
    expect(cluster.events('Unhealthy').length).toBeGreaterThan(0);
    await cluster.exec('one', 'touch', '/tmp/ready');
    cluster.advance(3);
    expect(ready()).toMatchObject({ status: 'True' });
    await cluster.exec('one', 'rm', '/tmp/ready');
    cluster.advance(3);
    expect(ready()).toMatchObject({ status: 'False' });
  });

  it('restarts a container that its liveness probe gives up', () => {
    const cluster = run([
      {
        name: 'main',
        image: 'nginx',
        livenessProbe: {
          httpGet: { path: '/alive', port: 80 },
          periodSeconds: 2,
          failureThreshold: 2,
        },
      },
    ]);
    cluster.advance(15);
    expect(container(cluster).restartCount).toBeGreaterThan(0);
    expect(cluster.events('Unhealthy')[0].message).toBe(
      'Liveness probe failed: HTTP probe failed with statuscode: 404',
    );
  });

  it('drops an emptyDir with its pod, and an image volume with its container', async () => {
    const cluster = new TestCluster(1).settled();
    const write = await cluster.exec(
      'consul-0',
      'sh',
      '-c',
      'echo x > /consul/data/mark && cat /consul/data/mark',
    );
    expect(write).toMatchObject({ stdout: 'x\n', exitCode: 0 });
    await cluster.exec('consul-0', 'kill', '1');
    cluster.advance(10);
    const after = await cluster.exec('consul-0', 'cat', '/consul/data/mark');
    expect(after).toMatchObject({
      stderr: 'cat: /consul/data/mark: No such file or directory\n',
      exitCode: 1,
    });
  });
});
