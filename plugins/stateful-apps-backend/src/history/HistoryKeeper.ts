import { LoggerService } from '@backstage/backend-plugin-api';
import {
  AppInputs,
  AppRef,
  IdentityChange,
  nextHistory,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { AppHistory } from './AppHistory';
import { HistoryStore, MAX_CHANGES } from './HistoryStore';

interface KeptHistory {
  ref: AppRef;
  /** Left out until it is loaded. */
  known?: AppHistory;
  loading: boolean;
  onLoaded: () => void;
  /** Whether all that is known is to be saved with the next observation. */
  saveAll: boolean;
  /** Savings of one app go one after the other. */
  saving: Promise<void>;
}

/**
 * Follows the identities of the apps of one cluster. What was remembered is
 * loaded once for each; until then nothing counts as a change. A database that
 * does not answer costs the memory, never the view.
 */
export class HistoryKeeper {
  readonly #store: HistoryStore;
  readonly #logger: LoggerService;
  readonly #apps = new Map<string, KeptHistory>();

  constructor(options: { store: HistoryStore; logger: LoggerService }) {
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /** Begins to follow a StatefulSet; tells when its history is there. */
  open(ref: AppRef, setUid: string, onLoaded: () => void): void {
    // The first observation is saved whole, to note that it is still there.
    const app: KeptHistory = {
      ref,
      loading: false,
      onLoaded,
      saveAll: true,
      saving: Promise.resolve(),
    };
    this.#apps.set(setUid, app);
    this.#load(app, setUid);
  }

  close(setUid: string): void {
    this.#apps.delete(setUid);
  }

  /** What is known before the present observation, newest last. */
  of(setUid: string): IdentityChange[] {
    return this.#apps.get(setUid)?.known?.changes ?? [];
  }

  /** Takes in an observation; answers with the history that includes it. */
  observe(inputs: AppInputs): IdentityChange[] {
    const setUid = inputs.statefulSet.uid;
    const app = this.#apps.get(setUid);
    if (!app) return [];
    if (!app.known) {
      this.#load(app, setUid);
      return [];
    }
    const next = nextHistory(app.known.incarnations, inputs);
    const hasChanged = next.incarnations !== app.known.incarnations;
    const known: AppHistory = {
      incarnations: next.incarnations,
      changes: withChanges(app.known.changes, next.changes),
    };
    app.known = known;
    if (app.saveAll) this.#save(app, setUid, known, inputs.now);
    else if (hasChanged) {
      this.#save(app, setUid, { ...known, changes: next.changes }, inputs.now);
    }
    return known.changes;
  }

  #load(app: KeptHistory, setUid: string): void {
    if (app.loading) return;
    app.loading = true;
    this.#store
      .load(app.ref.cluster, setUid)
      .then(known => {
        app.known = known;
        app.onLoaded();
      })
      .catch(error => this.#warn(app, 'loaded', error))
      .finally(() => {
        app.loading = false;
      });
  }

  #save(
    app: KeptHistory,
    setUid: string,
    history: AppHistory,
    seenAt: string,
  ): void {
    app.saveAll = false;
    app.saving = app.saving
      .then(() => this.#store.save(app.ref, setUid, history, seenAt))
      .catch(error => {
        app.saveAll = true;
        this.#warn(app, 'saved', error);
      });
  }

  #warn({ ref }: KeptHistory, what: string, error: unknown): void {
    this.#logger.warn(
      `The history of ${stringifyAppRef(
        ref,
      )} could not be ${what}; it is tried again with the next change.`,
      error as Error,
    );
  }
}

/** A change that is known better now takes the place of what was known. */
function withChanges(
  before: IdentityChange[],
  changes: IdentityChange[],
): IdentityChange[] {
  if (changes.length === 0) return before;
  const key = (it: IdentityChange) => `${it.ordinal} ${it.to.podUid}`;
  const all = new Map(before.map(it => [key(it), it]));
  for (const change of changes) all.set(key(change), change);
  return [...all.values()].slice(-MAX_CHANGES);
}
