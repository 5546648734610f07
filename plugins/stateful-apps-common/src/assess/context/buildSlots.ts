import { AppInputs, PodFacts } from '../../model';
import { IdentitySlot } from './IdentitySlot';

/** More identities than this are not listed; Kubernetes itself names 3 000 pods a namespace as its limit. */
const IDENTITIES = 3000;

/** The controller adopts pods without an owner that carry its names. */
function belongsTo(setUid: string, pod: PodFacts): boolean {
  return pod.owner === undefined || pod.owner.uid === setUid;
}

/** @internal */
export function buildSlots(inputs: AppInputs): IdentitySlot[] {
  const set = inputs.statefulSet;
  const slots = new Map<number, IdentitySlot>();
  const end = set.startOrdinal + Math.min(set.replicas, IDENTITIES);
  for (let ordinal = set.startOrdinal; ordinal < end; ordinal += 1) {
    const name = `${set.name}-${ordinal}`;
    slots.set(ordinal, { ordinal, name, role: 'replica' });
  }
  let condemned = false;
  for (const pod of inputs.pods) {
    const { ordinal } = pod;
    if (ordinal === undefined || pod.name !== `${set.name}-${ordinal}`)
      continue;
    const slot = slots.get(ordinal);
    const own = belongsTo(set.uid, pod);
    if (slot && own) slot.pod = pod;
    else if (slot) slot.foreignPod = pod;
    else if (own && slots.size < 2 * IDENTITIES) {
      condemned = true;
      slots.set(ordinal, { ordinal, name: pod.name, role: 'condemned', pod });
    }
  }
  const list = [...slots.values()];
  return condemned ? list.sort((a, b) => a.ordinal - b.ordinal) : list;
}
