import { createConditionExports } from '@backstage/plugin-permission-node';
import { statefulAppResourceRef } from './statefulAppResourceRef';
import { statefulAppsPermissionRules } from './statefulAppsPermissionRules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: statefulAppResourceRef,
  rules: statefulAppsPermissionRules,
});

/**
 * Conditions for permission policies.
 *
 * @example
 * ```ts
 * createStatefulAppsConditionalDecision(
 *   request.permission,
 *   statefulAppsConditions.isEntityOwner({ claims: user.info.ownershipEntityRefs }),
 * );
 * ```
 * @public
 */
export const statefulAppsConditions = conditions;

/** Makes a decision of conditions on an app. @public */
export const createStatefulAppsConditionalDecision = createConditionalDecision;
