import { ResourceDefinition } from '../../machinery/ResourceDefinition';
import { VIRTUAL_RESOURCES } from './virtualResources';

const VERBS = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

/** What may be done with a resource. @public */
export function verbsOf(definition: ResourceDefinition): string[] {
  if (VIRTUAL_RESOURCES.includes(definition)) return ['create'];
  return definition.name === 'namespaces'
    ? VERBS.filter(verb => verb !== 'deletecollection')
    : VERBS;
}
