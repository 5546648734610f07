/**
 * What a request is about, as Kubernetes' authorizers see it.
 *
 * @public
 */
export type RequestTarget = ResourceTarget | PathTarget;

/** @public */
export interface ResourceTarget {
  type: 'resource';
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`. */
  verb: string;
  group: string;
  version: string;
  resource: string;
  namespace?: string;
  name?: string;
  subresource?: string;
  /** Path below the subresource, not decoded, with its leading `/`; `''` where there is none. */
  rest: string;
}

/** @public */
export interface PathTarget {
  type: 'path';
  /** Lower-case method. */
  verb: string;
  path: string;
}
