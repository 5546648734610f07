import {
  ANNOTATION_STATEFULSET,
  AppSummary,
  isWorse,
  parseAppId,
} from '@stateful-apps/backstage-plugin-common';
import { Tone } from './Fact';
import { stateLook } from './stateLook';
import { summarySentence } from './summarySentence';
import { survivalText } from './survivalText';
import { Translate } from '../Translate';
import { visibleText } from './visibleText';

/** One row of the fleet page, ready to be shown. */
export interface FleetRow {
  key: string;
  name: string;
  cluster: string;
  namespace: string;
  kind: string;
  word: string;
  tone: Tone;
  sentence: string;
  /** As in the summary. */
  identities: string;
  canLose: string;
  storage: string;
  entityRefs: string[];
  /** The annotation that would make the app an entity's own; left out where one has it. */
  claimLine?: string;
  changedAt?: string;
}

/** The row of an app. */
export function fleetRow(summary: AppSummary, t: Translate): FleetRow {
  const { id, kind, state, canLose, entityRefs = [] } = summary;
  const ref = parseAppId(id);
  const look = stateLook(state, t);
  let loss: string = t('fleet.canLoseNone');
  if (canLose !== undefined) loss = String(canLose);
  else if (kind === 'consul') loss = t('fleet.canLoseUnknown');
  return {
    key: id,
    name: visibleText(ref.name),
    cluster: visibleText(ref.cluster),
    namespace: visibleText(ref.namespace),
    kind: t(`kind.${kind}`),
    ...look,
    sentence: summarySentence(summary, t),
    identities: summary.identities,
    canLose: loss,
    storage: survivalText(summary.storage, t),
    entityRefs,
    claimLine:
      entityRefs.length === 0 ? `${ANNOTATION_STATEFULSET}: ${id}` : undefined,
    changedAt: summary.changedAt,
  };
}

/** Whether no app stands below one that is worse. */
export function isWorstFirst(items: readonly AppSummary[]): boolean {
  return items.every(
    (item, index) =>
      index === 0 || !isWorse(item.state, items[index - 1].state),
  );
}
