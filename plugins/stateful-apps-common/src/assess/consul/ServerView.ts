import { ConsulProbe } from '../../model';
import { IdentitySlot } from '../context';

/** What one server of the set said about itself and the others, recently enough to count. @internal */
export interface ServerView {
  slot: IdentitySlot;
  probe: ConsulProbe;
}
