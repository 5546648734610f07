import { AssessContext } from './AssessContext';

/** Milliseconds from an instant to the assessment; `undefined` for no instant, 0 for one that lies ahead. @internal */
export function timeSince(
  context: AssessContext,
  instant: string | undefined,
): number | undefined {
  if (instant === undefined) return undefined;
  const time = context.now - Date.parse(instant);
  return Number.isNaN(time) ? undefined : Math.max(time, 0);
}
