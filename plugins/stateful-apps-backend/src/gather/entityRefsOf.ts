import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_ENTITY,
  LABEL_ENTITY,
  pointsBackAt,
  StatefulSetFacts,
} from '@stateful-apps/backstage-plugin-common';

const MAX_ENTITIES = 20;

/** References of the entities that a StatefulSet points back at, whether they exist or not. */
export function entityRefsOf(
  statefulSet: Pick<StatefulSetFacts, 'labels' | 'annotations'>,
): string[] {
  const annotation = statefulSet.annotations[ANNOTATION_ENTITY] ?? '';
  const [kind, namespace, ...name] = (
    statefulSet.labels[LABEL_ENTITY] ?? ''
  ).split('.');
  const named = [
    `${kind}:${namespace}/${name.join('.')}`,
    ...annotation.split(','),
  ];
  const refs = new Set<string>();
  for (const text of named.slice(0, MAX_ENTITIES)) {
    const ref = normalize(text);
    if (ref && pointsBackAt(statefulSet, ref)) refs.add(ref);
  }
  return [...refs];
}

function normalize(text: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(text.trim(), { defaultKind: 'component' }),
    );
  } catch {
    // A text that names no entity gives nobody a right.
    return undefined;
  }
}
