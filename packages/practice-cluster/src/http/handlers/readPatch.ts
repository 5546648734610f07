import { apiErrors } from '../../machinery/apiErrors';
import { jsonPatch } from '../../machinery/patch/jsonPatch';
import { mergePatch } from '../../machinery/patch/mergePatch';
import { strategicMergePatch } from '../../machinery/patch/strategicMergePatch';
import { isPlainObject } from '../../machinery/patch/isPlainObject';
import { ApiError } from '../../types';
import { mediaTypeOf } from '../mediaTypeOf';
import { readBody } from '../readBody';
import { ResourceContext } from '../RequestContext';

const PATCHES = new Map<string, (target: unknown, patch: unknown) => unknown>([
  ['application/json-patch+json', jsonPatch],
  ['application/merge-patch+json', mergePatch],
  ['application/strategic-merge-patch+json', strategicMergePatch],
]);

/**
 * Reads the patch in a request. The answer applies it. Throws 400 and 415.
 *
 * @public
 */
export async function readPatch(
  context: ResourceContext,
): Promise<(target: unknown) => unknown> {
  const type = mediaTypeOf(context.request);
  const apply = PATCHES.get(type);
  if (!apply) {
    throw new ApiError(
      415,
      'UnsupportedMediaType',
      `the body of the request was in an unknown format - accepted media types include: ${[
        ...PATCHES.keys(),
      ].join(', ')}`,
    );
  }
  const text = (await readBody(context.request)).toString();
  let patch: unknown;
  try {
    patch = JSON.parse(text);
  } catch (error) {
    throw apiErrors.badRequest(
      `error decoding patch: ${(error as Error).message}`,
    );
  }
  if (apply !== jsonPatch && !isPlainObject(patch)) {
    throw apiErrors.badRequest('error decoding patch: it must be an object');
  }
  return target => apply(target, patch);
}
