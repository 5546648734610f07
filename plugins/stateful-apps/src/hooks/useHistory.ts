import { useApi } from '@backstage/core-plugin-api';
import { AppRef, HistoryView } from '@stateful-apps/backstage-plugin-common';
import useAsync from 'react-use/esm/useAsync';
import { statefulAppsApiRef } from '../api';

/** The replacements of an app's pods, loaded again whenever the newest of them changes. */
export function useHistory(
  app: AppRef,
  newest: string | undefined,
): { value?: HistoryView; error?: Error; loading: boolean } {
  const api = useApi(statefulAppsApiRef);
  const { cluster, namespace, name } = app;
  return useAsync(
    () => api.getHistory({ cluster, namespace, name }),
    [api, cluster, namespace, name, newest],
  );
}
