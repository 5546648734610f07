import {
  AppRef,
  IdentityChange,
  MemberProbe,
  ResourceFreshness,
  VolumeUsageFacts,
} from '@stateful-apps/backstage-plugin-common';
import { Clock } from '../clock';
import { ClusterStore } from '../watch/types';

/** What an assessment draws on, besides the objects of the cluster. */
export interface AppSources {
  ref: AppRef;
  store: ClusterStore;
  freshness: ResourceFreshness[];
  clock: Pick<Clock, 'now'>;
  /** The newest probe of each pod, by pod uid. */
  probes: ReadonlyMap<string, MemberProbe>;
  probingOff?: string;
  /** Disk use of the volumes of some pods. */
  usageOf: (podUids: ReadonlySet<string>) => VolumeUsageFacts[];
  usageUnknown?: string;
  history: IdentityChange[];
  /** Entities that the StatefulSet points back at. */
  entityRefs: string[];
}
