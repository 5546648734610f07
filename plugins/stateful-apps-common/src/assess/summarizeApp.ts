import { AppSummary, AppView, Survival } from '../model';

/** What a volume outlives, least first; what is not known counts as little. */
const WORST_FIRST: Survival[] = [
  'dies-with-container',
  'dies-with-pod',
  'unknown',
  'dies-with-node',
  'survives-pod',
];

/**
 * The worst survival of the volumes with data: of those that hold the app's
 * data directory, or, where that is not known, of all that may hold data.
 */
function storageOf(view: AppView): Survival {
  const volumes = view.identities.flatMap(identity => {
    const holding = identity.volumes.filter(volume => volume.holdsData);
    return holding.length > 0 ? holding : identity.volumes;
  });
  return (
    WORST_FIRST.find(survival =>
      volumes.some(volume => volume.survival === survival),
    ) ?? 'not-data'
  );
}

/**
 * One row for the fleet page and the overview card. `changedAt` is left to
 * whoever keeps earlier views.
 *
 * @public
 */
export function summarizeApp(view: AppView): AppSummary {
  const summary: AppSummary = {
    ref: view.ref,
    kind: view.kind,
    revision: view.revision,
    asOf: view.asOf,
    state: view.verdict.state,
    reason: view.verdict.reason,
    sentence: view.verdict.sentence,
    replicas: view.set.replicas,
    readyReplicas: view.set.readyReplicas,
    storage: storageOf(view),
    identities: view.identities.map(({ ordinal, state }) => ({
      ordinal,
      state,
    })),
    entityRefs: view.entityRefs,
  };
  if (view.quorum?.canLose !== undefined) {
    summary.canLose = view.quorum.canLose;
  }
  return summary;
}
