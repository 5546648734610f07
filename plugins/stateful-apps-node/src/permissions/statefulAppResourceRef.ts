import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_STATEFUL_APP } from '@stateful-apps/backstage-plugin-common';
import { AppResource } from './AppResource';
import { AppResourceQuery } from './AppResourceQuery';

/** Apps as the permission framework knows them; a resource is named `cluster/namespace/name`. @public */
export const statefulAppResourceRef = createPermissionResourceRef<
  AppResource,
  AppResourceQuery
>().with({
  pluginId: 'stateful-apps',
  resourceType: RESOURCE_TYPE_STATEFUL_APP,
});
