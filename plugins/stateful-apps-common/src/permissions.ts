import {
  createPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Resource type of one stateful app; a resource is named `cluster/namespace/name`. @public */
export const RESOURCE_TYPE_STATEFUL_APP = 'stateful-apps-app';

/** Allows to see an app: its state, identities, volumes and members; no env values and no secrets are among them. @public */
export const statefulAppsAppReadPermission: ResourcePermission<
  typeof RESOURCE_TYPE_STATEFUL_APP
> = createPermission({
  name: 'stateful-apps.app.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_STATEFUL_APP,
});

/** Every permission of the plugin. @public */
export const statefulAppsPermissions = [statefulAppsAppReadPermission];
