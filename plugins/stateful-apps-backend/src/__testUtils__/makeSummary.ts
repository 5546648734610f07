import { AppSummary, AppView } from '@stateful-apps/backstage-plugin-common';

/** The row of a view, with nothing concluded. */
export function makeSummary(view: AppView): AppSummary {
  const { ref, kind, revision, asOf, verdict, set, identities } = view;
  return {
    ref,
    kind,
    revision,
    asOf,
    state: verdict.state,
    reason: verdict.reason,
    sentence: verdict.sentence,
    replicas: set.replicas,
    readyReplicas: set.readyReplicas,
    storage: 'unknown',
    identities: identities.map(({ ordinal, state }) => ({ ordinal, state })),
    entityRefs: view.entityRefs,
  };
}
