import { ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArguments } from './parseArguments';

const TRANSFORM = '@backstage/cli-node/config/nodeTransform.cjs';

describe('practice-cluster', () => {
  let directory: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'practice-cluster-'));
  });
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(directory, { recursive: true });
  });

  function start(...args: string[]) {
    const child = spawn(
      process.execPath,
      [
        '--require',
        TRANSFORM,
        join(__dirname, 'practice-cluster.ts'),
        '--kubeconfig',
        join(directory, 'kubeconfig'),
        ...args,
      ],
      { cwd: __dirname },
    );
    children.push(child);
    let output = '';
    const ended = new Promise<number | null>(resolve =>
      child.once('close', resolve),
    );
    const ready = new Promise<void>(resolve => {
      child.stdout.on('data', data => {
        output += data;
        if (output.includes('ready')) resolve();
      });
      child.stderr.on('data', data => {
        output += data;
      });
    });
    return { child, ended, ready, output: () => output };
  }

  it('serves, writes what others need, and ends at once', async () => {
    const tokens = join(directory, 'tokens.json');
    const { child, ended, ready, output } = start('--tokens', tokens);
    await Promise.race([ready, ended]);
    const { url, readToken, ...rest } = JSON.parse(
      readFileSync(tokens, 'utf8'),
    );
    expect(Object.keys(rest)).toEqual(['probeToken', 'adminToken']);
    expect(output()).toBe(
      `export KUBECONFIG=${join(
        directory,
        'kubeconfig',
      )}\npractice-cluster: ready ${url}\n`,
    );
    for (const file of ['kubeconfig', 'tokens.json']) {
      expect(statSync(join(directory, file)).mode.toString(8)).toBe('100600');
    }
    const response = await fetch(
      `${url}/apis/apps/v1/namespaces/course/statefulsets`,
      { headers: { Authorization: `Bearer ${readToken}` } },
    );
    const { items } = await response.json();
    expect(items.map((item: any) => item.metadata.name)).toEqual([
      'consul',
      'consul-persistent',
      'web',
    ]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 60_000);

  it('says in one sentence why it cannot start', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { ended, output } = start('--port', String(port));
    expect(await ended).toBe(1);
    server.close();
    expect(output()).toBe(
      'practice-cluster: the port is taken; choose another with --port, or none for a free one\n',
    );
  }, 60_000);

  it('refuses arguments that it does not know', () => {
    expect(() => parseArguments(['--port', 'x'])).toThrow(
      '--port must be a number from 0 to 65535, not "x"',
    );
    expect(() => parseArguments(['--fly'])).toThrow('--fly');
    expect(parseArguments(['--no-storage', '--speed', '2.5'])).toMatchObject({
      storage: false,
      speed: 2.5,
      port: 0,
      seed: 1,
    });
  });
});
