import { startTestCluster, TestCluster } from './testing/startTestCluster';

const SETS = '/apis/apps/v1/namespaces/course/statefulsets';
const MERGE = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';

const statefulSet = (name = 'web') => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name },
  spec: {
    serviceName: name,
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name }, creationTimestamp: null },
      spec: { containers: [{ name: 'nginx', image: 'nginx' }] },
    },
  },
});

describe('writes', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster();
  });
  afterEach(() => cluster.close());

  const patch = (path: string, body: unknown, type = MERGE) =>
    cluster.ask('PATCH', `${SETS}/${path}`, { body, type });

  it('creates with defaults, ignoring a status of the client', async () => {
    const { status, body } = await cluster.ask('POST', SETS, {
      body: { ...statefulSet(), status: { replicas: 9 } },
    });
    expect(status).toBe(201);
    expect(body.spec.replicas).toBe(1);
    expect(body.status.replicas).toBe(0);
    expect(body.spec.template.metadata.creationTimestamp).toBeUndefined();
    const again = await cluster.ask('POST', SETS, { body: statefulSet() });
    expect(again).toMatchObject({
      status: 409,
      body: {
        reason: 'AlreadyExists',
        message: 'statefulsets.apps "web" already exists',
        details: { name: 'web', group: 'apps', kind: 'statefulsets' },
      },
    });
  });

  it('gives Services addresses of their own', async () => {
    const addresses = new Set<string>();
    for (const name of ['a', 'b', 'c']) {
      const { body } = await cluster.ask(
        'POST',
        '/api/v1/namespaces/course/services',
        { body: { metadata: { name }, spec: { ports: [{ port: 80 }] } } },
      );
      expect(body.spec.clusterIP).toMatch(/^10\.96\.\d+\.\d+$/);
      expect(body.spec.clusterIPs).toEqual([body.spec.clusterIP]);
      addresses.add(body.spec.clusterIP);
    }
    expect(addresses.size).toBe(3);
    const moved = await cluster.ask(
      'PATCH',
      '/api/v1/namespaces/course/services/a',
      { body: { spec: { clusterIP: '10.96.3.4' } }, type: MERGE },
    );
    expect(moved.body.message).toBe(
      'Service "a" is invalid: spec.clusterIPs[0]: Invalid value: ["10.96.3.4"]: may not change once set',
    );
  });

  it.each([
    [
      { ...statefulSet(), metadata: { name: 'web', namespace: 'other' } },
      400,
      'the namespace of the provided object does not match the namespace sent on the request',
    ],
    [
      { kind: 'Service', apiVersion: 'v1' },
      400,
      'cannot be handled as a StatefulSet',
    ],
    [
      '{"metadata":',
      400,
      'the object provided is unrecognized (must be of type StatefulSet)',
    ],
    [
      { metadata: { name: 'x' }, spec: 'x' },
      400,
      'cannot unmarshal string into Go struct field StatefulSet.spec',
    ],
    [
      { metadata: { name: 'x', labels: { a: 1 } } },
      400,
      'cannot unmarshal number',
    ],
    [[], 400, 'cannot unmarshal array'],
    [{ metadata: {} }, 422, 'name or generateName is required'],
    [
      { ...statefulSet(), metadata: { name: 'x', resourceVersion: '3' } },
      500,
      'resourceVersion should not be set on objects to be created',
    ],
    ['x'.repeat(4 * 1024 * 1024), 413, 'Request entity too large'],
  ])('refuses %.40j', async (body, status, message) => {
    const answer = await cluster.ask('POST', SETS, { body });
    expect(answer.status).toBe(status);
    expect(answer.body.message).toContain(message);
    expect(cluster.store.list('statefulsets')).toEqual([]);
  });

  it('refuses objects in namespaces that are not there or on their way out', async () => {
    const nope = await cluster.ask('POST', SETS.replace('course', 'nope'), {
      body: statefulSet(),
    });
    expect(nope).toMatchObject({
      status: 404,
      body: { message: 'namespaces "nope" not found' },
    });
    cluster.store.delete('namespaces', undefined, 'course');
    const late = await cluster.ask('POST', SETS, { body: statefulSet() });
    expect(late.status).toBe(403);
    expect(late.body.message).toBe(
      'statefulsets.apps "web" is forbidden: unable to create new content in namespace course because it is being terminated',
    );
  });

  it('patches in all three ways', async () => {
    await cluster.ask('POST', SETS, { body: statefulSet() });
    const merged = await patch('web', { spec: { replicas: 3 } });
    expect(merged.body).toMatchObject({
      metadata: { generation: 2 },
      spec: { replicas: 3 },
    });
    const strategic = await patch(
      'web',
      {
        spec: {
          template: {
            spec: { containers: [{ name: 'nginx', image: 'nginx:2' }] },
          },
        },
      },
      STRATEGIC,
    );
    expect(strategic.body.spec.template.spec.containers).toMatchObject([
      { name: 'nginx', image: 'nginx:2', imagePullPolicy: 'Always' },
    ]);
    const json = await patch(
      'web',
      [{ op: 'replace', path: '/spec/replicas', value: 1 }],
      'application/json-patch+json',
    );
    expect(json.body.spec.replicas).toBe(1);
    const unknown = await patch('web', 'a: b', 'application/apply-patch+yaml');
    expect(unknown.status).toBe(415);
    const forbidden = await patch('web', { spec: { serviceName: 'zz' } });
    expect(forbidden).toMatchObject({
      status: 422,
      body: { reason: 'Invalid', details: { kind: 'StatefulSet' } },
    });
    const renamed = await patch('web', { metadata: { name: 'y' } });
    expect(renamed.body.message).toBe(
      'the name of the object (y) does not match the name on the URL (web)',
    );
  });

  it('refuses writes to an older state', async () => {
    const created = await cluster.ask('POST', SETS, { body: statefulSet() });
    await patch('web', { metadata: { labels: { a: 'b' } } });
    const { status, body } = await cluster.ask('PUT', `${SETS}/web`, {
      body: created.body,
    });
    expect(status).toBe(409);
    expect(body.message).toBe(
      'Operation cannot be fulfilled on statefulsets.apps "web": the object has been modified; please apply your changes to the latest version and try again',
    );
  });

  it('writes status by its subresource, and only there', async () => {
    await cluster.ask('POST', SETS, { body: statefulSet() });
    const main = await patch('web', { status: { replicas: 5 } });
    expect(main.body.status.replicas).toBe(0);
    const status = await patch('web/status', {
      status: { replicas: 5 },
      spec: { replicas: 9 },
    });
    expect(status.body).toMatchObject({
      status: { replicas: 5 },
      spec: { replicas: 1 },
    });
  });

  it('scales', async () => {
    await cluster.ask('POST', SETS, { body: statefulSet() });
    const { body } = await cluster.ask('GET', `${SETS}/web/scale`);
    expect(body).toMatchObject({
      kind: 'Scale',
      apiVersion: 'autoscaling/v1',
      spec: { replicas: 1 },
      status: { replicas: 0, selector: 'app=web' },
    });
    const put = await cluster.ask('PUT', `${SETS}/web/scale`, {
      body: { ...body, spec: { replicas: 4 } },
    });
    expect(put.body.spec.replicas).toBe(4);
    const stale = await cluster.ask('PUT', `${SETS}/web/scale`, {
      body: { ...body, spec: { replicas: 7 } },
    });
    expect(stale.status).toBe(409);
    const negative = await patch('web/scale', { spec: { replicas: -1 } });
    expect(negative.body.message).toBe(
      'Scale.autoscaling "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    );
    expect(
      cluster.store.get('statefulsets', 'course', 'web')?.spec.replicas,
    ).toBe(4);
  });

  it('deletes with grace, preconditions and answers as Kubernetes does', async () => {
    await cluster.ask('POST', SETS, { body: statefulSet() });
    cluster.createPod('p');
    const set = await cluster.ask('DELETE', `${SETS}/web`);
    expect(set.body).toMatchObject({
      kind: 'Status',
      status: 'Success',
      details: { name: 'web', group: 'apps', kind: 'statefulsets' },
    });
    const path = '/api/v1/namespaces/course/pods/p';
    const wrong = await cluster.ask('DELETE', path, {
      body: { preconditions: { uid: 'zz' } },
    });
    expect(wrong.status).toBe(409);
    const pod = await cluster.ask('DELETE', `${path}?gracePeriodSeconds=7`);
    expect(pod.body.metadata.deletionGracePeriodSeconds).toBe(7);
    await cluster.ask('DELETE', path, { body: { gracePeriodSeconds: 0 } });
    expect((await cluster.ask('GET', path)).body).toMatchObject({
      code: 404,
      message: 'pods "p" not found',
      details: { name: 'p', kind: 'pods' },
    });
  });

  it('deletes collections by selector', async () => {
    for (const name of ['a', 'b']) cluster.createPod(name, {});
    cluster.store.update('pods', 'course', 'a', ({ metadata }) => {
      metadata.labels = { app: 'other' };
    });
    await cluster.ask(
      'DELETE',
      '/api/v1/namespaces/course/pods?labelSelector=app%3Dweb&gracePeriodSeconds=0',
    );
    expect(cluster.store.list('pods')).toMatchObject([
      { metadata: { name: 'a' } },
    ]);
  });

  it('never takes a dry run for a write', async () => {
    const { status, body } = await cluster.ask('POST', `${SETS}?dryRun=All`, {
      body: statefulSet(),
    });
    expect(status).toBe(400);
    expect(body.message).toContain('dry run is not supported');
    expect(cluster.store.list('statefulsets')).toEqual([]);
  });
});
