import { inCluster } from './inCluster';
import { inNamespace } from './inNamespace';
import { isEntityOwner } from './isEntityOwner';

/** Every rule on apps, as the backend registers them. @public */
export const statefulAppsPermissionRules = {
  isEntityOwner,
  inCluster,
  inNamespace,
};
