import { CachedEvent } from '../../machinery/WatchCache';
import { ApiError, KubeObject } from '../../types';
import { ResourceContext } from '../RequestContext';
import { parseListOptions, ListOptions } from './parseListOptions';
import { watchEncoder } from './watchEncoder';
import { WatchStream } from './WatchStream';

const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';

/** `GET` of a collection with `watch=true`. @public */
export function watchObjects(context: ResourceContext): void {
  const { services, definition } = context;
  const { store, watchCache } = services;
  const options = parseListOptions(context);
  const encode = watchEncoder(context);
  const stream = WatchStream.open(context, options.timeoutSeconds);
  const send = (type: string, object: KubeObject) =>
    stream.write(`{"type":"${type}","object":${encode(object)}}\n`);
  const bookmark = (annotations?: Record<string, string>) => {
    const { kind, apiVersion } = typeOf(context);
    const { resourceVersion } = store;
    const metadata = { resourceVersion, ...(annotations && { annotations }) };
    send('BOOKMARK', { kind, apiVersion, metadata } as unknown as KubeObject);
  };

  try {
    if (beginsWithState(options)) {
      for (const object of store
        .list(definition.name)
        .filter(options.matches)) {
        send('ADDED', object);
      }
      if (options.sendInitialEvents && options.allowBookmarks) {
        bookmark({ [INITIAL_EVENTS_END]: 'true' });
      }
    } else if (options.revision) {
      for (const event of watchCache.since(definition.name, options.revision)) {
        sendEvent(event, options, send);
      }
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    stream.fail(error);
    return;
  }

  stream.onEnd(
    watchCache.subscribe(definition.name, event => {
      if (event.revision > (options.revision ?? 0)) {
        sendEvent(event, options, send);
      }
    }),
  );
  if (options.allowBookmarks) {
    const timer = setInterval(bookmark, services.bookmarkIntervalMs);
    stream.onEnd(() => clearInterval(timer));
  }
}

/** Without a resource version, or with 0, a watch begins with all that is there. */
function beginsWithState({ revision, sendInitialEvents }: ListOptions) {
  return sendInitialEvents ?? (revision === undefined || revision === 0);
}

/** An object that comes to match, or ceases to, is to this watch a new or a deleted one. */
function sendEvent(
  { type, object, previous }: CachedEvent,
  { matches }: ListOptions,
  send: (type: string, object: KubeObject) => void,
) {
  const before = previous !== undefined && matches(previous);
  const after = type !== 'DELETED' && matches(object);
  if (before && after) send('MODIFIED', object);
  else if (after) send('ADDED', object);
  else if (before) {
    const { resourceVersion } = object.metadata;
    send('DELETED', {
      ...previous,
      metadata: { ...previous.metadata, resourceVersion },
    });
  }
}

function typeOf({ definition }: ResourceContext) {
  const { kind, group, version } = definition;
  return { kind, apiVersion: group ? `${group}/${version}` : version };
}
