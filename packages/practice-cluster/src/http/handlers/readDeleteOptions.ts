import { apiErrors } from '../../machinery/apiErrors';
import { Preconditions } from '../../machinery/checkPreconditions';
import { isPlainObject } from '../../machinery/patch/isPlainObject';
import { DeletionOptions } from '../../machinery/planDeletion';
import { readBody } from '../readBody';
import { ResourceContext } from '../RequestContext';
import { refuseDryRun } from './refuseDryRun';

const POLICIES = ['Orphan', 'Background', 'Foreground'] as const;

/** @public */
export type DeleteOptions = DeletionOptions & { preconditions?: Preconditions };

/** `DeleteOptions` of the body, or of the query where there is none. Throws 400. @public */
export async function readDeleteOptions(
  context: ResourceContext,
): Promise<DeleteOptions> {
  const text = (await readBody(context.request)).toString();
  const query = Object.fromEntries(context.url.searchParams);
  const given = text.trim() === '' ? query : parse(text);
  refuseDryRun(given.dryRun);
  return {
    gracePeriodSeconds: parseGrace(given.gracePeriodSeconds),
    propagationPolicy:
      String(given.orphanDependents) === 'true'
        ? 'Orphan'
        : parsePolicy(given.propagationPolicy),
    preconditions: parsePreconditions(given.preconditions),
  };
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isPlainObject(value)) return value;
  } catch {
    // Answered below, as everything that is no object.
  }
  throw apiErrors.badRequest(
    'the object provided is unrecognized (must be of type DeleteOptions)',
  );
}

function parseGrace(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const seconds = Number(value);
  if (!Number.isInteger(seconds)) {
    throw apiErrors.badRequest(
      `invalid gracePeriodSeconds: ${JSON.stringify(value)}`,
    );
  }
  return seconds;
}

function parsePolicy(value: unknown): DeletionOptions['propagationPolicy'] {
  if (value === undefined || value === null || value === '') return undefined;
  const policy = POLICIES.find(name => name === value);
  if (!policy) {
    throw apiErrors.badRequest(
      `invalid propagationPolicy: ${JSON.stringify(
        value,
      )}, supported values: ${POLICIES.join(', ')}`,
    );
  }
  return policy;
}

function parsePreconditions(value: unknown): Preconditions | undefined {
  if (!isPlainObject(value)) return undefined;
  const { uid, resourceVersion } = value;
  return {
    uid: typeof uid === 'string' ? uid : undefined,
    resourceVersion:
      typeof resourceVersion === 'string' ? resourceVersion : undefined,
  };
}
