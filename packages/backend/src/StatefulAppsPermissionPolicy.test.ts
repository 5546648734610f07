import { mockCredentials } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { statefulAppsAppReadPermission } from '@stateful-apps/backstage-plugin-common';
import { StatefulAppsPermissionPolicy } from './StatefulAppsPermissionPolicy';

function userOf(...ownershipEntityRefs: string[]): PolicyQueryUser {
  const userEntityRef = ownershipEntityRefs[0];
  return {
    identity: { type: 'user', userEntityRef, ownershipEntityRefs },
    token: 'unused',
    credentials: mockCredentials.user(userEntityRef),
    info: { userEntityRef, ownershipEntityRefs },
  } as PolicyQueryUser;
}

describe('StatefulAppsPermissionPolicy', () => {
  const policy = new StatefulAppsPermissionPolicy();
  const reading = { permission: statefulAppsAppReadPermission };

  it('lets the platform team and guests see every app', async () => {
    for (const group of [
      'group:default/platform-team',
      'group:default/guests',
    ]) {
      const decision = await policy.handle(
        reading,
        userOf('user:default/anna', group),
      );
      expect(decision).toEqual({ result: AuthorizeResult.ALLOW });
    }
  });

  it('lets everybody else see the apps whose entity they own', async () => {
    const decision = await policy.handle(
      reading,
      userOf('user:default/anna', 'group:default/shop'),
    );
    expect(decision).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'stateful-apps',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: ['user:default/anna', 'group:default/shop'] },
      },
    });
  });

  it('denies what nobody was granted', async () => {
    const unknown = createPermission({
      name: 'stateful-apps.repair.execute',
      attributes: { action: 'update' },
    });
    const guest = userOf('user:default/guest', 'group:default/guests');
    expect(await policy.handle({ permission: unknown }, guest)).toEqual({
      result: AuthorizeResult.DENY,
    });
    expect(await policy.handle(reading, undefined)).toEqual({
      result: AuthorizeResult.DENY,
    });
  });

  it('leaves other plugins open', async () => {
    const proxy = createPermission({
      name: 'kubernetes.proxy',
      attributes: {},
    });
    expect(await policy.handle({ permission: proxy }, undefined)).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });
});
