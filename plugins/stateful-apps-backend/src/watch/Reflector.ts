import {
  RESOURCES,
  ResourceName,
} from '@stateful-apps/backstage-plugin-common';
import { Gateway } from '@stateful-apps/backstage-plugin-node';
import { setImmediate } from 'node:timers/promises';
import { Clock } from '../clock';
import { describeFailure } from './describeFailure';
import { GatewayWatcher } from './GatewayWatcher';
import { PageReader } from './PageReader';
import { ReflectorState } from './ReflectorState';
import { RetryPolicy } from './RetryPolicy';
import { sleep } from './sleep';
import { Project, Random, StoreEvent, WatchCounters } from './types';
import { uidOf } from './uidOf';
import { VersionGuard } from './VersionGuard';
import { WatchEvent, WatchEventError } from './WatchEvent';
import { WatchFailure } from './WatchFailure';

/** Bookmarks come about every 60 s; without a line in this time the stream may be dead. */
const STALL_MS = 90_000;

/** API servers open a watch at once. One that takes longer after a stall confirms it. */
const REOPEN_MS = 5_000;

/** The API server ends a watch after a time of our choice, so that none hangs for ever. */
const LEAST_WATCH_S = 300;
const WATCH_SPREAD_S = 300;

/** A watch that lived this long proves that the last failure is over. */
const HEALTHY_MS = 10_000;

/** No API server ends a watch so soon of its own accord. */
const SHORT_MS = 1_000;

/** Objects that are taken in before others have their turn on the event loop. */
const TURN = 50;

/** Lists because of changes that could not be read are at least this far apart. */
const RELIST_MS = 60_000;

/** What one reflector works with. */
export interface ReflectorOptions {
  gateway: Gateway;
  cluster: string;
  resource: ResourceName;
  /** All namespaces if left out. */
  namespace?: string;
  /** Whether `run` ends when listing is forbidden, in place of trying again. */
  endsWhenForbidden: boolean;
  project: Project;
  clock: Clock;
  random: Random;
  counters: WatchCounters;
  apply: (event: StoreEvent) => void;
  onState: (state: ReflectorState) => void;
  /** Told why an object or a line was left out. */
  onSkipped: (why: string) => void;
}

/**
 * Keeps the facts of one resource the same as the API server's objects: lists
 * them, then follows their changes, and lists again only where changes may
 * have been missed. Has one request open at a time and never gives up.
 */
export class Reflector {
  readonly #options: ReflectorOptions;
  readonly #watcher: GatewayWatcher;
  readonly #pages: PageReader;
  readonly #version: VersionGuard;
  readonly #retry: RetryPolicy;
  #state: ReflectorState;
  #mustList = true;
  #listedAt?: number;
  /** The last sign of life before a stall that is not yet disproved. */
  #stalledSince?: number;
  #cancelStale = () => {};

  constructor(options: ReflectorOptions) {
    const { gateway, cluster, resource, namespace, clock, random } = options;
    this.#options = options;
    this.#watcher = new GatewayWatcher(gateway);
    this.#pages = new PageReader(gateway, cluster, resource, namespace);
    this.#version = new VersionGuard(clock);
    this.#retry = new RetryPolicy(random);
    this.#state = { state: 'loading', since: clock.now() };
  }

  /** Runs until the signal aborts; with `endsWhenForbidden` also until listing is forbidden. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    await this.#run(signal);
    this.#cancelStale();
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { endsWhenForbidden, clock, counters } = this.#options;
    while (!signal.aborted) {
      try {
        if (this.#mustList) await this.#list(signal);
        await this.#watch(signal);
      } catch (error) {
        if (signal.aborted) return;
        const failure = WatchFailure.from(error, 'watch');
        const { reason, verb } = failure;
        counters.failures += 1;
        if (reason === 'backwards') counters.backwards += 1;
        if (reason === 'backwards' || reason === 'gone') this.#mustList = true;
        if (endsWhenForbidden && reason === 'forbidden' && verb === 'list') {
          return;
        }
        this.#describe(failure);
        await sleep(clock, this.#retry.failed(failure), signal);
      }
    }
  }

  async #list(signal: AbortSignal): Promise<void> {
    const { counters, resource, namespace, clock } = this.#options;
    counters.lists += 1;
    const uids = new Set<string>();
    let version: string | undefined;
    try {
      for await (const page of this.#pages.pages(signal)) {
        version ??= this.#firstVersion(page.resourceVersion);
        for (const [index, item] of page.items.entries()) {
          this.#upsert(item);
          const uid = uidOf(item);
          if (uid) uids.add(uid);
          if (index % TURN === TURN - 1) await setImmediate();
        }
      }
    } catch (error) {
      throw WatchFailure.from(error, 'list');
    }
    this.#options.apply({ type: 'retain', resource, uids, namespace });
    this.#version.reset(version);
    this.#mustList = false;
    this.#listedAt = clock.now();
  }

  #firstVersion(version: string): string {
    if (this.#version.check(version) === 'set-back') {
      // What is known is newer than what comes, and would stay otherwise.
      const { resource, namespace } = this.#options;
      this.#options.apply({
        type: 'retain',
        resource,
        namespace,
        uids: new Set(),
      });
    }
    return version;
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const { clock, counters } = this.#options;
    const watch = new AbortController();
    const end = () => watch.abort();
    signal.addEventListener('abort', end);
    const startedAt = clock.now();
    let openedAt: number | undefined;
    let heardAt = startedAt;
    let lines = 0;
    let hasStalled = false;
    let cancelStall = () => {};
    let cancelRelist: (() => void) | undefined;
    const hear = () => {
      heardAt = clock.now();
      cancelStall();
      cancelStall = clock.after(STALL_MS, () => {
        hasStalled = true;
        end();
      });
    };
    const onOpen = () => {
      openedAt = clock.now();
      this.#cancelStale();
      this.#stalledSince = undefined;
      this.#setState({ state: 'live' });
    };
    counters.watches += 1;
    try {
      hear();
      for await (const event of this.#events(watch.signal, onOpen)) {
        hear();
        lines += 1;
        if (this.#take(event) === 'lost' && !cancelRelist) {
          const wait = (this.#listedAt ?? 0) + RELIST_MS - clock.now();
          cancelRelist = clock.after(Math.max(0, wait), () => {
            this.#mustList = true;
            end();
          });
        }
      }
    } finally {
      signal.removeEventListener('abort', end);
      cancelStall();
      cancelRelist?.();
      if (openedAt !== undefined && clock.now() - openedAt >= HEALTHY_MS) {
        this.#retry.worked();
      }
    }
    if (signal.aborted || this.#mustList) return;
    if (hasStalled) {
      // Some API servers send no bookmarks while nothing at all is written.
      // Only a list tells such a silence from a stream that lets nothing through.
      if (lines === 0) this.#mustList = true;
      this.#doubt(heardAt);
      return;
    }
    if (clock.now() - startedAt < SHORT_MS) {
      throw new WatchFailure(
        'short',
        'watch',
        'The API server ends the watch as soon as it is open.',
      );
    }
  }

  /** The stream gave no sign of life since then; a new one has to come soon. */
  #doubt(since: number): void {
    const { clock, counters } = this.#options;
    counters.stalls += 1;
    this.#stalledSince = since;
    this.#cancelStale();
    this.#cancelStale = clock.after(REOPEN_MS, () =>
      this.#setState(
        {
          state: 'stale',
          message:
            'Nothing comes from the API server any more, not even a bookmark. The last known data are shown.',
        },
        since,
      ),
    );
  }

  #events(signal: AbortSignal, onOpen: () => void) {
    const { cluster, resource, namespace, random } = this.#options;
    const { group, version } = RESOURCES[resource];
    return this.#watcher.watchResource(
      {
        clusterDetails: { name: cluster },
        group,
        apiVersion: version,
        plural: resource,
      },
      {
        namespace,
        resourceVersion: this.#version.newest,
        timeoutSeconds:
          LEAST_WATCH_S + Math.floor(random() * (WATCH_SPREAD_S + 1)),
        allowWatchBookmarks: true,
        signal,
        onOpen,
      },
    );
  }

  /** Answers `lost` if a change passed by unread. */
  #take(event: WatchEvent): 'lost' | undefined {
    if (event.type === 'ERROR') return this.#takeError(event.error);
    const { resource } = this.#options;
    const { type, object, resourceVersion } = event;
    if (resourceVersion) this.#version.advance(resourceVersion);
    if (type === 'BOOKMARK') return undefined;
    const uid = uidOf(object);
    if (!uid) return this.#skipLine('An event has an object without a uid.');
    if (type === 'DELETED')
      this.#options.apply({ type: 'delete', resource, uid });
    else this.#upsert(object);
    return undefined;
  }

  #takeError(error: WatchEventError): 'lost' {
    if (!error.ends) return this.#skipLine(error.message);
    throw new WatchFailure(error.reason, 'watch', error.message, {
      retryAfterMs: error.retryAfterMs,
    });
  }

  #skipLine(why: string): 'lost' {
    this.#options.counters.skippedLines += 1;
    this.#options.onSkipped(why);
    return 'lost';
  }

  #upsert(raw: unknown): void {
    const { resource, project } = this.#options;
    try {
      const facts = project(resource, raw);
      if (facts) {
        this.#options.apply({ type: 'upsert', resource, facts } as StoreEvent);
      } else {
        this.#skipObject('An object lacks what each object has.');
      }
    } catch (error) {
      this.#skipObject(`An object cannot be read: ${error}`);
    }
  }

  #skipObject(why: string): void {
    this.#options.counters.skippedObjects += 1;
    this.#options.onSkipped(why);
  }

  #describe(failure: WatchFailure): void {
    const { resource, namespace, clock } = this.#options;
    this.#setState(
      describeFailure(
        failure,
        resource,
        namespace,
        this.#listedAt !== undefined,
      ),
      this.#stalledSince ?? clock.now(),
    );
  }

  #setState(
    next: Omit<ReflectorState, 'since'>,
    since = this.#options.clock.now(),
  ): void {
    const { state, message } = this.#state;
    if (state === next.state && message === next.message) return;
    this.#state = {
      ...next,
      since: state === next.state ? this.#state.since : since,
    };
    this.#options.onState(this.#state);
  }
}
