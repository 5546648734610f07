import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NOTICE = join(tmpdir(), 'stateful-cluster-disturbed');

/** Leaves a file while something of the whole cluster is out of order, for whoever else uses it to see. */
export async function disturb<T>(work: () => Promise<T>): Promise<T> {
  writeFileSync(NOTICE, `${process.pid}\n`);
  try {
    return await work();
  } finally {
    rmSync(NOTICE, { force: true });
  }
}
