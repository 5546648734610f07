import { AppSummary, AppView } from '@stateful-apps/backstage-plugin-common';

/** The row of an app, brought up to date by its live view. */
export function summaryOf(summary: AppSummary, view: AppView): AppSummary {
  return {
    ...summary,
    revision: view.revision,
    asOf: view.asOf,
    state: view.verdict.state,
    reason: view.verdict.reason,
    sentence: view.verdict.sentence,
    replicas: view.set.replicas,
    readyReplicas: view.set.readyReplicas,
    canLose: view.quorum?.canLose,
    identities: view.identities.map(({ ordinal, state }) => ({
      ordinal,
      state,
    })),
  };
}
