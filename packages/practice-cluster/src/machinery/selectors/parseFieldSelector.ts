import { KubeObject } from '../../types';
import { apiErrors } from '../apiErrors';

const ALWAYS = ['metadata.name', 'metadata.namespace'];

/** Fields by which the API selects, besides name and namespace. */
const SELECTABLE = new Map<string, readonly string[]>([
  [
    'pods',
    [
      'spec.nodeName',
      'spec.restartPolicy',
      'spec.schedulerName',
      'spec.serviceAccountName',
      'spec.hostNetwork',
      'status.phase',
      'status.podIP',
      'status.nominatedNodeName',
    ],
  ],
  [
    'events',
    [
      'involvedObject.kind',
      'involvedObject.namespace',
      'involvedObject.name',
      'involvedObject.uid',
      'involvedObject.apiVersion',
      'involvedObject.resourceVersion',
      'involvedObject.fieldPath',
      'reason',
      'reportingComponent',
      'source',
      'type',
    ],
  ],
  ['namespaces', ['status.phase']],
  ['nodes', ['spec.unschedulable']],
  ['secrets', ['type']],
  ['services', ['spec.clusterIP', 'spec.type']],
]);

/**
 * Parses the query parameter `fieldSelector`: `status.phase!=Running,
 * metadata.name=x`. Throws 400 in the API's words.
 *
 * @public
 */
export function parseFieldSelector(
  resource: string,
  text: string,
): (object: KubeObject) => boolean {
  const requirements = text
    .split(',')
    .filter(part => part.trim() !== '')
    .map(part => parseRequirement(resource, part.trim()));
  return object => requirements.every(matches => matches(object));
}

function parseRequirement(resource: string, text: string) {
  const match = /^([^=!]+)(==|!=|=)(.*)$/.exec(text);
  if (!match) {
    throw apiErrors.badRequest(
      `invalid selector: '${text}'; can't understand '${text}'`,
    );
  }
  const [, field, operator, value] = match;
  const own = SELECTABLE.get(resource);
  if (!ALWAYS.includes(field) && !own?.includes(field)) {
    throw apiErrors.badRequest(
      own
        ? `field label not supported: ${field}`
        : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
    );
  }
  const path = field === 'source' ? ['source', 'component'] : field.split('.');
  return (object: KubeObject) =>
    (readField(object, path) === value) !== (operator === '!=');
}

function readField(object: KubeObject, path: string[]): string {
  let value: any = object;
  for (const step of path) value = value?.[step];
  return value === undefined ? '' : String(value);
}
