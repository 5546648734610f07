import { KubeObject } from '../types';

/** @public */
export interface DeletionOptions {
  gracePeriodSeconds?: number;
  propagationPolicy?: 'Orphan' | 'Background' | 'Foreground';
}

/** @public */
export interface DeletionPlan {
  /** Seconds that the object stays for its kubelet. */
  graceSeconds: number;
  finalizers: string[];
  /** Nothing holds the object: it goes at once. */
  immediate: boolean;
}

const ORPHAN = 'orphan';
const FOREGROUND = 'foregroundDeletion';

/**
 * What a delete request does to an object: how long it may stay, and which
 * finalizers its propagation policy adds.
 *
 * @public
 */
export function planDeletion(
  resource: string,
  object: KubeObject,
  options: DeletionOptions,
): DeletionPlan {
  const graceSeconds = resource === 'pods' ? podGrace(object, options) : 0;
  const finalizers = (object.metadata.finalizers ?? []).filter(
    name =>
      options.propagationPolicy === undefined ||
      (name !== ORPHAN && name !== FOREGROUND),
  );
  if (options.propagationPolicy === 'Orphan') finalizers.push(ORPHAN);
  if (options.propagationPolicy === 'Foreground') finalizers.push(FOREGROUND);
  const held = finalizers.length > 0 || isHeldNamespace(resource, object);
  return { graceSeconds, finalizers, immediate: graceSeconds === 0 && !held };
}

/** Whether an object that is being deleted may go now. @public */
export function isDeletionComplete(
  resource: string,
  object: KubeObject,
): boolean {
  const { metadata } = object;
  return (
    metadata.deletionTimestamp !== undefined &&
    (metadata.deletionGracePeriodSeconds ?? 0) === 0 &&
    (metadata.finalizers ?? []).length === 0 &&
    !isHeldNamespace(resource, object)
  );
}

function podGrace(pod: KubeObject, options: DeletionOptions): number {
  const phase = pod.status?.phase;
  if (!pod.spec?.nodeName || phase === 'Succeeded' || phase === 'Failed') {
    return 0;
  }
  const asked =
    options.gracePeriodSeconds ?? pod.spec?.terminationGracePeriodSeconds ?? 30;
  return asked < 0 ? 1 : asked;
}

function isHeldNamespace(resource: string, object: KubeObject): boolean {
  return (
    resource === 'namespaces' && (object.spec?.finalizers ?? []).length > 0
  );
}
