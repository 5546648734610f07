import {
  ANNOTATION_STATEFULSET,
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_ID_ANNOTATION,
  KUBERNETES_LABEL_SELECTOR_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '../annotations';
import { matchesLabels, parseLabelSelector } from '../labels';
import { AppRef, LabelRequirement, StatefulSetFacts } from '../model';
import { EntityLike } from './EntityLike';
import {
  StatefulSetReference,
  parseStatefulSetAnnotation,
} from './parseStatefulSetAnnotation';

/** A StatefulSet and the cluster in which it is. @public */
export interface StatefulSetCandidate {
  cluster: string;
  statefulSet: Pick<
    StatefulSetFacts,
    'namespace' | 'name' | 'labels' | 'templateLabels'
  >;
}

/** The apps of an entity. @public */
export interface EntityApps {
  refs: AppRef[];
  /** Whether the entity has an annotation that names apps at all. */
  annotated: boolean;
  /** What is wrong with its annotations, each one a sentence. */
  errors: string[];
}

/** What the annotations of an entity ask for. */
interface Wanted {
  annotated: boolean;
  references?: StatefulSetReference[];
  requirements?: LabelRequirement[];
  namespace?: string;
  cluster?: string;
  errors: string[];
}

function readAnnotations(annotations: Record<string, string>): Wanted {
  const errors: string[] = [];
  const own = annotations[ANNOTATION_STATEFULSET];
  const selector = annotations[KUBERNETES_LABEL_SELECTOR_ANNOTATION];
  const id = annotations[KUBERNETES_ID_ANNOTATION];
  const wanted: Wanted = {
    annotated: [own, selector, id].some(value => value !== undefined),
    namespace: annotations[KUBERNETES_NAMESPACE_ANNOTATION] || undefined,
    cluster: annotations[KUBERNETES_CLUSTER_ANNOTATION] || undefined,
    errors,
  };
  if (own !== undefined) {
    const parsed = parseStatefulSetAnnotation(own);
    if (parsed.error !== undefined) errors.push(parsed.error);
    else wanted.references = parsed.refs;
  }
  if (selector) {
    const parsed = parseLabelSelector(selector);
    if (parsed.error !== undefined) {
      errors.push(
        `Annotation ${KUBERNETES_LABEL_SELECTOR_ANNOTATION}: ${parsed.error}`,
      );
    } else {
      wanted.requirements = parsed.requirements;
    }
  } else if (id) {
    wanted.requirements = [
      { key: KUBERNETES_ID_ANNOTATION, operator: 'In', values: [id] },
    ];
  }
  return wanted;
}

function isNamed(wanted: Wanted, candidate: StatefulSetCandidate): boolean {
  const { cluster, statefulSet } = candidate;
  return (wanted.references ?? []).some(
    reference =>
      reference.name === statefulSet.name &&
      reference.namespace === statefulSet.namespace &&
      (reference.cluster === undefined || reference.cluster === cluster),
  );
}

function isSelected(wanted: Wanted, candidate: StatefulSetCandidate): boolean {
  const { cluster, statefulSet } = candidate;
  const { requirements } = wanted;
  if (!requirements) return false;
  if (wanted.cluster !== undefined && wanted.cluster !== cluster) return false;
  if (
    wanted.namespace !== undefined &&
    wanted.namespace !== statefulSet.namespace
  ) {
    return false;
  }
  const selector = { matchExpressions: requirements };
  return (
    matchesLabels(selector, statefulSet.labels) ||
    matchesLabels(selector, statefulSet.templateLabels)
  );
}

/**
 * The apps that an entity's annotations name: ours
 * (`stateful-apps.io/statefulset`), and plugin-kubernetes' own, which select
 * by labels of the StatefulSet or of its pods; there a label selector goes
 * before the kubernetes-id, as in plugin-kubernetes.
 *
 * @public
 */
export function selectAppsForEntity(
  entity: EntityLike,
  candidates: Iterable<StatefulSetCandidate>,
): EntityApps {
  const wanted = readAnnotations(entity.metadata.annotations ?? {});
  const refs: AppRef[] = [];
  if (wanted.annotated) {
    for (const candidate of candidates) {
      if (!isNamed(wanted, candidate) && !isSelected(wanted, candidate)) {
        continue;
      }
      refs.push({
        cluster: candidate.cluster,
        namespace: candidate.statefulSet.namespace ?? '',
        name: candidate.statefulSet.name,
      });
    }
  }
  return { refs, annotated: wanted.annotated, errors: wanted.errors };
}
