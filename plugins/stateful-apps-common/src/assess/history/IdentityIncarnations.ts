import { IdentityIncarnation } from '../../model';

/**
 * What was last seen behind each identity, by ordinal. Plain data, so that it
 * can be stored as JSON.
 *
 * @public
 */
export type IdentityIncarnations = Readonly<
  Record<number, IdentityIncarnation>
>;
