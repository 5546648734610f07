import {
  IdentityChange,
  IdentityIncarnations,
} from '@stateful-apps/backstage-plugin-common';

/** What is remembered of the identities of one StatefulSet. */
export interface AppHistory {
  /** What stood behind each ordinal when it was last seen. */
  incarnations: IdentityIncarnations;
  /** Newest last. */
  changes: IdentityChange[];
}
