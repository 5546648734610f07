import { useApi } from '@backstage/core-plugin-api';
import {
  AppRef,
  AppView,
  stringifyAppRef,
} from '@stateful-apps/backstage-plugin-common';
import { useSyncExternalStore } from 'react';
import { statefulAppsApiRef } from '../api';
import { appSource } from './appSource';
import { LiveState } from './live/LiveState';
import { sharedStore } from './live/sharedStore';

/** One app, live; components that show the same app share one connection. */
export function useStatefulApp(ref: AppRef): LiveState<AppView> {
  const api = useApi(statefulAppsApiRef);
  const store = sharedStore(api, `app:${stringifyAppRef(ref)}`, () => ({
    source: appSource(api, ref),
  }));
  return useSyncExternalStore(store.subscribe, store.getState);
}
