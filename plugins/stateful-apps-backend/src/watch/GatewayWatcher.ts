import {
  KubernetesWatcher,
  KubernetesWatchParams,
} from '@backstage/plugin-kubernetes-node';
import {
  RESOURCE_NAMES,
  RESOURCES,
  ResourceName,
} from '@stateful-apps/backstage-plugin-common';
import { Gateway, GatewayError } from '@stateful-apps/backstage-plugin-node';
import { parseWatchEvent } from './parseWatchEvent';
import { WatchEvent } from './WatchEvent';

type WatchOptions = NonNullable<
  Parameters<KubernetesWatcher['watchResource']>[1]
>;

/** Of a cluster only its name is needed: the gateway has address and credential. */
type GatewayWatchParams = Pick<
  KubernetesWatchParams,
  'group' | 'apiVersion' | 'plural'
> & { clusterDetails: { name: string } };

/**
 * Watches through the gateway, as plugin-kubernetes' interface for watchers
 * has it: no reconnecting, no cache, errors are data. Of its options those
 * count that the gateway knows: namespace, version, time and signal.
 */
export class GatewayWatcher implements KubernetesWatcher {
  constructor(private readonly gateway: Gateway) {}

  async *watchResource(
    params: GatewayWatchParams,
    options: WatchOptions & { onOpen?: () => void } = {},
  ): AsyncGenerator<WatchEvent, void, undefined> {
    const skipped: number[] = [];
    try {
      const lines = this.gateway.watch(
        params.clusterDetails.name,
        resourceOf(params),
        {
          namespace: options.namespace,
          resourceVersion: options.resourceVersion ?? '0',
          timeoutSeconds: options.timeoutSeconds ?? 300,
          signal: options.signal ?? new AbortController().signal,
          onOpen: options.onOpen,
          onSkippedLine: bytes => skipped.push(bytes),
        },
      );
      for await (const line of lines) {
        for (const bytes of skipped.splice(0)) yield tooLong(bytes);
        yield parseWatchEvent(line);
      }
      for (const bytes of skipped.splice(0)) yield tooLong(bytes);
    } catch (error) {
      yield { type: 'ERROR', error: errorOf(error) };
    }
  }
}

function resourceOf(params: GatewayWatchParams): ResourceName {
  const { group, apiVersion, plural } = params;
  for (const name of RESOURCE_NAMES) {
    const known = RESOURCES[name];
    if (
      name === plural &&
      known.group === group &&
      known.version === apiVersion
    ) {
      return name;
    }
  }
  throw new GatewayError(
    'not-found',
    `The gateway serves no ${plural} of ${group || 'core'}/${apiVersion}.`,
  );
}

function errorOf(error: unknown) {
  const { reason, message, retryAfterMs } =
    error instanceof GatewayError
      ? error
      : new GatewayError('malformed', String(error));
  return {
    errorType: 'FETCH_ERROR' as const,
    reason,
    message,
    retryAfterMs,
    ends: true,
  };
}

function tooLong(bytes: number): WatchEvent {
  return {
    type: 'ERROR',
    error: {
      errorType: 'FETCH_ERROR',
      reason: 'too-large',
      message: `A line of ${bytes} bytes was passed over.`,
      ends: false,
    },
  };
}
