import { ClaimView } from '@stateful-apps/backstage-plugin-common';
import { formatBytes } from './formatBytes';
import { Translate } from '../Translate';
import { visibleText } from './visibleText';

/** Claims as rows of text: name, phase, size, class, where. */
export function claimRows(
  claims: ClaimView[],
  t: Translate,
): Array<{ key: string; cells: string[] }> {
  return claims.map(claim => {
    const size = claim.actualBytes ?? claim.requestedBytes;
    return {
      key: claim.name,
      cells: [
        visibleText(claim.name),
        claim.phase,
        size === undefined ? '–' : formatBytes(size),
        visibleText(claim.storageClass ?? t('board.volumes.noClass')),
        visibleText(claim.pinnedTo?.join(', ') || '–'),
      ],
    };
  });
}
