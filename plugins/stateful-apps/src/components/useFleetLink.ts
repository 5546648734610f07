import { useApiHolder } from '@backstage/core-plugin-api';
import { routeResolutionApiRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../routes';

/** Where the fleet page is, if the app has it; the old frontend system cannot tell. */
export function useFleetLink(): string | undefined {
  const routes = useApiHolder().get(routeResolutionApiRef);
  return routes?.resolve(rootRouteRef)?.();
}
