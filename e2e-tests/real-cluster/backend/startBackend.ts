import { ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Accounts } from '../cluster/accounts';
import { Connection } from '../cluster/connection';
import { CLUSTER } from '../Run';
import { eventually, Final } from '../settle';
import { Api } from './Api';
import { freePort } from './freePort';
import { writeConfig } from './writeConfig';

/** A running backend. */
export interface Backend {
  api: Api;
  pid: number;
  logFile: string;
  stop(): Promise<void>;
}

/** Starts `packages/backend` as a process of its own and waits until it knows the cluster. */
export async function startBackend(
  checkout: string,
  connection: Connection,
  accounts: Accounts,
): Promise<Backend> {
  const directory = await mkdtemp(join(tmpdir(), 'stateful-apps-test-'));
  const logFile = join(tmpdir(), 'stateful-apps-test-backend.log');
  const port = await freePort();
  const token = randomBytes(24).toString('base64url');
  const config = await writeConfig(directory, {
    port,
    token,
    connection,
    accounts,
  });
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs', {
        paths: [require.resolve('@backstage/cli/package.json')],
      }),
      'src/index.ts',
      '--config',
      config,
    ],
    {
      cwd: join(checkout, 'packages', 'backend'),
      env: { ...process.env, NODE_ENV: 'development' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const log = createWriteStream(logFile);
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const stop = async () => {
    await ended(child);
    await rm(directory, { recursive: true, force: true });
  };
  const api = new Api(`http://127.0.0.1:${port}`, token);
  try {
    await eventually(120_000, async () => {
      if (child.exitCode !== null) {
        throw new Final(
          new Error(`The backend ended with code ${child.exitCode}.`),
        );
      }
      const { clusters } = await api.apps('limit=1');
      const cluster = clusters.find(({ name }) => name === CLUSTER);
      if (cluster?.state !== 'live') {
        throw new Error(
          `The cluster is ${cluster?.state ?? 'not known'}: ${
            cluster?.message ?? 'no reason is given'
          }`,
        );
      }
    });
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message} Its log is ${logFile}.`);
  }
  return { api, pid: child.pid!, logFile, stop };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise(resolve => child.once('exit', resolve));
  const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
  child.kill('SIGTERM');
  await exit;
  clearTimeout(force);
}
