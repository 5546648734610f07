import { AppInputs, AppView, IdentityView } from '../model';
import { AppCase, assessVerdict } from './appChecks';
import { asOf } from './asOf';
import { assessConsul } from './consul';
import { createContext } from './context';
import {
  dnsView,
  latestReplacement,
  placeView,
  planRollout,
  podView,
} from './identities';
import { assessIdentity, IdentityCase } from './identityChecks';
import { setView } from './setView';
import { leftoverClaims, volumeViews } from './volumes';
import { assessPages } from './web';

/**
 * Concludes from everything that was gathered about one app what it is now.
 * Pure: the same inputs give the same view. Does not throw.
 *
 * @param inputs - all facts, and the instant.
 * @param revision - number that the view carries.
 * @public
 */
export function assessApp(inputs: AppInputs, revision: number): AppView {
  const context = createContext(inputs);
  const { kind } = context.set.app;
  const rollout = planRollout(context);
  const consul = kind === 'consul' ? assessConsul(context) : undefined;
  const pages = kind === 'web' ? assessPages(context) : undefined;

  const identities: AppCase['identities'] = context.slots.map(slot => {
    const place = placeView(context, slot.pod);
    const waitsFor = rollout.waitsFor.get(slot.ordinal);
    const member = consul?.members.get(slot.ordinal);
    const page = pages?.get(slot.ordinal);
    const replaced = latestReplacement(inputs.history, slot.ordinal);
    const view: IdentityCase['view'] = {
      ordinal: slot.ordinal,
      name: slot.name,
      role: slot.role,
      ...(slot.pod && { pod: podView(context, slot.pod) }),
      ...(place && { place }),
      dns: dnsView(context, slot),
      ...(waitsFor && { waitsFor }),
      volumes: volumeViews(context, slot),
      ...(member && { member }),
      ...(page && { page }),
      ...(replaced && { replaced }),
    };
    const verdict = assessIdentity({ context, slot, view, consul });
    const { state, reason, sentence } = verdict;
    const complete: IdentityView = { ...view, state, reason, sentence };
    return { view: complete, verdict };
  });

  const view: AppView = {
    ref: inputs.ref,
    kind,
    revision,
    asOf: asOf(context),
    verdict: assessVerdict({ context, identities, rollout, consul }),
    set: setView(context, rollout),
    identities: identities.map(item => item.view),
    otherMembers: consul?.others ?? [],
    leftoverClaims: leftoverClaims(context),
    settings: context.set.app.settings,
    notLive: inputs.freshness.filter(item => item.state !== 'live'),
    entityRefs: inputs.entityRefs,
  };
  if (consul) view.quorum = consul.quorum;
  if (inputs.probingOff) view.probingOff = inputs.probingOff;
  if (inputs.usageUnknown) view.usageUnknown = inputs.usageUnknown;
  return view;
}
