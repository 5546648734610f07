import { KubeObject } from '../types';
import { apiErrors } from './apiErrors';
import { resourceByName } from './resourceByName';

/** What a writer takes the object to be. @public */
export interface Preconditions {
  uid?: string;
  resourceVersion?: string;
}

/**
 * Refuses, with 409 in the API's words, a write that was meant for another
 * object or another state of it.
 *
 * @public
 */
export function checkPreconditions(
  resource: string,
  { metadata }: KubeObject,
  expect: Preconditions,
  action: 'update' | 'delete',
): void {
  const definition = resourceByName(resource);
  const { name, uid, resourceVersion } = metadata;
  // Deletions are refused in the name of the kind, updates in that of the resource.
  const subject =
    action === 'delete' ? { ...definition, name: definition.kind } : definition;
  if (expect.uid !== undefined && expect.uid !== uid) {
    throw apiErrors.conflict(
      subject,
      name,
      action === 'delete'
        ? `the UID in the precondition (${expect.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`
        : `Precondition failed: UID in precondition: ${expect.uid}, UID in object meta: ${uid}`,
    );
  }
  if (
    expect.resourceVersion !== undefined &&
    expect.resourceVersion !== resourceVersion
  ) {
    throw apiErrors.conflict(
      subject,
      name,
      action === 'delete'
        ? `the ResourceVersion in the precondition (${expect.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`
        : 'the object has been modified; please apply your changes to the latest version and try again',
    );
  }
}
