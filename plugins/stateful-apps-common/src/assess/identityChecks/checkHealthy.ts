import { MemberView, Verdict } from '../../model';
import { IdentityCase } from './IdentityCase';

function memberWords(member: MemberView): string {
  return member.raft === 'leader' ? 'leads' : 'follows';
}

/** What is left when no check has found anything. @internal */
export function checkHealthy({ view }: IdentityCase): Verdict {
  const { member, page } = view;
  let sentence = 'Ready.';
  if (member) sentence = `Ready; ${memberWords(member)}.`;
  if (page?.sibling === 'same') {
    sentence = 'Ready; serves the same page as others.';
  }
  return { state: 'healthy', reason: 'Healthy', sentence, evidence: [] };
}
