import { PodIdentity } from '../programs/Command';
import { Volume } from '../programs/Volume';
import { Clock, KubeObject, ObjectStore, Random } from '../types';
import { Surroundings } from './Container';
import { Machine } from './Machine';

/** What a container needs of the pod around it. @public */
export interface PodHost {
  /** The pod as it was last seen in the API. */
  pod(): KubeObject;
  readonly identity: PodIdentity;
  readonly hasInitContainers: boolean;
  /** `terminationGracePeriodSeconds` in milliseconds. */
  readonly graceMs: number;
  readonly machine: Machine;
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly surroundings: Surroundings;
  /** Mounted volumes by name. */
  readonly volumes: ReadonlyMap<string, Volume>;
  event(
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
    fieldPath?: string,
  ): void;
}
