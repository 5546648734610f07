import {
  RESOURCES,
  ResourceFreshness,
} from '@stateful-apps/backstage-plugin-common';
import { Reflector, ReflectorOptions } from './Reflector';
import { ReflectorState } from './ReflectorState';
import { sleep } from './sleep';
import { ClusterStore } from './types';
import { worstState } from './worstState';

/** How often it is tried whether all namespaces may be listed by now. */
const WIDER_MS = 10 * 60_000;

type Options = Omit<
  ReflectorOptions,
  'namespace' | 'endsWhenForbidden' | 'onState'
> & {
  store: ClusterStore;
  /** Namespaces that are read one by one where all at once are forbidden. */
  namespaces: readonly string[];
  onFreshness: (freshness: ResourceFreshness) => void;
};

/** Watches one resource of one cluster: all namespaces at once, or one by one where that is all that is allowed. */
export class ResourceWatcher {
  readonly #options: Options;
  readonly #states = new Map<string, ReflectorState>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Runs until the signal aborts. Never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { resource, namespaces } = this.#options;
    const canNarrow = RESOURCES[resource].namespaced && namespaces.length > 0;
    while (!signal.aborted) {
      await this.#reflector(undefined, canNarrow).run(signal);
      if (canNarrow && !signal.aborted) await this.#runNarrow(signal);
    }
  }

  /** Ends when all namespaces may be listed. */
  async #runNarrow(signal: AbortSignal): Promise<void> {
    const { namespaces, clock } = this.#options;
    const narrow = new AbortController();
    const end = () => narrow.abort();
    signal.addEventListener('abort', end);
    this.#forgetOthers();
    this.#states.clear();
    for (const namespace of namespaces) {
      this.#states.set(namespace, { state: 'loading', since: clock.now() });
    }
    this.#report();
    const reflectors = namespaces.map(namespace =>
      this.#reflector(namespace, false).run(narrow.signal),
    );
    do {
      await sleep(clock, WIDER_MS, signal);
    } while (!signal.aborted && !(await this.#mayListAll(signal)));
    end();
    await Promise.all(reflectors);
    signal.removeEventListener('abort', end);
    this.#states.clear();
  }

  async #mayListAll(signal: AbortSignal): Promise<boolean> {
    const { gateway, cluster, resource } = this.#options;
    return gateway.list(cluster, resource, { limit: 1, signal }).then(
      () => true,
      () => false,
    );
  }

  /** What was known of other namespaces cannot be kept current any more. */
  #forgetOthers(): void {
    const { apply, resource, namespaces, store } = this.#options;
    const uids = new Set<string>();
    for (const { uid, namespace } of store.all(resource)) {
      if (namespace && namespaces.includes(namespace)) uids.add(uid);
    }
    apply({ type: 'retain', resource, uids });
  }

  #reflector(
    namespace: string | undefined,
    endsWhenForbidden: boolean,
  ): Reflector {
    return new Reflector({
      ...this.#options,
      namespace,
      endsWhenForbidden,
      onState: state => {
        this.#states.set(namespace ?? '', state);
        this.#report();
      },
    });
  }

  #report(): void {
    const { resource, onFreshness } = this.#options;
    const worst = worstState([...this.#states.values()]);
    onFreshness({
      resource,
      state: worst.state,
      since: new Date(worst.since).toISOString(),
      message: worst.message,
      missingVerb: worst.missingVerb,
    });
  }
}
