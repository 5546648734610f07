import { InputError } from '@backstage/errors';
import {
  RESOURCES,
  ResourceDefinition,
} from '@stateful-apps/backstage-plugin-common';
import { MemberOperation } from '@stateful-apps/backstage-plugin-node';
import { Request } from 'express';
import { z } from 'zod';
import { memberPaths } from '../upstream/memberPaths';

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const SUBDOMAIN =
  /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const namespace = z.string().regex(LABEL, 'is not the name of a namespace');
const objectName = z.string().regex(SUBDOMAIN, 'is not the name of an object');
const resourceVersion = z
  .string()
  .regex(/^[\w.=-]{1,64}$/, 'is not a resource version');

const resource = z
  .string()
  .refine(name => Object.hasOwn(RESOURCES, name), 'is not served here')
  .transform(name => RESOURCES[name as keyof typeof RESOURCES]);

const operation = z
  .string()
  .refine(name => Object.hasOwn(memberPaths, name), 'is not known')
  .transform(name => name as MemberOperation);

const whole = (low: number, high: number) =>
  z.coerce.number().int().min(low).max(high);

const cluster = z.string().min(1).max(1024);

const list = z.object({
  cluster,
  resource,
  namespace: namespace.optional(),
  limit: whole(1, 1000).optional(),
  continue: z
    .string()
    .max(16_384)
    .regex(/^[\w=+/-]+$/, 'is not a continue token')
    .optional(),
  resourceVersion: resourceVersion.optional(),
  resourceVersionMatch: z.enum(['NotOlderThan', 'Exact']).optional(),
});

const watch = z.object({
  cluster,
  resource,
  namespace: namespace.optional(),
  resourceVersion,
  timeoutSeconds: whole(1, 3600),
});

const member = z.object({
  cluster,
  namespace,
  pod: objectName,
  operation,
  scheme: z.enum(['http', 'https']),
  port: whole(1, 65_535),
  timeoutMs: whole(1, 30_000),
  maxBytes: whole(1, 8 * 1024 * 1024),
});

const stats = z.object({ cluster, node: objectName });

/** Parameters of each route, from its path and query; throws `InputError` with what is wrong. */
export const parseParameters = {
  list: (request: Request) => checked(request, list),
  watch: (request: Request) => checked(request, watch),
  member: (request: Request) => parse(request, member),
  stats: (request: Request) => parse(request, stats),
};

function checked<
  T extends { resource: ResourceDefinition; namespace?: string },
>(request: Request, schema: z.ZodType<T>): T {
  const parameters = parse(request, schema);
  if (parameters.namespace && !parameters.resource.namespaced) {
    throw new InputError(`${parameters.resource.name} have no namespace.`);
  }
  return parameters;
}

function parse<T>(request: Request, schema: z.ZodType<T>): T {
  const result = schema.safeParse({ ...request.query, ...request.params });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new InputError(
    `Parameter '${issue.path.join('.')}': ${issue.message}.`,
  );
}
