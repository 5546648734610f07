import { IdentityView } from '@stateful-apps/backstage-plugin-common';
import { Fact } from './Fact';
import { createFact } from './createFact';
import { Translate } from '../Translate';

/** Where the pod of an identity runs. */
export function placeFacts(identity: IdentityView, t: Translate): Fact[] {
  const { place, pod } = identity;
  const object = `Pod/${identity.name}`;
  if (!place) {
    return [
      createFact(
        'node',
        t('board.place.none'),
        { object, field: 'spec.nodeName' },
        { tone: 'quiet' },
      ),
    ];
  }
  const node = `Node/${place.node}`;
  const facts = [
    createFact(
      'node',
      place.node,
      { object, field: 'spec.nodeName' },
      { literal: true },
    ),
  ];
  if (place.zone) {
    facts.push(
      createFact(
        'zone',
        t('board.place.zone', { zone: place.zone }),
        { object: node, field: 'metadata.labels[topology.kubernetes.io/zone]' },
        { tone: 'quiet' },
      ),
    );
  }
  if (place.nodeReady === 'False' || place.nodeReady === 'Unknown') {
    facts.push(
      createFact(
        'ready',
        t(
          place.nodeReady === 'False'
            ? 'board.place.nodeNotReady'
            : 'board.place.nodeUnknown',
        ),
        { object: node, field: 'status.conditions[type=Ready]' },
        { tone: 'bad' },
      ),
    );
  }
  if (pod?.ip) {
    facts.push(
      createFact(
        'ip',
        t('board.place.ip', { ip: pod.ip }),
        { object, field: 'status.podIP' },
        { tone: 'quiet' },
      ),
    );
  }
  return facts;
}
