import {
  AppEndpoint,
  AppKindName,
  AppRef,
} from '@stateful-apps/backstage-plugin-common';

/** One pod whose server can be asked. */
export interface ProbeTarget {
  ref: AppRef;
  kind: Exclude<AppKindName, 'other'>;
  pod: string;
  podUid: string;
  endpoint: AppEndpoint;
}
