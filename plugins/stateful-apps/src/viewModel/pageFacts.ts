import { IdentityView } from '@stateful-apps/backstage-plugin-common';
import { Fact } from './Fact';
import { createFact } from './createFact';
import { formatBytes } from './formatBytes';
import { Translate } from '../Translate';

/** What the web server of an identity serves. */
export function pageFacts(
  identity: IdentityView,
  siblings: ReadonlyMap<number, string>,
  t: Translate,
): Fact[] {
  const { page } = identity;
  const object = `Pod/${identity.name}`;
  const source = { object, field: 'GET /', at: page?.probedAt };
  if (!page) {
    return [
      createFact('none', t('board.page.none'), source, { tone: 'unknown' }),
    ];
  }
  const facts: Fact[] = [];
  if (page.title) {
    facts.push(
      createFact('title', t('board.page.titled', { title: page.title }), {
        ...source,
        field: 'GET /, <title>',
      }),
    );
  }
  if (page.status !== undefined) {
    const tone = page.status < 400 ? 'quiet' : 'warn';
    facts.push(
      createFact(
        'status',
        t('board.page.status', { status: String(page.status) }),
        source,
        { tone },
      ),
    );
  }
  if (page.sha256 && page.bytes !== undefined) {
    facts.push(
      createFact(
        'hash',
        t('board.page.hash', {
          hash: page.sha256.slice(0, 8),
          bytes: formatBytes(page.bytes),
        }),
        source,
        { tone: 'quiet', detail: page.sha256 },
      ),
    );
  }
  if (page.sibling === 'different') {
    facts.push(createFact('sibling', t('board.page.different'), source));
  } else if (page.sibling === 'same') {
    const names = (page.sameAs ?? []).map(
      ordinal => siblings.get(ordinal) ?? String(ordinal),
    );
    facts.push(
      createFact(
        'sibling',
        t('board.page.same', { names: names.join(', ') }),
        source,
      ),
    );
  }
  if (page.error) {
    facts.push(createFact('error', page.error, source, { tone: 'unknown' }));
  }
  return facts;
}
