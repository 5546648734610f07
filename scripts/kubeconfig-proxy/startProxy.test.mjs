import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { stringify } from 'yaml';
import { loadContexts } from './loadContexts.mjs';
import { startProxy } from './startProxy.mjs';

const TOKEN = 'backstage-only';
const PROBE_TOKEN = 'gateway-only';
const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-proxy-'));
const seen = [];
const open = new Set();
let apiServer;
let closeProxies = () => {};
const urls = new Map();

function kubeconfig(server) {
  const file = join(folder, 'config');
  writeFileSync(join(folder, 'token'), 'from-a-file\n');
  writeFileSync(
    file,
    stringify({
      clusters: [
        { name: 'c', cluster: { server } },
        { name: 'below', cluster: { server: `${server}/k8s/clusters/one` } },
        { name: 'gone', cluster: { server: 'http://127.0.0.1:1' } },
      ],
      users: [
        { name: 'token', user: { token: 'in-the-file' } },
        { name: 'file', user: { tokenFile: 'token' } },
        { name: 'basic', user: { username: 'eva', password: 'x' } },
        {
          name: 'plugin',
          user: {
            exec: {
              apiVersion: 'client.authentication.k8s.io/v1',
              command: process.execPath,
              args: [
                '-e',
                `const info = JSON.parse(process.env.KUBERNETES_EXEC_INFO);
                 console.log(JSON.stringify({ apiVersion: info.apiVersion, kind: 'ExecCredential', status: { token: 'of-a-plugin' } }))`,
              ],
            },
          },
        },
        {
          name: 'broken',
          user: { exec: { command: 'no-such-program-anywhere' } },
        },
      ],
      contexts: ['token', 'file', 'basic', 'plugin', 'broken']
        .map(user => ({ name: user, context: { cluster: 'c', user } }))
        .concat([
          { name: 'anonymous', context: { cluster: 'c' } },
          { name: 'below', context: { cluster: 'below', user: 'token' } },
          { name: 'gone', context: { cluster: 'gone', user: 'token' } },
        ]),
    }),
  );
  return file;
}

before(async () => {
  apiServer = createServer((request, response) => {
    seen.push({ url: request.url, headers: request.headers });
    open.add(request);
    response.on('close', () => open.delete(request));
    if (request.url.includes('watch=1')) {
      response.write('{"type":"ADDED"}\n');
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"kind":"PodList"}');
  });
  apiServer.listen(0, '127.0.0.1');
  await once(apiServer, 'listening');
  const contexts = loadContexts(
    kubeconfig(`http://127.0.0.1:${apiServer.address().port}`),
  );
  const proxies = [];
  for (const context of contexts) {
    const proxy = await startProxy(context, {
      read: TOKEN,
      probe: PROBE_TOKEN,
    });
    proxies.push(proxy);
    urls.set(context.name, proxy.url);
  }
  closeProxies = () => proxies.forEach(({ close }) => close());
});

after(() => {
  closeProxies();
  apiServer.closeAllConnections();
  apiServer.close();
  rmSync(folder, { recursive: true });
});

function ask(context, path, { token = TOKEN, ...init } = {}) {
  return fetch(urls.get(context) + path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  });
}

test('each context authenticates in its own way, and Backstage is not heard', async () => {
  for (const [context, authorization] of [
    ['token', 'Bearer in-the-file'],
    ['file', 'Bearer from-a-file'],
    ['basic', `Basic ${Buffer.from('eva:x').toString('base64')}`],
    ['plugin', 'Bearer of-a-plugin'],
    ['anonymous', undefined],
  ]) {
    seen.length = 0;
    const response = await ask(context, '/api/v1/pods?limit=5', {
      headers: { cookie: 'backstage', 'accept-encoding': 'gzip' },
    });
    assert.equal(response.status, 200, context);
    assert.deepEqual(await response.json(), { kind: 'PodList' });
    assert.equal(seen[0].url, '/api/v1/pods?limit=5');
    assert.equal(seen[0].headers.authorization, authorization, context);
    assert.equal(seen[0].headers.cookie, undefined);
    assert.equal(seen[0].headers['accept-encoding'], undefined);
  }
});

test('a server below a path keeps its path', async () => {
  seen.length = 0;
  await ask('below', '/api/v1/pods');
  assert.equal(seen[0].url, '/k8s/clusters/one/api/v1/pods');
});

test('without the token nothing reaches the cluster', async () => {
  seen.length = 0;
  for (const token of ['', 'wrong', `${TOKEN}x`]) {
    assert.equal((await ask('token', '/api/v1/pods', { token })).status, 401);
  }
  assert.equal(seen.length, 0);
});

test('writes and Secrets are refused with a sentence, and never reach the cluster', async () => {
  seen.length = 0;
  const write = await ask('token', '/api/v1/namespaces/x/pods/y', {
    method: 'DELETE',
  });
  assert.equal(write.status, 405);
  assert.match((await write.json()).message, /DELETE is refused/);
  assert.equal((await ask('token', '/api/v1/secrets')).status, 405);
  assert.equal(seen.length, 0);
});

test('members are asked with the token of the gateway alone', async () => {
  seen.length = 0;
  const member = '/api/v1/namespaces/x/pods/http:consul-0:8500/proxy';
  const leader = `${member}/v1/status/leader`;
  const refused = await ask('token', leader);
  assert.equal(refused.status, 405);
  assert.match((await refused.json()).message, /gateway of stateful apps/);
  const keys = `${member}/v1/kv/?recurse`;
  assert.equal((await ask('token', keys, { token: PROBE_TOKEN })).status, 405);
  assert.equal(seen.length, 0);
  assert.equal(
    (await ask('token', leader, { token: PROBE_TOKEN })).status,
    200,
  );
});

test('a connection into a container is refused', async () => {
  seen.length = 0;
  const { port } = new URL(urls.get('token'));
  const request = httpRequest({
    port,
    host: '127.0.0.1',
    path: '/api/v1/namespaces/x/pods/y/exec?command=sh',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
    },
  });
  request.end();
  const [response] = await once(request, 'response');
  assert.equal(response.statusCode, 405);
  response.setEncoding('utf8');
  assert.match((await response.toArray()).join(''), /not offered/);
  assert.equal(seen.length, 0);
});

test('a watch comes line by line, and leaves nothing open when its reader goes', async () => {
  const leave = new AbortController();
  const response = await ask('token', '/api/v1/pods?watch=1', {
    signal: leave.signal,
  });
  const { value } = await response.body.getReader().read();
  assert.equal(Buffer.from(value).toString(), '{"type":"ADDED"}\n');
  assert.equal(open.size, 1);
  leave.abort();
  const deadline = Date.now() + 5_000;
  while (open.size > 0 && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  assert.equal(open.size, 0);
});

test('what cannot be reached or authenticated says so', async () => {
  const gone = await ask('gone', '/api/v1/pods');
  assert.equal(gone.status, 503);
  assert.match((await gone.json()).message, /cannot be reached/);
  const broken = await ask('broken', '/api/v1/pods');
  assert.equal(broken.status, 401);
  assert.match(
    (await broken.json()).message,
    /"broken" gives no credential: .*no-such-program-anywhere/,
  );
});

test('a file that is no kubeconfig is refused in one sentence', () => {
  const file = join(folder, 'other');
  for (const [text, expected] of [
    ['{', /is not a kubeconfig/],
    ['kind: Config', /has no contexts/],
    [
      'contexts: [{name: a, context: {cluster: lost, user: u}}]',
      /context "a" whose cluster it does not describe/,
    ],
  ]) {
    writeFileSync(file, text);
    assert.throws(() => loadContexts(file), {
      name: 'Problem',
      message: expected,
    });
  }
  assert.throws(() => loadContexts(join(folder, 'missing')), {
    name: 'Problem',
    message: /There is no kubeconfig at/,
  });
});
