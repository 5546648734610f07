import {
  decodeContinueToken,
  encodeContinueToken,
} from '../../machinery/continueToken';
import { apiErrors } from '../../machinery/apiErrors';
import { partialMetadata } from '../../machinery/tables/partialMetadata';
import { renderTable } from '../../machinery/tables/renderTable';
import { ApiError, KubeObject } from '../../types';
import { negotiate } from '../negotiate';
import { ResourceContext } from '../RequestContext';
import { respond } from '../respond';
import { listJson } from './listJson';
import { ListOptions, parseListOptions } from './parseListOptions';
import { tableOptions } from './tableOptions';

interface Page {
  objects: KubeObject[];
  metadata: {
    resourceVersion: string;
    continue?: string;
    remainingItemCount?: number;
  };
}

/** `GET` of a collection. @public */
export async function listObjects(context: ResourceContext): Promise<void> {
  const { definition } = context;
  const { objects, metadata } = readPage(context, parseListOptions(context));
  const { format, as } = negotiate(context.request);
  if (as === 'Table') {
    const table = renderTable(
      definition.name,
      objects,
      metadata,
      tableOptions(context),
    );
    await respond.value(context, 200, table, format);
    return;
  }
  if (as === 'PartialObjectMetadata') {
    const list = {
      kind: 'PartialObjectMetadataList',
      apiVersion: 'meta.k8s.io/v1',
      metadata,
      items: objects.map(partialMetadata),
    };
    await respond.value(context, 200, list, format);
    return;
  }
  const json = listJson(definition, objects, metadata);
  await (format === 'yaml'
    ? respond.value(context, 200, JSON.parse(json), format)
    : respond.json(context, 200, json));
}

function readPage(context: ResourceContext, options: ListOptions): Page {
  const { store, watchCache } = context.services;
  const { name } = context.definition;
  const newest = Number(store.resourceVersion);
  const token = options.continueToken
    ? decodeContinueToken(options.continueToken)
    : undefined;
  if (options.revision !== undefined && options.revision > newest) {
    throw tooNew(options.revision, newest);
  }
  let revision = newest;
  if (token) revision = token.revision;
  else if (options.match === 'Exact') revision = options.revision!;

  const all = takeList(() => watchCache.listAt(name, revision), Boolean(token));
  const matching = all.filter(options.matches);
  const first = token
    ? matching.findIndex(object => isAfter(object, token.after))
    : 0;
  const left = first < 0 ? [] : matching.slice(first);
  const objects = left.slice(0, options.limit ?? left.length);
  const metadata: Page['metadata'] = { resourceVersion: String(revision) };
  const last = objects.at(-1);
  if (last && objects.length < left.length) {
    metadata.continue = encodeContinueToken({
      revision,
      after: [last.metadata.namespace ?? '', last.metadata.name],
    });
    // The API counts only where no selector has to be asked of each object.
    const query = context.url.searchParams;
    if (!query.get('labelSelector') && !query.get('fieldSelector')) {
      metadata.remainingItemCount = left.length - objects.length;
    }
  }
  return { objects, metadata };
}

function takeList(take: () => KubeObject[], continued: boolean): KubeObject[] {
  try {
    return take();
  } catch (error) {
    if (!(error instanceof ApiError) || !continued) throw error;
    throw apiErrors.expired(
      'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
    );
  }
}

function isAfter({ metadata }: KubeObject, [namespace, name]: string[]) {
  const own = metadata.namespace ?? '';
  return own > namespace || (own === namespace && metadata.name > name);
}

function tooNew(asked: number, newest: number): ApiError {
  return new ApiError(
    504,
    'Timeout',
    `Too large resource version: ${asked}, current: ${newest}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );
}
