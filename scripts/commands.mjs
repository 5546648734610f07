/**
 * What `node scripts/run.mjs` can do. `load` brings a module whose default
 * export takes the arguments and answers the exit code.
 */
export const commands = new Map([
  [
    'start',
    {
      summary: 'app, backend and practice cluster, for looking and developing',
      load: () => import('./commands/start.mjs'),
    },
  ],
  [
    'practice-cluster',
    {
      summary: 'the practice cluster alone, with a kubeconfig',
      load: () => import('./commands/practiceCluster.mjs'),
    },
  ],
  [
    'serve',
    {
      summary: 'the built app, its backend and a practice cluster, for tests',
      load: () => import('./commands/serve.mjs'),
    },
  ],
  [
    'test',
    {
      summary: 'all checks and tests',
      load: () => import('./commands/test.mjs'),
    },
  ],
  [
    'test:cluster',
    {
      summary: 'the API against the tools of a real cluster: --smoke or --full',
      load: () => import('./commands/testCluster.mjs'),
    },
  ],
  [
    'bench',
    {
      summary: 'the benchmark, against plugin-kubernetes in the same run',
      load: () => import('./commands/bench.mjs'),
    },
  ],
]);
