import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { runTypeScript } from '../lib/runTypeScript.mjs';

/** The benchmark: our backend and plugin-kubernetes' on the same API server. */
export default function bench(args) {
  return runTypeScript(join(root, 'bench', 'main.ts'), args);
}
