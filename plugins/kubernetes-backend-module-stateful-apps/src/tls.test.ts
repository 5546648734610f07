import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { TLSSocket } from 'node:tls';
import { makeCertificates } from './__testUtils__/makeCertificates';
import { startStack } from './__testUtils__/startStack';
import { startUpstream } from './__testUtils__/startUpstream';

jest.setTimeout(60_000);

describe('connections with TLS', () => {
  const { ca, server, client } = makeCertificates();
  let folder: string;
  let tokenFile: string;
  let upstream: Awaited<ReturnType<typeof startUpstream>>;
  let stack: Awaited<ReturnType<typeof startStack>>;

  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'gateway-tls-'));
    const caFile = path.join(folder, 'ca.crt');
    tokenFile = path.join(folder, 'token');
    await fs.writeFile(caFile, ca);
    await fs.writeFile(tokenFile, 'first\n');
    upstream = await startUpstream({
      ...server,
      ca,
      requestCert: true,
      rejectUnauthorized: false,
    });
    upstream.answer = ({ socket, headers }, response) => {
      const tls = socket as TLSSocket;
      const { authorization } = headers;
      response.writeHead(authorization === 'Bearer revoked' ? 401 : 200).end(
        JSON.stringify({
          client: tls.authorized && tls.getPeerCertificate().subject.CN,
          authorization,
        }),
      );
    };
    const { url } = upstream;
    const authProvider = 'test';
    const caData = Buffer.from(ca).toString('base64');
    stack = await startStack({
      clusters: [
        { name: 'data', url, authProvider, caData },
        { name: 'file', url, authProvider, caFile },
        { name: 'certificate', url, authProvider, caData },
        { name: 'none', url, authProvider },
        { name: 'careless', url, authProvider, skipTLSVerify: true },
        { name: 'anonymous', url, authProvider, caData },
        {
          name: 'proxy',
          url,
          authProvider: 'localKubectlProxy',
          caData,
        },
      ],
      config: {
        statefulApps: {
          clusters: [
            { name: 'data', probe: { serviceAccountTokenFile: tokenFile } },
          ],
        },
      },
      getCredential: async ({ name }) => {
        if (name === 'certificate') {
          return { type: 'x509 client certificate', ...client };
        }
        return name === 'anonymous' || name === 'proxy'
          ? { type: 'anonymous' }
          : { type: 'bearer token', token: 'reading' };
      },
    });
  });
  afterAll(async () => {
    await stack.stop();
    await upstream.stop();
    await fs.rm(folder, { recursive: true });
  });

  const read = async (cluster: string) =>
    (await stack.get(`/clusters/${cluster}/resources/pods`)).json();

  it.each(['data', 'file', 'careless'])(
    'sends the token where the authority is known or not asked for (%s)',
    async cluster => {
      expect(await read(cluster)).toEqual({
        client: false,
        authorization: 'Bearer reading',
      });
    },
  );

  it('proves itself with a client certificate', async () => {
    expect(await read('certificate')).toEqual({ client: 'admin' });
  });

  it('sends nothing where the authority is not known', async () => {
    const before = upstream.seen.length;
    expect((await read('none')).error).toMatchObject({
      reason: 'unreachable',
      message: expect.stringMatching(/not trusted.*set caData or caFile/),
    });
    expect(upstream.seen).toHaveLength(before);
  });

  it('goes without a credential only through a local proxy', async () => {
    expect(await read('proxy')).toEqual({ client: false });
    expect((await read('anonymous')).error).toMatchObject({
      reason: 'unreadable',
      message: expect.stringContaining('no credential without a user'),
    });
  });

  it('reads the token file of probes again when the token is rejected', async () => {
    const ask = async () => {
      const response = await stack.get(
        '/clusters/data/namespaces/course/pods/web-0/member/web-page?scheme=http&port=80&timeoutMs=1000&maxBytes=1000',
      );
      return (await response.json()).authorization;
    };
    expect(await ask()).toBe('Bearer first');
    await fs.writeFile(tokenFile, 'second');
    // Not read for each request.
    expect(await ask()).toBe('Bearer first');
    upstream.answer = ({ headers }, response) =>
      headers.authorization === 'Bearer first'
        ? response
            .writeHead(401)
            .end('{"kind":"Status","apiVersion":"v1","message":"expired"}')
        : response.end(JSON.stringify(headers));
    expect(await ask()).toBe('Bearer second');
  });
});
