import { IdentityView } from '@stateful-apps/backstage-plugin-common';
import { Fact } from './Fact';
import { createFact } from './createFact';
import { Translate } from '../Translate';

/** Which servers see the member of an identity alive; servers that were not asked are left out. */
export function seenAliveFacts(
  identity: IdentityView,
  askedNames: ReadonlyMap<number, string>,
  t: Translate,
): Fact[] {
  const { member } = identity;
  const source = {
    object: 'Consul',
    field: 'GET /v1/agent/members of each server',
    at: member?.probedAt,
  };
  if (!member?.seenAliveBy || askedNames.size === 0) {
    return [
      createFact('none', t('board.seenAlive.none'), source, {
        tone: 'unknown',
      }),
    ];
  }
  const seeing = new Set(member.seenAliveBy);
  const asked = [...askedNames];
  const by = asked.filter(([ordinal]) => seeing.has(ordinal));
  const notBy = asked.filter(([ordinal]) => !seeing.has(ordinal));
  const names = (some: typeof asked) => some.map(([, name]) => name).join(', ');
  const facts = [
    createFact(
      'seen',
      t('board.seenAlive.summary', {
        seen: String(by.length),
        total: String(asked.length),
      }),
      source,
      {
        tone: notBy.length === 0 ? 'good' : 'warn',
        detail: by.length
          ? t('board.seenAlive.by', { names: names(by) })
          : t('board.seenAlive.byNobody'),
      },
    ),
  ];
  if (notBy.length) {
    const text = t('board.seenAlive.notBy', { names: names(notBy) });
    facts.push(createFact('notSeen', text, source, { tone: 'quiet' }));
  }
  return facts;
}
