import { KubernetesWatcher } from '@backstage/plugin-kubernetes-node';
import { GatewayErrorReason } from '@stateful-apps/backstage-plugin-node';

type Generated<T> = T extends AsyncGenerator<infer E> ? E : never;

/** What plugin-kubernetes' watchers yield. */
type KubernetesWatchEvent = Generated<
  ReturnType<KubernetesWatcher['watchResource']>
>;

type ErrorEvent = Extract<KubernetesWatchEvent, { type: 'ERROR' }>;

/** An event of a watch; an error says in addition what it means for the watch. */
export type WatchEvent =
  | Exclude<KubernetesWatchEvent, ErrorEvent>
  | { type: 'ERROR'; error: WatchEventError };

export type WatchEventError = ErrorEvent['error'] & {
  reason: GatewayErrorReason;
  /** Whether the watch ends with it. If not, one event was lost. */
  ends: boolean;
  message: string;
  retryAfterMs?: number;
};
