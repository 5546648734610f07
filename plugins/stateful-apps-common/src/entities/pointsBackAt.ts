import { ANNOTATION_ENTITY, LABEL_ENTITY } from '../annotations';
import { StatefulSetFacts } from '../model';

const ENTITY_REF = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/;

/** `kind:namespace/name` in lower case; kind and namespace as the catalog's defaults where left out. */
function normalize(entityRef: string): string | undefined {
  const match = ENTITY_REF.exec(entityRef.trim());
  if (!match) return undefined;
  const [, kind = 'component', namespace = 'default', name] = match;
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

/**
 * Whether a StatefulSet names an entity as its own, by annotation (an entity
 * reference, several separated by commas) or by label (`kind.namespace.name`).
 * Only this gives an entity's owner rights over it: whoever may edit an entity
 * may not thereby claim what runs in a cluster.
 *
 * @public
 */
export function pointsBackAt(
  statefulSet: Pick<StatefulSetFacts, 'labels' | 'annotations'>,
  entityRef: string,
): boolean {
  const wanted = normalize(entityRef);
  if (!wanted) return false;
  const annotation = statefulSet.annotations[ANNOTATION_ENTITY] ?? '';
  for (const part of annotation.split(',')) {
    if (part.trim() !== '' && normalize(part) === wanted) return true;
  }
  const label = statefulSet.labels[LABEL_ENTITY];
  const [kind, namespace] = wanted.split(/[:/]/);
  const name = wanted.slice(kind.length + namespace.length + 2);
  return (
    label !== undefined &&
    label.toLowerCase() === `${kind}.${namespace}.${name}`
  );
}
