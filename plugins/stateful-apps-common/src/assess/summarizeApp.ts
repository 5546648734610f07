import {
  AppSummary,
  AppView,
  encodeIdentityStates,
  stringifyAppRef,
  Survival,
} from '../model';

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

/** Whether the verdict tells more than the other fields of the row do. */
function saysMore({ verdict, set, quorum }: AppView): boolean {
  return (
    verdict.reason !== 'Healthy' ||
    set.rollout !== undefined ||
    quorum?.aliveVoters !== quorum?.voters
  );
}

/**
 * One row for the fleet page and the overview card. `changedAt` is left to
 * whoever keeps earlier views.
 *
 * @public
 */
export function summarizeApp(view: AppView): AppSummary {
  const { ref, kind, verdict, quorum, identities, entityRefs } = view;
  return {
    id: stringifyAppRef(ref),
    kind,
    state: verdict.state,
    ...(saysMore(view) && { sentence: verdict.sentence }),
    ...(quorum?.canLose !== undefined && { canLose: quorum.canLose }),
    storage: storageOf(view),
    identities: encodeIdentityStates(identities),
    ...(entityRefs.length > 0 && { entityRefs }),
  };
}
