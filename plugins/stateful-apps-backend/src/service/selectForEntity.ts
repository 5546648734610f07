import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  selectAppsForEntity,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { AppRecord } from '../state';

/**
 * The apps that an entity's annotations name, the entity read as the caller may
 * read it. What is wrong with the annotations is said beside them.
 *
 * @throws InputError, NotFoundError
 */
export async function selectForEntity(
  catalog: CatalogService,
  credentials: BackstageCredentials,
  entityRef: string,
  all: AppRecord[],
): Promise<{ records: AppRecord[]; problems: string[] }> {
  const ref = normalize(entityRef);
  const entity = await catalog.getEntityByRef(ref, { credentials });
  if (!entity) {
    throw new NotFoundError(
      `There is no entity ${ref} in the catalog, or you may not read it.`,
    );
  }
  const { refs, errors } = selectAppsForEntity(
    entity,
    all.map(({ view, statefulSet }) => ({
      cluster: view.ref.cluster,
      statefulSet,
    })),
  );
  const selected = new Set(refs.map(stringifyAppRef));
  return {
    records: all.filter(({ view }) => selected.has(stringifyAppRef(view.ref))),
    problems: errors.map(error => `Entity ${ref}: ${error}`),
  };
}

function normalize(entityRef: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(entityRef));
  } catch (error) {
    throw new InputError(
      'entityRef must be a full entity reference, for example component:default/consul.',
      error,
    );
  }
}
