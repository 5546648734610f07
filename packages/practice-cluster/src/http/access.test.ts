import { startTestCluster, TestCluster } from './testing/startTestCluster';

describe('access', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster({
      moreTokens: [
        {
          token: 'narrow',
          user: 'bob',
          groups: [],
          rules: [
            {
              verbs: ['get'],
              apiGroups: [''],
              resources: ['pods/proxy'],
              resourceNames: ['http:web-0:80'],
            },
          ],
        },
      ],
    });
    cluster.createPod('web-0');
  });
  afterEach(() => cluster.close());

  it('knows its tokens, and no others', async () => {
    const unknown = await cluster.ask('GET', '/api/v1/pods', { as: 'guess' });
    expect(unknown).toMatchObject({
      status: 401,
      body: { kind: 'Status', reason: 'Unauthorized', code: 401 },
    });
    const anonymous = await cluster.ask('GET', '/api', { as: '' });
    expect(anonymous.body.message).toBe(
      'forbidden: User "system:anonymous" cannot get path "/api"',
    );
    expect((await cluster.ask('GET', '/healthz', { as: '' })).body).toBe('ok');
  });

  it('takes the token from the path, for kubectl', async () => {
    const path = '/api/v1/namespaces/course/pods/web-0';
    const good = await cluster.ask(
      'GET',
      `/token/${cluster.tokens.admin}${path}`,
      { as: '' },
    );
    expect(good.body.metadata.name).toBe('web-0');
    const bad = await cluster.ask('GET', `/token/guess${path}`, { as: '' });
    expect(bad.status).toBe(401);
    expect(cluster.kubeconfig('read')).toContain(
      `${cluster.url}/token/${cluster.tokens.read}`,
    );
  });

  it('lets readers read what is shown, and no secrets', async () => {
    const pods = await cluster.ask('GET', '/api/v1/pods', { as: 'read' });
    expect(pods.status).toBe(200);
    const secrets = await cluster.ask('GET', '/api/v1/secrets', { as: 'read' });
    expect(secrets).toMatchObject({
      status: 403,
      body: {
        reason: 'Forbidden',
        message:
          'secrets is forbidden: User "system:serviceaccount:stateful-apps:read" cannot list resource "secrets" in API group "" at the cluster scope',
        details: { kind: 'secrets' },
      },
    });
    const proxy = await cluster.ask(
      'GET',
      '/api/v1/namespaces/course/pods/web-0/proxy/',
      { as: 'read' },
    );
    expect(proxy.body.message).toBe(
      'pods "web-0" is forbidden: User "system:serviceaccount:stateful-apps:read" cannot get resource "pods/proxy" in API group "" in the namespace "course"',
    );
  });

  it('lets probes ask members, and list nothing', async () => {
    const path = '/api/v1/namespaces/course/pods/http:web-0:8500/proxy/x';
    expect((await cluster.ask('GET', path, { as: 'probe' })).status).toBe(429);
    expect((await cluster.ask('PUT', path, { as: 'probe' })).status).toBe(403);
    const list = await cluster.ask('GET', '/api/v1/pods', { as: 'probe' });
    expect(list.status).toBe(403);
  });

  it('takes resource names literally', async () => {
    const proxy = (name: string) =>
      cluster.ask('GET', `/api/v1/namespaces/course/pods/${name}/proxy/`, {
        as: 'narrow',
      });
    expect((await proxy('http:web-0:80')).status).toBe(429);
    expect((await proxy('web-0')).status).toBe(403);
  });

  it('answers reviews from the same rules', async () => {
    const review = async (as: string, resourceAttributes: object) => {
      const { body } = await cluster.ask(
        'POST',
        '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        { body: { spec: { resourceAttributes } }, as },
      );
      return body.status?.allowed;
    };
    expect(await review('read', { verb: 'list', resource: 'pods' })).toBe(true);
    expect(await review('read', { verb: 'list', resource: 'secrets' })).toBe(
      false,
    );
    expect(
      await review('probe', {
        verb: 'get',
        resource: 'pods',
        subresource: 'proxy',
        namespace: 'course',
      }),
    ).toBe(true);
    const self = await cluster.ask(
      'POST',
      '/apis/authentication.k8s.io/v1/selfsubjectreviews',
      { body: {}, as: 'read' },
    );
    expect(self.body.status.userInfo.username).toBe(
      'system:serviceaccount:stateful-apps:read',
    );
  });

  it('refuses paths and methods in the words of the API', async () => {
    const answers = await Promise.all([
      cluster.ask('GET', '/api/v1/nope'),
      cluster.ask('GET', '/apis/apps/v1/namespaces/course/statefulsets/a/foo'),
      cluster.ask('PUT', '/api/v1/namespaces/course/pods', { body: {} }),
      cluster.ask('GET', '/nope'),
      cluster.ask('GET', '/api/v1/namespaces/%zz/pods'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      404, 404, 405, 404, 400,
    ]);
    expect(answers[0].body.message).toBe(
      'the server could not find the requested resource',
    );
    expect(answers[3].body).toBe('404 page not found');
  });
});
