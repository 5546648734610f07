import { AppSummary, AppView } from '@stateful-apps/backstage-plugin-common';

/** The row of a recorded app. */
export function summarize(view: AppView): AppSummary {
  return {
    ref: view.ref,
    kind: view.kind,
    revision: view.revision,
    asOf: view.asOf,
    state: view.verdict.state,
    reason: view.verdict.reason,
    sentence: view.verdict.sentence,
    replicas: view.set.replicas,
    readyReplicas: view.set.readyReplicas,
    canLose: view.quorum?.canLose,
    storage: view.identities[0]?.volumes[0]?.survival ?? 'unknown',
    identities: view.identities.map(({ ordinal, state }) => ({
      ordinal,
      state,
    })),
    entityRefs: view.entityRefs,
    changedAt: view.asOf,
  };
}
