import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { whenParentEnds } from './whenParentEnds.mjs';

/** Time for programs to end by themselves before they are killed. */
const PATIENCE_MS = 8_000;

/** Every program that runs, each the head of a process group of its own. */
const running = new Set();
let watched = false;
let stopping = false;

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Ends one program with everything that it started. */
export async function stopChild(child) {
  const deadline = Date.now() + PATIENCE_MS;
  signalGroup(child, 'SIGTERM');
  while (signalGroup(child, 0)) {
    if (Date.now() > deadline) signalGroup(child, 'SIGKILL');
    await sleep(50);
  }
  running.delete(child);
}

/** Ends all programs with everything that they started. */
export async function stopAll() {
  await Promise.all([...running].map(stopChild));
}

/** Whether a signal has asked this process to end. */
export function isStopping() {
  return stopping;
}

function watchForTheEnd() {
  if (watched) return;
  watched = true;
  const end = async code => {
    if (stopping) return;
    stopping = true;
    await stopAll();
    process.exit(code);
  };
  process.on('SIGINT', () => end(130));
  process.on('SIGTERM', () => end(143));
  process.on('SIGHUP', () => end(129));
  whenParentEnds(() => end(143));
}

/**
 * Starts a program in a process group of its own, so that it can be ended with
 * everything that it started, however this process ends.
 */
export function startChild(command, args, options) {
  watchForTheEnd();
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
    detached: true,
  });
  if (child.pid !== undefined) running.add(child);
  child.on('exit', () => {
    // What the program leaves running in its group is ended with it.
    if (!stopping) stopChild(child);
  });
  return child;
}
