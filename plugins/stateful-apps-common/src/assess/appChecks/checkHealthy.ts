import { Verdict } from '../../model';
import { evidence } from '../checks';
import { AppCase } from './AppCase';

/** What is left when no check has found anything. @internal */
export function checkHealthy(item: AppCase): Verdict {
  const { context, consul, identities, rollout } = item;
  const { name, replicas } = context.set;
  const details = consul
    ? consul.quorum.sentence
    : `${identities.length} of ${replicas} identities are ready.`;
  return {
    state: 'healthy',
    reason: 'Healthy',
    sentence: `Healthy. ${details}${
      rollout.sentence ? ` ${rollout.sentence}` : ''
    }`,
    evidence: [
      evidence(
        `StatefulSet/${name}`,
        'status.readyReplicas',
        context.set.status.readyReplicas,
      ),
    ],
  };
}
