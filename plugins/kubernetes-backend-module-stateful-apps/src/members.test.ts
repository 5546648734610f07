import { MEMBER_STATUS_HEADER } from '@stateful-apps/backstage-plugin-node';
import { eventually } from './__testUtils__/eventually';
import { GatewayRig } from './__testUtils__/GatewayRig';

jest.setTimeout(60_000);

describe('members', () => {
  let rig: GatewayRig;

  beforeAll(async () => {
    rig = await GatewayRig.start();
  });
  beforeEach(() => {
    rig.upstream.seen.length = 0;
  });
  afterAll(() => rig.stop());

  it('are asked with a credential of their own, and answer as they like', async () => {
    rig.upstream.answer = (_request, response) =>
      response
        .writeHead(500, { 'Content-Type': 'text/plain' })
        .end('No cluster leader');
    const response = await rig.stack.get(rig.member);
    expect(response.status).toBe(200);
    expect(response.headers.get(MEMBER_STATUS_HEADER)).toBe('500');
    expect(await response.text()).toBe('No cluster leader');
    const [{ url, headers }] = rig.upstream.seen;
    expect(url).toBe(
      '/prefix/api/v1/namespaces/course/pods/http:consul-0:8500/proxy/v1/status/leader',
    );
    expect(headers.authorization).toBe('Bearer probing');
    expect(rig.stack.audit.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'stateful-apps-member-request',
        meta: {
          cluster: 'one',
          namespace: 'course',
          pod: 'consul-0',
          operation: 'consul-status-leader',
        },
      }),
    );
  });

  it("are told from the API server's proxy", async () => {
    const words = 'error trying to reach service: connection refused';
    rig.fail(503, words);
    expect(await rig.failure(await rig.stack.get(rig.member))).toMatchObject({
      reason: 'unreachable',
      status: 503,
      message: words,
    });
    rig.fail(403, 'cannot get pods/proxy');
    expect(await rig.failure(await rig.stack.get(rig.member))).toMatchObject({
      reason: 'forbidden',
      message: 'cannot get pods/proxy',
    });
  });

  it('are given up when they are slow or say too much', async () => {
    rig.upstream.answer = () => {};
    const slow = rig.member.replace('timeoutMs=1000', 'timeoutMs=50');
    expect(await rig.failure(await rig.stack.get(slow))).toMatchObject({
      reason: 'timeout',
    });
    rig.upstream.answer = (_request, response) =>
      response.writeHead(200).end('x'.repeat(101));
    expect(await rig.failure(await rig.stack.get(rig.member))).toMatchObject({
      reason: 'too-large',
    });
    await eventually(() => rig.upstream.openStreams === 0);
  });

  it('serve pages without the links that the proxy puts into them', async () => {
    rig.upstream.answer = (_request, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(
          '<a href="/api/v1/namespaces/course/pods/http:consul-0:8500/proxy/about">',
        );
    const page = rig.member.replace('consul-status-leader', 'web-page');
    const response = await rig.stack.get(page);
    expect(await response.text()).toBe('<a href="/about">');
    expect(response.headers.get('content-type')).toContain('text/html');
  });
});
