import { Verdict } from '../../model';

/**
 * One entry of an ordered list of checks. The first that gives a verdict has
 * the last word; their order is the documentation.
 *
 * @internal
 */
export type Check<T> = (subject: T) => Verdict | undefined;
