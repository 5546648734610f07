import {
  AppInputs,
  ClaimFacts,
  NodeFacts,
  PersistentVolumeFacts,
  ResourceFreshness,
  ResourceName,
  StatefulSetFacts,
} from '../../model';
import { IdentitySlot } from './IdentitySlot';

/** The inputs with what is looked up in them more than once. @internal */
export interface AssessContext {
  inputs: AppInputs;
  set: StatefulSetFacts;
  /** The instant of the assessment, milliseconds since the epoch. */
  now: number;
  freshness: ReadonlyMap<ResourceName, ResourceFreshness>;
  /** All identities, in ordinal order, condemned ones in their place. */
  slots: readonly IdentitySlot[];
  claims: ReadonlyMap<string, ClaimFacts>;
  persistentVolumes: ReadonlyMap<string, PersistentVolumeFacts>;
  nodes: ReadonlyMap<string, NodeFacts>;
}
