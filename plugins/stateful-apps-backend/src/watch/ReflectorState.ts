import { FreshnessState } from '@stateful-apps/backstage-plugin-common';

/** How current one reflector's part of a resource is. */
export interface ReflectorState {
  state: FreshnessState;
  /** Milliseconds since the epoch. */
  since: number;
  message?: string;
  missingVerb?: 'list' | 'watch';
}
