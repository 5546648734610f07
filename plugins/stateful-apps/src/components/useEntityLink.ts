import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';

/** Where the page of an entity is, and a tab below it. */
export function useEntityLink(): (entityRef: string, tab?: string) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    (entityRef, tab = '') => {
      const { kind, namespace, name } = parseEntityRef(entityRef);
      const page = entityRoute({
        kind: kind.toLocaleLowerCase('en-US'),
        namespace: namespace.toLocaleLowerCase('en-US'),
        name,
      });
      return `${page}${tab}`;
    },
    [entityRoute],
  );
}
