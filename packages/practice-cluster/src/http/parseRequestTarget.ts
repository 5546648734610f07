import { apiErrors } from '../machinery/apiErrors';
import { RequestTarget } from './RequestTarget';

const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];
const VERBS = new Map([
  ['POST', 'create'],
  ['PUT', 'update'],
  ['PATCH', 'patch'],
  ['DELETE', 'delete'],
]);

/**
 * Reads method and path of a request. Throws 400 for a path that cannot be
 * decoded.
 *
 * @public
 */
export function parseRequestTarget(method: string, url: URL): RequestTarget {
  const raw = url.pathname.split('/').slice(1);
  const prefix = raw[0] === 'api' ? 2 : 3;
  const below = raw.slice(prefix).filter((part, index, parts) => {
    const isTrailingSlash = part === '' && index === parts.length - 1;
    return !(isTrailingSlash && index < 3);
  });
  if (!['api', 'apis'].includes(raw[0]) || below.length === 0) {
    return { type: 'path', verb: method.toLowerCase(), path: url.pathname };
  }
  const segments = below.map(decode);
  const group = raw[0] === 'api' ? '' : decode(raw[1]);
  const version = decode(raw[prefix - 1]);

  const inNamespace =
    segments[0] === 'namespaces' &&
    segments.length > 2 &&
    !(segments.length === 3 && NAMESPACE_SUBRESOURCES.includes(segments[2]));
  const first = inNamespace ? 2 : 0;
  const [resource, name, subresource] = segments.slice(first);
  const rest = below.slice(first + 3);
  return {
    type: 'resource',
    verb: verbOf(method, url, name),
    group,
    version,
    resource,
    // To authorizers a namespace lies in itself.
    namespace:
      inNamespace || resource === 'namespaces' ? segments[1] : undefined,
    name: name ?? nameInSelector(url),
    subresource,
    rest: rest.length > 0 ? `/${rest.join('/')}` : '',
  };
}

function verbOf(method: string, url: URL, name: string | undefined): string {
  if (method === 'GET' || method === 'HEAD') {
    if (name !== undefined) return 'get';
    const watch = url.searchParams.get('watch');
    return watch === 'true' || watch === '1' ? 'watch' : 'list';
  }
  const verb = VERBS.get(method) ?? method.toLowerCase();
  return verb === 'delete' && name === undefined ? 'deletecollection' : verb;
}

/** A list of one name may be allowed by `resourceNames`. */
function nameInSelector(url: URL): string | undefined {
  const selector = url.searchParams.get('fieldSelector') ?? '';
  return /^metadata\.name==?([^,=!]+)$/.exec(selector)?.[1];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw apiErrors.badRequest(`invalid URL escape ${JSON.stringify(segment)}`);
  }
}
