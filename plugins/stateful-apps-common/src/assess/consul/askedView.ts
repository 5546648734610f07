import { ConsulProbe } from '../../model';
import {
  AssessContext,
  IdentitySlot,
  timeSince,
  whyNotAsked,
} from '../context';
import { THRESHOLDS } from '../thresholds';
import { ServerView } from './ServerView';

function answeredAnything(probe: ConsulProbe): boolean {
  return (
    probe.leader !== undefined ||
    probe.peers !== undefined ||
    probe.members !== undefined ||
    probe.nodeId !== undefined ||
    probe.raftServers !== undefined
  );
}

function startOfServer(context: AssessContext, slot: IdentitySlot) {
  const name = context.set.app.endpoint?.container;
  return slot.pod?.containers.find(item => item.name === name)?.startedAt;
}

/** The probe of an identity's pod, whatever its age. @internal */
function probeOf(
  context: AssessContext,
  slot: IdentitySlot,
): ConsulProbe | undefined {
  const probe = slot.pod && context.inputs.probes.get(slot.pod.uid);
  return probe?.kind === 'consul' ? probe : undefined;
}

/**
 * The view of an identity's server, or why there is none. A probe that is too
 * old, or of a container that has been restarted since, does not count.
 *
 * @internal
 */
export function askedView(
  context: AssessContext,
  slot: IdentitySlot,
): { view: ServerView; why?: undefined } | { view?: undefined; why: string } {
  const probe = probeOf(context, slot);
  if (!probe) return { why: whyNotAsked(context, slot) };
  const age = timeSince(context, probe.at);
  if (age === undefined || age > THRESHOLDS.probeAge) {
    return { why: `It was last asked at ${probe.at}.` };
  }
  const startedAt = startOfServer(context, slot);
  if (startedAt && Date.parse(probe.at) < Date.parse(startedAt)) {
    return { why: 'Its container started anew and has not been asked since.' };
  }
  if (!answeredAnything(probe)) {
    return { why: probe.errors[0]?.message ?? 'It gave no answer.' };
  }
  return { view: { slot, probe } };
}
