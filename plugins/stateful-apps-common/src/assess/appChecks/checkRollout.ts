import { Check, evidence } from '../checks';
import { AppCase } from './AppCase';

/** The controller is at work. @internal */
export const checkRollout: Check<AppCase> = ({ context, rollout }) => {
  const { name, generation, status } = context.set;
  if (
    status.observedGeneration !== undefined &&
    status.observedGeneration < generation
  ) {
    return {
      state: 'healing',
      reason: 'NotObserved',
      sentence:
        'The latest change of the StatefulSet has not been taken up yet.',
      evidence: [
        evidence(
          `StatefulSet/${name}`,
          'status.observedGeneration',
          `${status.observedGeneration} of ${generation}`,
        ),
      ],
    };
  }
  if (!rollout.moving || !rollout.sentence) return undefined;
  return {
    state: 'healing',
    reason: 'RollingUpdate',
    sentence: rollout.sentence,
    evidence: [
      evidence(
        `StatefulSet/${name}`,
        'status.updateRevision',
        status.updateRevision ?? '',
      ),
    ],
  };
};
