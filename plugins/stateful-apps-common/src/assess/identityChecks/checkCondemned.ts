import { Check, evidence } from '../checks';
import { IdentityCase } from './IdentityCase';

/** Outside of the set's ordinals: on its way out. @internal */
export const checkCondemned: Check<IdentityCase> = ({
  context,
  slot,
  view,
}) => {
  if (slot.role !== 'condemned') return undefined;
  const { replicas } = context.set;
  const waits = view.waitsFor ? `; waits for ${view.waitsFor}` : '';
  return {
    state: 'healing',
    reason: 'Condemned',
    sentence: `Not among the ${replicas} replicas; is being removed${waits}.`,
    evidence: [
      evidence(`StatefulSet/${context.set.name}`, 'spec.replicas', replicas),
    ],
  };
};
