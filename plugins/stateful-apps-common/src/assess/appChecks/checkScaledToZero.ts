import { Check, evidence } from '../checks';
import { AppCase } from './AppCase';

/** No identity is expected, and none is left. @internal */
export const checkScaledToZero: Check<AppCase> = ({ context, identities }) => {
  if (context.set.replicas > 0 || identities.length > 0) return undefined;
  return {
    state: 'healthy',
    reason: 'ScaledToZero',
    sentence: 'Scaled to 0: nothing is expected to run.',
    evidence: [evidence(`StatefulSet/${context.set.name}`, 'spec.replicas', 0)],
  };
};
