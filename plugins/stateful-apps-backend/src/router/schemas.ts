import { HEALTH_STATES } from '@stateful-apps/backstage-plugin-common';
import { z } from 'zod';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const MAX_VALUES = 50;

const namespace = z
  .string()
  .max(63)
  .regex(DNS_LABEL, 'must be a DNS-1123 label, for example "course"');

const name = z
  .string()
  .max(253)
  .regex(DNS_SUBDOMAIN, 'must be a DNS-1123 subdomain, for example "consul-0"');

/** Clusters are named by plugin-kubernetes, whose names know no rule. */
const cluster = z.string().min(1).max(253);

/** A parameter that may be given once or several times. */
function several<T extends z.ZodType>(item: T) {
  return z
    .union([item.transform(value => [value]), z.array(item).max(MAX_VALUES)])
    .optional();
}

/** The path of one app. */
export const appRefSchema = z.object({ cluster, namespace, name });

/** The query of `GET /apps`. */
export const listQuerySchema = z
  .object({
    cluster: several(cluster),
    namespace: several(namespace),
    kind: several(z.enum(['consul', 'web', 'other'])),
    state: several(z.enum(HEALTH_STATES)),
    search: z.string().max(100).optional(),
    entityRef: z.string().min(1).max(400).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().min(1).max(2000).optional(),
  })
  .strict();

/** The query of the event streams. */
export const streamQuerySchema = z
  .object({ after: z.coerce.number().int().nonnegative().optional() })
  .strict();
