import { IdentityView, Verdict } from '../../model';
import { ConsulFinding } from '../consul';
import { AssessContext } from '../context';
import { Rollout } from '../identities';

/** An app with all that its verdict is concluded from. @internal */
export interface AppCase {
  context: AssessContext;
  /** Every identity with its own verdict, in ordinal order. */
  identities: ReadonlyArray<{ view: IdentityView; verdict: Verdict }>;
  rollout: Rollout;
  consul?: ConsulFinding;
}
