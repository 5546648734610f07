import { mockCredentials } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { GatewayRig } from './__testUtils__/GatewayRig';

jest.setTimeout(60_000);

describe('the way into the gateway', () => {
  let rig: GatewayRig;

  beforeAll(async () => {
    rig = await GatewayRig.start();
  });
  beforeEach(() => {
    rig.upstream.seen.length = 0;
  });
  afterAll(() => rig.stop());

  describe('lets in', () => {
    it.each([
      ['nobody', mockCredentials.none.header(), 401],
      ['no user', mockCredentials.user.header(), 403],
      [
        'no other plugin',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:catalog'),
          targetPluginId: 'kubernetes',
        }),
        403,
      ],
      [
        'no external caller that calls itself alike',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('external:plugin:stateful-apps'),
          targetPluginId: 'kubernetes',
        }),
        403,
      ],
      [
        'no user on whose behalf the backend asks',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.user(),
          targetPluginId: 'kubernetes',
        }),
        403,
      ],
    ])('%s', async (_, authorization, code) => {
      for (const path of ['/clusters', rig.pods, rig.watch, rig.member]) {
        const response = await rig.stack.get(path, authorization);
        expect(response.status).toBe(code);
        expect((await response.json()).error.message).not.toBe('');
      }
      expect(rig.upstream.seen).toEqual([]);
    });

    it('the backend', async () => {
      const response = await rig.stack.get('/clusters');
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({
        clusters: [
          {
            name: 'one',
            title: 'Cluster one',
            readable: true,
            probe: 'own-credential',
            nodeStats: true,
          },
          {
            name: 'users',
            readable: false,
            message: expect.stringMatching(/own 'oidc' token.*serviceAccount/),
            probe: 'reading-credential',
            nodeStats: false,
          },
          {
            name: 'nobody',
            readable: true,
            probe: 'reading-credential',
            nodeStats: false,
          },
        ],
      });
    });
  });

  it('sends nothing anywhere for a segment or parameter that is not a name', async () => {
    rig.upstream.answer = (_request, response) => response.end('{}');
    const hostile = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        'a/b',
        'a%2fb',
        'a?b',
        'a#b',
        'a\\b',
        'A',
        '-a',
        'a-',
        'a:b',
        'a@b',
        ' ',
        '\n',
        '__proto__',
        'x'.repeat(254),
      ),
      fc
        .string({ unit: 'binary-ascii' })
        .filter(text => text !== '' && !/^[a-z0-9.-]+$/.test(text)),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async text => {
        const segment = encodeURIComponent(Buffer.from(text).toString());
        for (const path of [
          `/clusters/one/resources/${segment}`,
          `${rig.pods}?namespace=${segment}`,
          `${rig.pods}/watch?resourceVersion=1&timeoutSeconds=300&namespace=${segment}`,
          rig.member.replace('course', segment),
          rig.member.replace('consul-0', segment),
          rig.member.replace('consul-status-leader', segment),
          rig.member.replace('scheme=http', `scheme=${segment}`),
          rig.member.replace('8500', segment),
          `/clusters/one/nodes/${segment}/stats`,
        ]) {
          const response = await rig.stack.get(path);
          expect([400, 404]).toContain(response.status);
          await response.text();
        }
      }),
      { numRuns: 30 },
    );
    expect(rig.upstream.seen).toEqual([]);
  });
});
