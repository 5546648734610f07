import { AppRef, IdentityChange } from '@stateful-apps/backstage-plugin-common';
import { AppHistory } from './AppHistory';

/** Keeps the history of identities beyond the life of the backend. */
export interface HistoryStore {
  /** What is remembered of one StatefulSet; empty for one never seen. */
  load(cluster: string, setUid: string): Promise<AppHistory>;

  /** Keeps what is new; what is known already is replaced by what is known better now. */
  save(
    ref: AppRef,
    setUid: string,
    history: AppHistory,
    seenAt: string,
  ): Promise<void>;

  /** Changes of one StatefulSet, newest first, at most `MAX_CHANGES`. */
  list(cluster: string, setUid: string): Promise<IdentityChange[]>;

  /** Forgets changes before an instant, of each StatefulSet all but the newest `MAX_CHANGES`, and identities that were not seen in the year before. */
  prune(before: string): Promise<void>;
}

/** Changes that are kept of one StatefulSet. */
export const MAX_CHANGES = 200;
