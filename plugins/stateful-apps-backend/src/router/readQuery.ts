import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * Reads parameters of a request by a schema.
 *
 * @throws InputError that names the parameter and what it must be.
 */
export function readQuery<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const text = result.error.issues
    .map(({ path, message }) => `${path.join('.') || 'query'}: ${message}`)
    .join('; ');
  throw new InputError(`The request cannot be read: ${text}`);
}
