import { KubeObject } from '../types';

const WHOLE = new WeakMap<KubeObject, string>();
const ITEMS = new WeakMap<KubeObject, string>();

/**
 * The JSON of a stored object. Stored objects never change, so that each is
 * written only once, however many lists and watches carry it.
 *
 * @public
 */
export function objectJson(object: KubeObject): string {
  return remembered(WHOLE, object, () => JSON.stringify(object));
}

/** The same for an item of a list, where `kind` and `apiVersion` stand at the list. @public */
export function itemJson(object: KubeObject): string {
  return remembered(ITEMS, object, () => {
    const { kind, apiVersion, ...item } = object;
    return JSON.stringify(item);
  });
}

function remembered(
  cache: WeakMap<KubeObject, string>,
  object: KubeObject,
  write: () => string,
): string {
  let json = cache.get(object);
  if (json === undefined) cache.set(object, (json = write()));
  return json;
}
