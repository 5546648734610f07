import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { statefulAppResourceRef } from './statefulAppResourceRef';

/** Allows the apps of some clusters. @public */
export const inCluster = createPermissionRule({
  name: 'IN_CLUSTER',
  description: 'Allow apps of these clusters',
  resourceRef: statefulAppResourceRef,
  paramsSchema: z.object({
    clusters: z
      .array(z.string())
      .describe('Names of clusters, as plugin-kubernetes has them'),
  }),
  apply: ({ ref }, { clusters }) => clusters.includes(ref.cluster),
  toQuery: ({ clusters }) => ({ field: 'cluster' as const, values: clusters }),
});
