import { IdentityChange, ReplacementView } from '../../model';

function compareClaims(change: IdentityChange): ReplacementView['claim'] {
  const { claimUids: from } = change.from;
  const { claimUids: to } = change.to;
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  if (names.size === 0) return 'none';
  let result: ReplacementView['claim'] = 'same';
  for (const name of names) {
    if (from[name] === undefined || to[name] === undefined) return 'unknown';
    if (from[name] !== to[name]) result = 'new';
  }
  return result;
}

function compareNodeIds(change: IdentityChange): ReplacementView['nodeId'] {
  const from = change.from.nodeId;
  const to = change.to.nodeId;
  if (from === undefined || to === undefined) return 'unknown';
  return from === to ? 'same' : 'new';
}

/** A change of an identity as people see it. @public */
export function replacementView(change: IdentityChange): ReplacementView {
  return {
    at: change.at,
    fromUid: change.from.podUid,
    toUid: change.to.podUid,
    claim: compareClaims(change),
    nodeId: compareNodeIds(change),
  };
}
