import { IdentityView, SetView } from '@stateful-apps/backstage-plugin-common';
import { Fact } from './Fact';
import { createFact } from './createFact';
import { Translate } from '../Translate';

/** Under which name an identity can be reached, and whether it can. */
export function nameFacts(
  { name: pod, dns }: IdentityView,
  set: SetView,
  t: Translate,
): Fact[] {
  const service = `Service/${set.service}`;
  const name = createFact(
    'name',
    dns.name,
    [
      { object: `Pod/${pod}`, field: 'spec.hostname, spec.subdomain' },
      { object: service, field: 'metadata.name' },
    ],
    { literal: true },
  );
  const source = { object: service, field: 'spec.clusterIP' };
  if (dns.resolvable === 'yes') {
    return [
      name,
      createFact('resolves', t('board.name.resolves'), source, {
        tone: 'good',
      }),
    ];
  }
  const why = dns.why ?? t('board.name.unknown');
  const tone = dns.resolvable === 'no' ? 'warn' : 'unknown';
  return [name, createFact('resolves', why, source, { tone })];
}
