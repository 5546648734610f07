import { HistoryView } from '@stateful-apps/backstage-plugin-common';
import { Translate } from '../Translate';
import { formatTime } from './formatTime';

/** Replacements as rows of text: identity, when, pod, claim, Consul node id. */
export function historyRows(
  history: HistoryView,
  setName: string,
  t: Translate,
): Array<{ key: string; cells: string[] }> {
  return history.items.map(
    ({ ordinal, at, fromUid, toUid, claim, nodeId }) => ({
      key: `${ordinal}/${toUid}`,
      cells: [
        `${setName}-${ordinal}`,
        formatTime(at),
        t('board.history.change', {
          from: fromUid.slice(0, 8),
          to: toUid.slice(0, 8),
        }),
        t(`board.pod.claim.${claim}`),
        t(`board.pod.nodeId.${nodeId}`),
      ],
    }),
  );
}
