import { ResourceDefinition } from './ResourceDefinition';
import { RESOURCE_DEFINITIONS } from './resourceDefinitions';

const BY_NAME = new Map(
  RESOURCE_DEFINITIONS.map(definition => [definition.name, definition]),
);

/**
 * The definition of a resource, by its plural name.
 *
 * @public
 */
export function resourceByName(name: string): ResourceDefinition {
  const definition = BY_NAME.get(name);
  if (!definition) throw new Error(`No such resource: ${name}`);
  return definition;
}
