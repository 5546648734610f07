import { Survival } from '@stateful-apps/backstage-plugin-common';
import { Translate } from '../Translate';

/** What a volume outlives, in words. */
export function survivalText(survival: Survival, t: Translate): string {
  switch (survival) {
    case 'survives-pod':
      return t('board.volumes.survivesPod');
    case 'dies-with-node':
      return t('board.volumes.diesWithNode');
    case 'dies-with-pod':
      return t('board.volumes.diesWithPod');
    case 'dies-with-container':
      return t('board.volumes.diesWithContainer');
    case 'not-data':
      return t('board.volumes.notData');
    default:
      return t('board.volumes.unknown');
  }
}
