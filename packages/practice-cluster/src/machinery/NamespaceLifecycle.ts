import { ApiError, Clock, ObjectStore } from '../types';
import { apiErrors } from './apiErrors';
import { resourceByName } from './resourceByName';
import { RESOURCE_DEFINITIONS } from './resourceDefinitions';

const NAMESPACED = RESOURCE_DEFINITIONS.filter(({ namespaced }) => namespaced);

/**
 * Empties a namespace that is being deleted, and lets it go once it is empty.
 *
 * @public
 */
export class NamespaceLifecycle {
  private readonly planned = new Set<string>();

  static start(store: ObjectStore, clock: Clock): NamespaceLifecycle {
    return new NamespaceLifecycle(store, clock);
  }

  private constructor(private readonly store: ObjectStore, clock: Clock) {
    store.subscribe(({ object }, resource) => {
      const name =
        resource === 'namespaces'
          ? object.metadata.name
          : object.metadata.namespace;
      if (name === undefined || this.planned.has(name)) return;
      if (!this.isTerminating(name)) return;
      this.planned.add(name);
      clock.after(0, () => {
        this.planned.delete(name);
        this.empty(name);
      });
    });
  }

  /** Throws as the API does for objects in a namespace that is not there or on its way out. */
  static expectOpen(
    store: ObjectStore,
    resource: string,
    namespace: string,
    name: string,
  ): void {
    const found = store.get('namespaces', undefined, namespace);
    if (!found) {
      throw apiErrors.notFound(resourceByName('namespaces'), namespace);
    }
    if (found.metadata.deletionTimestamp) {
      const why = `unable to create new content in namespace ${namespace} because it is being terminated`;
      const error = apiErrors.forbidden(resourceByName(resource), name, why);
      throw new ApiError(error.code, error.reason, error.message, {
        ...error.details,
        causes: [
          {
            reason: 'NamespaceTerminating',
            message: `namespace ${namespace} is being terminated`,
            field: 'metadata.namespace',
          },
        ],
      });
    }
  }

  private isTerminating(name: string): boolean {
    const namespace = this.store.get('namespaces', undefined, name);
    return namespace?.metadata.deletionTimestamp !== undefined;
  }

  private empty(namespace: string) {
    if (!this.isTerminating(namespace)) return;
    let left = 0;
    for (const { name: resource } of NAMESPACED) {
      for (const { metadata } of this.store.list(resource, namespace)) {
        if (!metadata.deletionTimestamp) {
          this.store.delete(resource, namespace, metadata.name);
        }
      }
      left += this.store.list(resource, namespace).length;
    }
    if (left > 0) return;
    this.store.update('namespaces', undefined, namespace, draft => {
      draft.spec.finalizers = [];
    });
  }
}
