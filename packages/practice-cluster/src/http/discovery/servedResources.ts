import { ResourceDefinition } from '../../machinery/ResourceDefinition';
import { RESOURCE_DEFINITIONS } from '../../machinery/resourceDefinitions';
import { VIRTUAL_RESOURCES } from './virtualResources';

/** Everything that discovery lists. @public */
export const SERVED_RESOURCES: readonly ResourceDefinition[] = [
  ...RESOURCE_DEFINITIONS,
  ...VIRTUAL_RESOURCES,
];

/** API groups besides the core group, by name. @public */
export const SERVED_GROUPS: readonly string[] = [
  ...new Set(
    SERVED_RESOURCES.map(({ group }) => group).filter(group => group !== ''),
  ),
].sort();
