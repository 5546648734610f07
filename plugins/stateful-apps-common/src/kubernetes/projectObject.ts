import { FactsByResource, ResourceName } from '../model';
import { projectClaim } from './projectors/projectClaim';
import { projectControllerRevision } from './projectors/projectControllerRevision';
import { projectDisruptionBudget } from './projectors/projectDisruptionBudget';
import { projectEndpointSlice } from './projectors/projectEndpointSlice';
import { projectEvent } from './projectors/projectEvent';
import { projectNode } from './projectors/projectNode';
import { projectPersistentVolume } from './projectors/projectPersistentVolume';
import { projectPod } from './projectors/projectPod';
import { projectService } from './projectors/projectService';
import { projectStatefulSet } from './projectors/projectStatefulSet';
import { projectStorageClass } from './projectors/projectStorageClass';
import { projectVolumeAttachment } from './projectors/projectVolumeAttachment';

type Projectors = {
  readonly [R in ResourceName]: (
    raw: unknown,
  ) => FactsByResource[R] | undefined;
};

const PROJECTORS: Projectors = {
  statefulsets: projectStatefulSet,
  controllerrevisions: projectControllerRevision,
  pods: projectPod,
  persistentvolumeclaims: projectClaim,
  persistentvolumes: projectPersistentVolume,
  nodes: projectNode,
  events: projectEvent,
  storageclasses: projectStorageClass,
  volumeattachments: projectVolumeAttachment,
  poddisruptionbudgets: projectDisruptionBudget,
  services: projectService,
  endpointslices: projectEndpointSlice,
};

/**
 * Keeps of a Kubernetes object what is used here, and nothing of the object
 * itself: it can be collected at once.
 *
 * Tolerates anything: fields of the wrong type count as left out, text is
 * cleaned of control characters and cut. Env values and arguments are never
 * kept. Does not throw.
 *
 * @param resource - the resource in whose list or watch the object came.
 * @param raw - the object as parsed from JSON.
 * @returns `undefined` where the object is unusable: no name, no uid, no
 * namespace, or without what makes it what it is (a StatefulSet's selector, an
 * Event's object).
 * @public
 */
export function projectObject<R extends ResourceName>(
  resource: R,
  raw: unknown,
): FactsByResource[R] | undefined {
  return PROJECTORS[resource](raw);
}
