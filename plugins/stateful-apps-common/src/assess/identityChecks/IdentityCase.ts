import { IdentityView } from '../../model';
import { ConsulFinding } from '../consul';
import { AssessContext, IdentitySlot } from '../context';

/** One identity with all that its state is concluded from. @internal */
export interface IdentityCase {
  context: AssessContext;
  slot: IdentitySlot;
  /** The identity's view so far. */
  view: Omit<IdentityView, 'state' | 'reason' | 'sentence'>;
  consul?: ConsulFinding;
}
