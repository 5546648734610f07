import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const CHILDREN = new URL('./children.mjs', import.meta.url).href;

/** Starts a child that starts one of its own, and prints the process ids of both. */
const PARENT = `
  import { startChild } from ${JSON.stringify(CHILDREN)};
  const script = process.argv[1];
  const child = startChild('sh', ['-c', script]);
  child.stdout.pipe(process.stdout);
  setInterval(() => {}, 1000);
`;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function waitUntilGone(pids) {
  const deadline = Date.now() + 15_000;
  while (pids.some(isAlive) && Date.now() < deadline) await sleep(20);
  return pids.filter(isAlive);
}

async function startFamily(script, { between } = {}) {
  const args = ['--input-type=module', '-e', PARENT, script];
  const parent = between
    ? spawn('sh', ['-c', '"$0" "$@" & wait', process.execPath, ...args])
    : spawn(process.execPath, args);
  parent.stdout.setEncoding('utf8');
  const [text] = await once(parent.stdout, 'data');
  return { parent, pids: text.trim().split(' ').map(Number) };
}

const FAMILY = 'sleep 300 & echo $$ $!; wait';
const STUBBORN = 'trap "" TERM; sleep 300 & echo $$ $!; wait; wait; sleep 300';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  test(`${signal} ends everything that was started`, async () => {
    const { parent, pids } = await startFamily(FAMILY);
    assert.ok(pids.every(isAlive));
    parent.kill(signal);
    await once(parent, 'exit');
    assert.deepEqual(await waitUntilGone(pids), []);
  });
}

test('a program that does not listen is killed', async () => {
  const { parent, pids } = await startFamily(STUBBORN);
  parent.kill('SIGTERM');
  await once(parent, 'exit');
  assert.deepEqual(await waitUntilGone(pids), []);
});

test('nothing stays behind when the one who started it is killed without a word', async () => {
  const { parent, pids } = await startFamily(FAMILY, { between: true });
  parent.kill('SIGKILL');
  assert.deepEqual(await waitUntilGone(pids), []);
});
