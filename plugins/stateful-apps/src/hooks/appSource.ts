import {
  AppRef,
  AppStreamMessage,
  AppView,
} from '@stateful-apps/backstage-plugin-common';
import { StatefulAppsApi } from '../api';
import { LiveSource, LiveStep } from './live/LiveSource';

/** One app, as it is and as it changes. */
export function appSource(
  api: StatefulAppsApi,
  ref: AppRef,
): LiveSource<AppView, AppStreamMessage> {
  return {
    load: async signal => {
      const data = await api.getApp(ref, { signal });
      return { data, revision: data.revision };
    },
    goneReason: error =>
      (error as { statusCode?: number }).statusCode === 404
        ? error.message
        : undefined,
    changes: {
      stream: (after, signal) => api.streamApp(ref, { after, signal }),
      apply: (_data, message) => applyMessage(message),
    },
  };
}

function applyMessage(message: AppStreamMessage): LiveStep<AppView> {
  switch (message.type) {
    case 'view':
      return { type: 'data', data: message.view };
    case 'gone':
      return { type: 'gone', reason: message.reason };
    case 'error':
      return { type: 'problem', message: message.message };
    default:
      return { type: 'heartbeat' };
  }
}
