import { GatewayErrorReason } from '@stateful-apps/backstage-plugin-node';
import { WatchEvent } from './WatchEvent';

const TYPES = ['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK'] as const;

const REASONS: ReadonlyMap<number, GatewayErrorReason> = new Map([
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [410, 'gone'],
  [429, 'throttled'],
]);

/** Reads one line of a watch stream. What cannot be read is an error event that ends nothing. */
export function parseWatchEvent(line: string): WatchEvent {
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    return lost('A line is not JSON.');
  }
  if (!isObject(event) || !isObject(event.object)) {
    return lost('A line is not a watch event.');
  }
  const { object } = event;
  if (event.type === 'ERROR') return statusError(object);
  const type = TYPES.find(known => known === event.type);
  if (!type) return lost('An event has a type that is not known.');
  const version = isObject(object.metadata) && object.metadata.resourceVersion;
  if (typeof version !== 'string' || !version) {
    return lost('An event has no resource version.');
  }
  // Parsed from JSON, hence an object of JSON values.
  return {
    type,
    object: object as Extract<WatchEvent, { object: unknown }>['object'],
    resourceVersion: version,
  };
}

/** The Status with which the API server ends a watch. */
function statusError(status: Record<string, unknown>): WatchEvent {
  const code = typeof status.code === 'number' ? status.code : 0;
  const details = isObject(status.details) ? status.details : {};
  const seconds = details.retryAfterSeconds;
  return {
    type: 'ERROR',
    error: {
      errorType: 'FETCH_ERROR',
      reason: REASONS.get(code) ?? 'server-error',
      message: String(status.message ?? `status ${code}`).slice(0, 500),
      retryAfterMs: typeof seconds === 'number' ? seconds * 1000 : undefined,
      ends: true,
    },
  };
}

function lost(message: string): WatchEvent {
  return {
    type: 'ERROR',
    error: {
      errorType: 'FETCH_ERROR',
      reason: 'malformed',
      message,
      ends: false,
    },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
