import { ANNOTATION_STATEFULSET } from '../annotations';

const ANNOTATION_LENGTH = 4096;
const REFERENCES = 50;
const NAMESPACE_PATTERN = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const NAME_PATTERN =
  /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const CLUSTER_PATTERN = /^[^\s/,]{1,253}$/;
const EXAMPLE =
  'Write [cluster/]namespace/name, for example prod/course/consul.';

/** A StatefulSet as an annotation names it; without a cluster it may be in any. @public */
export interface StatefulSetReference {
  cluster?: string;
  namespace: string;
  name: string;
}

/** References, or what is wrong with the annotation. @public */
export type ParsedStatefulSetAnnotation =
  | { refs: StatefulSetReference[]; error?: undefined }
  | { refs?: undefined; error: string };

function fail(problem: string): ParsedStatefulSetAnnotation {
  return {
    error: `Annotation ${ANNOTATION_STATEFULSET}: ${problem}. ${EXAMPLE}`,
  };
}

/** As a person would read it in a message. */
function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

/**
 * Reads the annotation `stateful-apps.io/statefulset`: `[cluster/]namespace/name`,
 * several separated by commas. One reference that cannot be read is an error
 * of the whole annotation, so that nobody takes a part for all.
 *
 * @public
 */
export function parseStatefulSetAnnotation(
  text: string,
): ParsedStatefulSetAnnotation {
  if (text.length > ANNOTATION_LENGTH) {
    return fail(`it is longer than ${ANNOTATION_LENGTH} characters`);
  }
  const parts = text.split(',').map(part => part.trim());
  if (parts.length > REFERENCES) {
    return fail(`it names more than ${REFERENCES} StatefulSets`);
  }
  const refs: StatefulSetReference[] = [];
  for (const part of parts) {
    const segments = part.split('/');
    const [name, namespace, cluster] = segments.reverse();
    if (segments.length < 2 || segments.length > 3) {
      return fail(`${quote(part)} has not two or three parts`);
    }
    if (!NAMESPACE_PATTERN.test(namespace)) {
      return fail(`${quote(namespace)} is no name of a namespace`);
    }
    if (!NAME_PATTERN.test(name)) {
      return fail(`${quote(name)} is no name of a StatefulSet`);
    }
    if (cluster !== undefined && !CLUSTER_PATTERN.test(cluster)) {
      return fail(`${quote(cluster)} is no name of a cluster`);
    }
    refs.push({ ...(cluster !== undefined && { cluster }), namespace, name });
  }
  return { refs };
}
