import {
  AppRef,
  AppSummary,
  AppView,
  StatefulSetFacts,
  stringifyAppRef,
  summarizeApp,
} from '@stateful-apps/backstage-plugin-common';
import { Clock, wholeSeconds } from '../clock';
import { AppChange } from './AppChange';
import { AppRecord } from './AppRecord';
import { equalExceptClocks } from './equalExceptClocks';

/** Removals that a reader who comes back can still be told one by one. */
const MAX_REMOVALS = 1000;

/** What changed since a revision. */
export interface ChangesSince {
  changed: AppRecord[];
  /** As they were when they went. */
  removed: AppRecord[];
}

/**
 * The present state of every app of every cluster, with one revision that
 * grows over all of them.
 */
export class AppStore {
  readonly #clock: Clock;
  readonly #records = new Map<string, AppRecord>();
  readonly #listeners = new Set<(change: AppChange) => void>();
  #removals: Array<{ record: AppRecord; revision: number }> = [];
  #revision: number;
  /** Removals up to this revision are forgotten. */
  #forgotten: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    // Seeded from the clock, so that a restarted backend never counts backwards.
    this.#revision = clock.now();
    this.#forgotten = this.#revision;
  }

  get revision(): number {
    return this.#revision;
  }

  get(ref: AppRef): AppRecord | undefined {
    return this.#records.get(stringifyAppRef(ref));
  }

  records(): Iterable<AppRecord> {
    return this.#records.values();
  }

  /**
   * Keeps a newly assessed view. Its revision is set here: a new one if it says
   * something else than the last, the last one if only time has passed.
   */
  put(view: AppView, statefulSet: StatefulSetFacts): AppRecord {
    const key = stringifyAppRef(view.ref);
    const last = this.#records.get(key);
    const same = last !== undefined && equalExceptClocks(last.view, view);
    const revision = same ? last.view.revision : this.#next();
    const current: AppView = { ...view, revision };
    const summary = this.#row(current, last?.summary);
    const rowChanged = !last || !equalExceptClocks(last.summary, summary);
    const record: AppRecord = {
      view: current,
      summary,
      rowRevision: rowChanged ? revision : last.rowRevision,
      statefulSet,
    };
    this.#records.set(key, record);
    if (!last) {
      this.#removals = this.#removals.filter(
        removal => stringifyAppRef(removal.record.view.ref) !== key,
      );
    }
    if (!same) {
      this.#tell({
        type: 'changed',
        ref: view.ref,
        revision,
        record,
        rowChanged,
      });
    }
    return record;
  }

  /** Forgets an app whose StatefulSet is gone, or whose cluster is no longer read. */
  remove(ref: AppRef, reason: string): void {
    const record = this.get(ref);
    if (!record) return;
    this.#records.delete(stringifyAppRef(ref));
    const revision = this.#next();
    this.#removals.push({ record, revision });
    if (this.#removals.length > MAX_REMOVALS) {
      this.#forgotten = this.#removals.shift()!.revision;
    }
    this.#tell({ type: 'removed', ref, revision, reason });
  }

  /** Rows and removals after a revision; left out when they are no longer known. */
  changesSince(revision: number): ChangesSince | undefined {
    if (revision < this.#forgotten) return undefined;
    const changed: AppRecord[] = [];
    for (const record of this.#records.values()) {
      if (record.rowRevision > revision) changed.push(record);
    }
    const removed = this.#removals
      .filter(removal => removal.revision > revision)
      .map(removal => removal.record);
    return { changed, removed };
  }

  /** Tells of every change after this call; the answer ends it. */
  subscribe(listener: (change: AppChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #next(): number {
    this.#revision = Math.max(this.#revision + 1, this.#clock.now());
    return this.#revision;
  }

  #row(view: AppView, last?: AppSummary): AppSummary {
    const summary = summarizeApp(view);
    const changedAt = last && this.#changedAt(view, last);
    return changedAt ? { ...summary, changedAt } : summary;
  }

  #changedAt(view: AppView, last: AppSummary): string | undefined {
    if (last.state === view.verdict.state) return last.changedAt;
    // What was not known until now may have been so for long.
    if (last.state === 'unknown' && !last.changedAt) return undefined;
    return wholeSeconds(view.asOf);
  }

  #tell(change: AppChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
