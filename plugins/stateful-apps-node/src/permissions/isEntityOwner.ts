import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { statefulAppResourceRef } from './statefulAppResourceRef';

/**
 * Allows the apps whose StatefulSet points back, by label or annotation, at an
 * entity that one of `claims` owns. An annotation on the entity alone gives no
 * right.
 *
 * @public
 */
export const isEntityOwner = createPermissionRule({
  name: 'IS_ENTITY_OWNER',
  description:
    'Allow apps whose StatefulSet points back at an entity that one of the claims owns',
  resourceRef: statefulAppResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references of a user and the groups it belongs to'),
  }),
  apply: ({ owners }, { claims }) => owners.some(it => claims.includes(it)),
  toQuery: ({ claims }) => ({ field: 'owners' as const, values: claims }),
});
