import { ResourceName } from '@stateful-apps/backstage-plugin-common';
import { ReflectorState } from './ReflectorState';
import { WatchFailure } from './WatchFailure';

/** What a failure makes of a resource's state, in words for a person. */
export function describeFailure(
  failure: WatchFailure,
  resource: ResourceName,
  namespace: string | undefined,
  wasListed: boolean,
): Omit<ReflectorState, 'since'> {
  const place = namespace ? `in namespace ${namespace}` : 'in all namespaces';
  if (failure.reason === 'forbidden') {
    return {
      state: 'forbidden',
      missingVerb: failure.verb,
      message: `${failure.message}. Grant ${failure.verb} on ${resource} ${place} to the cluster's credential.`,
    };
  }
  const shown = wasListed ? ' The last known data are shown.' : '';
  return {
    state: wasListed ? 'stale' : 'failed',
    message: `${sentence(failure)}${shown}`,
  };
}

function sentence({ message }: WatchFailure): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}
