import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NOTICE = join(tmpdir(), 'stateful-cluster-disturbed');
const pending = new Set<() => Promise<void>>();

/**
 * Works while something of the whole cluster is out of order, and puts it
 * right after. Until then a file tells whoever else uses the cluster.
 */
export async function disturb<T>(
  work: () => Promise<T>,
  restore: () => Promise<void>,
): Promise<T> {
  pending.add(restore);
  writeFileSync(NOTICE, `${process.pid}\n`);
  try {
    return await work();
  } finally {
    await putRight(restore);
  }
}

/** Puts right what a run that was stopped has left out of order. */
export async function putAllRight(): Promise<void> {
  for (const restore of pending) await putRight(restore);
}

async function putRight(restore: () => Promise<void>): Promise<void> {
  if (!pending.delete(restore)) return;
  await restore();
  if (pending.size === 0) rmSync(NOTICE, { force: true });
}
