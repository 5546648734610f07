import { IdentityChange, ReplacementView } from '../../model';
import { replacementView } from './replacementView';

/** The newest replacement of an identity. @internal */
export function latestReplacement(
  history: readonly IdentityChange[],
  ordinal: number,
): ReplacementView | undefined {
  let latest: IdentityChange | undefined;
  for (const change of history) {
    if (change.ordinal !== ordinal) continue;
    if (!latest || change.at >= latest.at) latest = change;
  }
  return latest && replacementView(latest);
}
