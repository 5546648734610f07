import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock } from '../clock';

/** Ownership changes seldom; who lost it keeps an app in sight for so long at most. */
const MAX_AGE_MS = 60_000;
const BATCH = 500;

/** Who owns the entities that StatefulSets point back at, as the catalog says it. */
export class EntityOwners {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #clock: Clock;
  readonly #logger: LoggerService;
  readonly #owners = new Map<string, { owners: string[]; at: number }>();
  #loading: Promise<void> = Promise.resolve();

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    clock: Clock;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  /** Owners of the entities; of those that were not loaded, none. */
  of(entityRefs: readonly string[]): string[] {
    return entityRefs.flatMap(ref => this.#owners.get(ref)?.owners ?? []);
  }

  /**
   * Sees to it that the owners of these entities are known as of the last
   * minute. Where the catalog does not answer nobody counts as an owner.
   */
  async load(entityRefs: Iterable<string>): Promise<void> {
    const wanted = [...new Set(entityRefs)];
    this.#loading = this.#loading.then(() => this.#load(wanted));
    await this.#loading;
  }

  async #load(wanted: string[]): Promise<void> {
    const now = this.#clock.now();
    const old = wanted.filter(ref => {
      const known = this.#owners.get(ref);
      return !known || known.at + MAX_AGE_MS <= now;
    });
    for (let start = 0; start < old.length; start += BATCH) {
      const batch = old.slice(start, start + BATCH);
      try {
        const credentials = await this.#auth.getOwnServiceCredentials();
        const { items } = await this.#catalog.getEntitiesByRefs(
          { entityRefs: batch, fields: ['kind', 'metadata', 'relations'] },
          { credentials },
        );
        for (const [index, ref] of batch.entries()) {
          this.#owners.set(ref, { owners: ownersOf(items[index]), at: now });
        }
      } catch (error) {
        this.#logger.warn(
          'Owners of entities cannot be read from the catalog; until they can, owning an entity gives no right to its apps.',
          { error: String(error) },
        );
        for (const ref of batch) this.#owners.delete(ref);
      }
    }
  }
}

function ownersOf(entity: Entity | undefined): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}
