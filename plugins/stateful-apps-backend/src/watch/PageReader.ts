import { ResourceName } from '@stateful-apps/backstage-plugin-common';
import { Gateway, GatewayError } from '@stateful-apps/backstage-plugin-node';

/** What one page has. */
export interface Page {
  items: unknown[];
  resourceVersion: string;
  continueToken?: string;
}

/** Parsing a page blocks the event loop for about 12 ms per MB. */
const TARGET_BYTES = 2 * 1024 * 1024;

const FIRST_LIMIT = 250;
const LEAST_LIMIT = 10;
const MOST_LIMIT = 500;

/** Lists a resource in pages of about 2 MB, whatever the size of its objects. */
export class PageReader {
  #limit = FIRST_LIMIT;

  constructor(
    private readonly gateway: Gateway,
    private readonly cluster: string,
    private readonly resource: ResourceName,
    private readonly namespace: string | undefined,
  ) {}

  async *pages(signal: AbortSignal): AsyncGenerator<Page, void, undefined> {
    let continueToken: string | undefined;
    do {
      const page = await this.#page(continueToken, signal);
      yield page;
      continueToken = page.continueToken;
    } while (continueToken);
  }

  async #page(
    continueToken: string | undefined,
    signal: AbortSignal,
  ): Promise<Page> {
    for (;;) {
      const limit = this.#limit;
      try {
        let bytes = 0;
        const list = await this.gateway.list(this.cluster, this.resource, {
          namespace: this.namespace,
          limit,
          continueToken,
          signal,
          onSize: size => {
            bytes = size;
          },
        });
        const page = readPage(list);
        this.#adapt(bytes, page.items.length);
        return page;
      } catch (error) {
        const isTooLarge =
          error instanceof GatewayError && error.reason === 'too-large';
        if (!isTooLarge || limit === 1) throw error;
        this.#limit = Math.max(1, Math.floor(limit / 4));
      }
    }
  }

  #adapt(bytes: number, items: number): void {
    if (items === 0) return;
    const fitting = Math.floor(TARGET_BYTES / (bytes / items));
    this.#limit = Math.min(MOST_LIMIT, Math.max(LEAST_LIMIT, fitting));
  }
}

function readPage(list: unknown): Page {
  const { items, metadata } = (list ?? {}) as {
    items?: unknown;
    metadata?: { resourceVersion?: unknown; continue?: unknown };
  };
  const resourceVersion = metadata?.resourceVersion;
  // A list without objects may have `items: null`.
  if (
    typeof resourceVersion !== 'string' ||
    !(Array.isArray(items) || items === null)
  ) {
    throw new GatewayError(
      'malformed',
      'The API server answered with something that is not a list.',
    );
  }
  return {
    items: items ?? [],
    resourceVersion,
    continueToken:
      typeof metadata?.continue === 'string' && metadata.continue
        ? metadata.continue
        : undefined,
  };
}
