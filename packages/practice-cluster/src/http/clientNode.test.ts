import {
  AppsV1Api,
  CoreV1Api,
  Exec,
  KubeConfig,
  V1Status,
  Watch,
} from '@kubernetes/client-node';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { startTestCluster, TestCluster } from './testing/startTestCluster';

describe('@kubernetes/client-node', () => {
  let cluster: TestCluster;
  let config: KubeConfig;

  beforeEach(async () => {
    cluster = await startTestCluster();
    config = new KubeConfig();
    config.loadFromString(cluster.kubeconfig());
  });
  afterEach(() => cluster.close());

  it('lists, patches and deletes', async () => {
    cluster.createPod('web-0');
    const core = config.makeApiClient(CoreV1Api);
    const pods = await core.listNamespacedPod({ namespace: 'course' });
    expect(pods.items.map(pod => pod.metadata?.name)).toEqual(['web-0']);
    await core.deleteNamespacedPod({
      namespace: 'course',
      name: 'web-0',
      body: { gracePeriodSeconds: 0 },
    });
    const apps = config.makeApiClient(AppsV1Api);
    await expect(
      apps.readNamespacedStatefulSet({ namespace: 'course', name: 'nope' }),
    ).rejects.toMatchObject({ code: 404 });
  });

  it('watches', async () => {
    const seen: string[] = [];
    const added = new Promise<void>((resolve, reject) => {
      new Watch(config)
        .watch(
          '/api/v1/namespaces/course/pods',
          {},
          (type, pod) => {
            seen.push(`${type} ${pod.metadata.name}`);
            if (seen.length === 2) resolve();
          },
          reject,
        )
        .then(() => {
          cluster.createPod('web-1');
        }, reject);
    });
    cluster.createPod('web-0');
    await added;
    expect(seen).toEqual(['ADDED web-0', 'ADDED web-1']);
  });

  it('executes commands', async () => {
    cluster.createPod('web-0');
    const stdout = new PassThrough();
    const status = await new Promise<V1Status>((resolve, reject) => {
      new Exec(config)
        .exec(
          'course',
          'web-0',
          'nginx',
          ['ls', '-l'],
          stdout,
          null,
          null,
          false,
          resolve,
        )
        .catch(reject);
    });
    stdout.end();
    expect(status.status).toBe('Success');
    expect(await text(stdout)).toBe('web-0: ls -l\n');
  });
});
