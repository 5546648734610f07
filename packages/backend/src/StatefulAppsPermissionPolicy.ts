import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { statefulAppsAppReadPermission } from '@stateful-apps/backstage-plugin-common';
import {
  createStatefulAppsConditionalDecision,
  statefulAppsConditions,
} from '@stateful-apps/backstage-plugin-node';

/** Groups whose members see every app: those who run the clusters, and the guests of this demonstration. */
const READERS_OF_ALL: ReadonlySet<string> = new Set([
  'group:default/platform-team',
  'group:default/guests',
]);

/**
 * A policy to start from. Of stateful apps, everybody sees those whose entity
 * they own, and some groups see all. Whatever else the plugin asks a permission
 * for is denied until a policy grants it. Other plugins are left open, also
 * plugin-kubernetes, whose tab reads clusters with its own credential.
 */
export class StatefulAppsPermissionPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!permission.name.startsWith('stateful-apps.')) {
      return { result: AuthorizeResult.ALLOW };
    }
    if (!user || !isPermission(permission, statefulAppsAppReadPermission)) {
      return { result: AuthorizeResult.DENY };
    }
    const claims = user.info.ownershipEntityRefs;
    if (claims.some(claim => READERS_OF_ALL.has(claim))) {
      return { result: AuthorizeResult.ALLOW };
    }
    return createStatefulAppsConditionalDecision(
      permission,
      statefulAppsConditions.isEntityOwner({ claims }),
    );
  }
}
