import { apiErrors } from '../../machinery/apiErrors';
import { parseFieldSelector } from '../../machinery/selectors/parseFieldSelector';
import { parseLabelSelector } from '../../machinery/selectors/parseLabelSelector';
import { FieldError } from '../../machinery/validation/FieldError';
import { invalid } from '../../machinery/validation/invalid';
import { ApiError, KubeObject } from '../../types';
import { ResourceContext } from '../RequestContext';
import { queryParameters } from './queryParameters';

/** Parameters of lists and watches. @public */
export interface ListOptions {
  /** Namespace and both selectors. */
  matches(object: KubeObject): boolean;
  limit?: number;
  continueToken?: string;
  /** Left out where the client asks for the newest. */
  revision?: number;
  match?: 'Exact' | 'NotOlderThan';
  sendInitialEvents?: boolean;
  allowBookmarks: boolean;
  timeoutSeconds?: number;
}

/** Throws 400 and 422 in the API's words. @public */
export function parseListOptions(context: ResourceContext): ListOptions {
  const { url, target, definition } = context;
  const query = url.searchParams;
  const byLabel = parseLabelSelector(query.get('labelSelector') ?? '');
  const byField = parseFieldSelector(
    definition.name,
    query.get('fieldSelector') ?? '',
  );
  const namespace = definition.namespaced ? target.namespace : undefined;
  const options: ListOptions = {
    matches: object =>
      (namespace === undefined || object.metadata.namespace === namespace) &&
      byLabel(object.metadata.labels ?? {}) &&
      byField(object),
    limit: queryParameters.integer(query, 'limit') || undefined,
    continueToken: query.get('continue') || undefined,
    revision: parseRevision(query.get('resourceVersion')),
    match: parseMatch(query.get('resourceVersionMatch')),
    sendInitialEvents: queryParameters.optionalFlag(query, 'sendInitialEvents'),
    allowBookmarks: queryParameters.flag(query, 'allowWatchBookmarks'),
    timeoutSeconds: queryParameters.integer(query, 'timeoutSeconds'),
  };
  checkMatch(options, target.verb === 'watch');
  return options;
}

function checkMatch(options: ListOptions, watch: boolean) {
  const { match, revision, sendInitialEvents } = options;
  if (watch && sendInitialEvents !== undefined && match !== 'NotOlderThan') {
    throw forbidden(
      'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
  if (watch && match !== undefined && sendInitialEvents === undefined) {
    throw forbidden(
      'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    );
  }
  if (!watch && match !== undefined && revision === undefined) {
    throw forbidden(
      'resourceVersionMatch is forbidden unless resourceVersion is provided',
    );
  }
  if (!watch && match === 'Exact' && revision === 0) {
    throw forbidden(
      'resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
    );
  }
}

function forbidden(detail: string): ApiError {
  return invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', [
    FieldError.forbidden('resourceVersionMatch', detail),
  ]);
}

function parseRevision(text: string | null): number | undefined {
  if (!text) return undefined;
  if (!/^\d+$/.test(text)) {
    const value = JSON.stringify(text);
    throw apiErrors.badRequest(
      `invalid resource version: resourceVersion: Invalid value: ${value}: strconv.ParseUint: parsing ${value}: invalid syntax`,
    );
  }
  return Number(text);
}

function parseMatch(text: string | null): ListOptions['match'] {
  if (!text) return undefined;
  if (text === 'Exact' || text === 'NotOlderThan') return text;
  throw invalid({ group: 'meta.k8s.io', kind: 'ListOptions' }, '', [
    FieldError.notSupported('resourceVersionMatch', text, [
      'Exact',
      'NotOlderThan',
      '',
    ]),
  ]);
}
