import {
  GATEWAY_HEADER,
  GatewayError,
  GatewayErrorReason,
} from '@stateful-apps/backstage-plugin-node';

const REASONS: Readonly<Record<GatewayErrorReason, true>> = {
  unauthorized: true,
  forbidden: true,
  'not-found': true,
  gone: true,
  throttled: true,
  timeout: true,
  'too-large': true,
  unreachable: true,
  'gateway-missing': true,
  unreadable: true,
  'server-error': true,
  malformed: true,
};

const NEXT_STEP =
  "Add @stateful-apps/backstage-plugin-kubernetes-backend-module to the backend that runs plugin-kubernetes, with a 'kubernetes' section in its configuration; where another module has plugin-kubernetes' router slot, mount createGatewayRouter from there.";

/** What an answer says that is not the gateway's success; `body` is its text, as far as it was read. */
export function toGatewayError(response: Response, body: string): GatewayError {
  const { status, headers } = response;
  const parsed = parseObject(body);
  if (headers.has(GATEWAY_HEADER)) {
    const error = parseObject(parsed.error);
    if (isReason(error.reason)) {
      return new GatewayError(error.reason, String(error.message ?? ''), {
        status: numberOrUndefined(error.status),
        retryAfterMs: numberOrUndefined(error.retryAfterMs),
      });
    }
    return new GatewayError(
      'gateway-missing',
      `The gateway refuses this backend (${status}: ${
        error.message ?? 'no reason given'
      }); check that both run the same version and trust each other's plugin tokens.`,
    );
  }
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? NaN);
    return new GatewayError(
      'throttled',
      'Backstage limits the rate of requests to plugin-kubernetes; raise backend.rateLimit for it.',
      { retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined },
    );
  }
  if (status >= 502 && status <= 504) {
    return new GatewayError(
      'gateway-missing',
      `plugin-kubernetes is not ready (${status}); if this lasts, look at its log.`,
    );
  }
  return new GatewayError(
    'gateway-missing',
    `plugin-kubernetes has no gateway for stateful apps (${status}). ${NEXT_STEP}`,
  );
}

function isReason(value: unknown): value is GatewayErrorReason {
  return typeof value === 'string' && Object.hasOwn(REASONS, value);
}

function numberOrUndefined(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The object that a JSON text or value is; one without fields where it is none. */
function parseObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'string') {
    try {
      return parseObject(JSON.parse(value));
    } catch {
      return {};
    }
  }
  return typeof value === 'object' && value
    ? (value as Record<string, unknown>)
    : {};
}
