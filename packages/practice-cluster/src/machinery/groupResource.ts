import { ResourceDefinition } from './ResourceDefinition';

/** `pods`, `statefulsets.apps`: how Kubernetes' messages name a resource. @public */
export function groupResource(definition: ResourceDefinition): string {
  return definition.group
    ? `${definition.name}.${definition.group}`
    : definition.name;
}
