import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { runTypeScript } from '../lib/runTypeScript.mjs';

/** What the API says on a real cluster, against what the cluster's own tools say. */
export default function testCluster(args) {
  return runTypeScript(
    join(root, 'e2e-tests', 'real-cluster', 'main.ts'),
    args,
  );
}
