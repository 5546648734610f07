import { AppView } from '@stateful-apps/backstage-plugin-common';
import { ConsulTruth } from '../truth/ConsulTruth';
import { Comparison } from './Row';

/** Log indexes grow all the time: ours must lie between two readings of Consul's own, one before it and one after. */
export function compareIndexes(
  view: AppView,
  before: ConsulTruth,
  after: ConsulTruth,
): Comparison {
  const total: Comparison = { fields: 0, differences: [] };
  for (const { member } of view.identities) {
    const indexIn = ({ peers }: ConsulTruth) =>
      peers.find(({ nodeId }) => nodeId === member?.nodeId)?.index;
    const least = indexIn(before);
    const most = indexIn(after);
    if (least === undefined || most === undefined) continue;
    total.fields += 1;
    const ours = member?.lastIndex ?? -1;
    if (ours < least || ours > most) {
      total.differences.push(
        `member ${member?.name} last index: ours ${ours}, the cluster between ${least} and ${most}`,
      );
    }
  }
  return total;
}
