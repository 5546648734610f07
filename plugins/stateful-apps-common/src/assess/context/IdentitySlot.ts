import { PodFacts } from '../../model';

/** One ordinal of the set, with the pod that stands under its name. @internal */
export interface IdentitySlot {
  ordinal: number;
  /** Name that its pod has or would have. */
  name: string;
  role: 'replica' | 'condemned';
  /** Its pod, if it is there. */
  pod?: PodFacts;
  /** A pod of somebody else that has its name. */
  foreignPod?: PodFacts;
}
