import { Random } from '../types';
import { apiErrors } from './apiErrors';

/** Kubernetes' letters for generated names: no vowels, hence no words. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';
const SUFFIX_LENGTH = 5;
const MAX_BASE_LENGTH = 63 - SUFFIX_LENGTH;

/**
 * A name made from `metadata.generateName`.
 *
 * @public
 */
export function generateName(base: unknown, random: Random): string {
  if (typeof base !== 'string' || base === '') {
    throw apiErrors.badRequest('name or generateName is required');
  }
  let suffix = '';
  while (suffix.length < SUFFIX_LENGTH) {
    suffix += ALPHABET[Math.floor(random.next() * ALPHABET.length)];
  }
  return base.slice(0, MAX_BASE_LENGTH) + suffix;
}
