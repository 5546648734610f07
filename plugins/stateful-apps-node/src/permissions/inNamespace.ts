import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { statefulAppResourceRef } from './statefulAppResourceRef';

/** Allows the apps of some namespaces, in every cluster: join it with {@link inCluster} where that matters. @public */
export const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'Allow apps of these namespaces',
  resourceRef: statefulAppResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of namespaces'),
  }),
  apply: ({ ref }, { namespaces }) => namespaces.includes(ref.namespace),
  toQuery: ({ namespaces }) => ({
    field: 'namespace' as const,
    values: namespaces,
  }),
});
