import { stringifyAppRef } from '@stateful-apps/backstage-plugin-common';
import { AppRecord } from '../state';
import { ListAppsRequest } from './StatefulAppsService';

/** The filters of a list on the app itself, all but the one on its state. */
export function matchesQuery(
  { view }: AppRecord,
  query: ListAppsRequest,
): boolean {
  const { ref, kind, verdict } = view;
  if (!isOneOf(ref.cluster, query.clusters)) return false;
  if (!isOneOf(ref.namespace, query.namespaces)) return false;
  if (!isOneOf(kind, query.kinds)) return false;
  if (!query.search) return true;
  const text = `${stringifyAppRef(ref)} ${verdict.sentence}`;
  return text.toLowerCase().includes(query.search.toLowerCase());
}

function isOneOf<T>(value: T, allowed: readonly T[] | undefined): boolean {
  return !allowed?.length || allowed.includes(value);
}
