import { SetView } from '../model';
import { matchesLabels } from '../labels';
import { AssessContext, hasData } from './context';
import { Rollout } from './identities';

function headlessState(context: AssessContext): SetView['serviceHeadless'] {
  if (!hasData(context, 'services')) return 'unknown';
  const { service } = context.inputs;
  if (!service) return 'missing';
  return service.headless ? 'yes' : 'no';
}

/** The StatefulSet as a whole. @internal */
export function setView(context: AssessContext, rollout: Rollout): SetView {
  const { set, inputs } = context;
  const view: SetView = {
    uid: set.uid,
    replicas: set.replicas,
    readyReplicas: set.status.readyReplicas,
    startOrdinal: set.startOrdinal,
    podManagementPolicy: set.podManagementPolicy,
    updateStrategy: set.updateStrategy,
    service: set.serviceName,
    serviceHeadless: headlessState(context),
    budgets: inputs.disruptionBudgets
      .filter(budget => matchesLabels(budget, set.templateLabels))
      .map(budget => ({
        name: budget.name,
        disruptionsAllowed: budget.disruptionsAllowed,
      })),
  };
  if (set.partition > 0) view.partition = set.partition;
  const { currentRevision, updateRevision } = set.status;
  if (currentRevision) view.currentRevision = currentRevision;
  if (updateRevision) view.updateRevision = updateRevision;
  if (rollout.sentence) view.rollout = rollout.sentence;
  return view;
}
