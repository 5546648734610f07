import { discoveryDocuments } from './discovery/discoveryDocuments';
import { openApiDocuments } from './discovery/openApiDocuments';
import { versionDocument } from './discovery/versionDocument';
import { mediaTypes } from './mediaTypes';
import { PathTarget } from './RequestTarget';
import { RequestContext } from './RequestContext';
import { respond } from './respond';
import { routeErrors } from './routeErrors';

const AGGREGATED =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** Answers the paths that are no resources: discovery, OpenAPI, health, version. @public */
export async function servePath(
  context: RequestContext<PathTarget>,
): Promise<void> {
  const { target, request, response } = context;
  if (target.verb !== 'get' && target.verb !== 'head') {
    throw routeErrors.methodNotAllowed();
  }
  const path = target.path.replace(/(.)\/$/, '$1');
  if (['/healthz', '/livez', '/readyz'].includes(path)) {
    respond.text(context, 200, 'ok');
    return;
  }
  const isDiscoveryRoot = path === '/api' || path === '/apis';
  if (isDiscoveryRoot && wantsAggregated(context)) {
    const document = discoveryDocuments.aggregated(path === '/api');
    response.setHeader('Vary', 'Accept');
    response.writeHead(200, { 'Content-Type': AGGREGATED });
    response.end(JSON.stringify(document));
    return;
  }
  const document = documentAt(path, request.headers.host ?? '');
  if (document) await respond.value(context, 200, document);
  else respond.text(context, 404, '404 page not found');
}

function documentAt(path: string, host: string): object | undefined {
  const segments = path.split('/').slice(1);
  if (path === '/version') return versionDocument();
  if (path === '/api') return discoveryDocuments.coreVersions(host);
  if (path === '/apis') return discoveryDocuments.groups();
  if (path === '/openapi/v3') return openApiDocuments.index();
  if (path.startsWith('/openapi/v3/')) {
    return openApiDocuments.groupVersion(segments.slice(2).join('/'));
  }
  if (segments[0] === 'api' && segments.length === 2) {
    return discoveryDocuments.resources('', segments[1]);
  }
  if (segments[0] !== 'apis') return undefined;
  if (segments.length === 2) return discoveryDocuments.group(segments[1]);
  return segments.length === 3
    ? discoveryDocuments.resources(segments[1], segments[2])
    : undefined;
}

function wantsAggregated({ request }: RequestContext<PathTarget>): boolean {
  const [first] = mediaTypes(request);
  return mediaTypes(request).some(
    ({ type, parameters }) =>
      type === first.type &&
      type === 'application/json' &&
      parameters.get('g') === 'apidiscovery.k8s.io' &&
      parameters.get('v') === 'v2',
  );
}
