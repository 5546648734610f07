import { MemberProbe } from '@stateful-apps/backstage-plugin-common';
import { Gateway } from '@stateful-apps/backstage-plugin-node';
import { Clock } from '../clock';
import { askConsul } from './askConsul';
import { askWeb } from './askWeb';
import { ProbeTarget } from './ProbeTarget';

/** One probe round of one server. Never rejects: what fails is in the probe. */
export function askMember(
  gateway: Gateway,
  clock: Pick<Clock, 'now'>,
  target: ProbeTarget,
  signal: AbortSignal,
): Promise<MemberProbe> {
  switch (target.kind) {
    case 'consul':
      return askConsul(gateway, clock, target, signal);
    case 'web':
      return askWeb(gateway, clock, target, signal);
    default:
      throw new Error(`No probe for apps of kind ${target.kind}`);
  }
}
