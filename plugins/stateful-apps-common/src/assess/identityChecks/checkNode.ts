import { Check, evidence } from '../checks';
import { isLive } from '../context';
import { IdentityCase } from './IdentityCase';

/**
 * A pod on a machine that does not answer may still run there. Kubernetes
 * makes no other while it cannot tell.
 *
 * @internal
 */
export const checkNode: Check<IdentityCase> = ({ context, slot }) => {
  const { pod } = slot;
  const node = pod?.nodeName ? context.nodes.get(pod.nodeName) : undefined;
  if (!pod || !node || !isLive(context, 'nodes')) return undefined;
  if (node.ready === 'True') return undefined;
  const facts = [
    evidence(
      `Node/${node.name}`,
      'status.conditions[Ready]',
      node.ready,
      node.readySince,
    ),
  ];
  const overdue =
    pod.deletionTimestamp !== undefined &&
    Date.parse(pod.deletionTimestamp) < context.now;
  if (overdue) {
    return {
      state: 'needs-person',
      reason: 'StuckOnLostNode',
      sentence: `It cannot be replaced: node ${node.name} does not answer, and Kubernetes waits for it to end the old pod.`,
      evidence: [
        ...facts,
        evidence(
          `Pod/${pod.name}`,
          'metadata.deletionTimestamp',
          pod.deletionTimestamp,
        ),
      ],
    };
  }
  return {
    state: 'unknown',
    reason: 'NodeLost',
    sentence: `Node ${node.name} does not answer; the pod may still run there.`,
    evidence: facts,
  };
};
