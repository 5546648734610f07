import { ResourceDefinition } from '../../machinery/ResourceDefinition';
import { KubeObject } from '../../types';
import { itemJson } from '../objectJson';

/** The JSON of a typed list. @public */
export function listJson(
  { kind, group, version }: ResourceDefinition,
  objects: readonly KubeObject[],
  metadata: object,
): string {
  const head = JSON.stringify({
    kind: `${kind}List`,
    apiVersion: group ? `${group}/${version}` : version,
    metadata,
  });
  return `${head.slice(0, -1)},"items":[${objects.map(itemJson).join(',')}]}`;
}
