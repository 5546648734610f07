import { IdentityView, PodView } from '@stateful-apps/backstage-plugin-common';
import { Fact, Tone } from './Fact';
import { createFact } from './createFact';
import { formatTime } from './formatTime';
import { Translate } from '../Translate';

/** What the pod of an identity is doing. */
export function podFacts(identity: IdentityView, t: Translate): Fact[] {
  const object = `Pod/${identity.name}`;
  const { pod, replaced, waitsFor } = identity;
  const facts: Fact[] = [];

  if (pod) {
    facts.push(phaseFact(pod, object, t), ...reasonFacts(pod, object));
    facts.push(
      createFact(
        'restarts',
        t('board.pod.restarts', { count: pod.restarts }),
        { object, field: 'status.containerStatuses[*].restartCount' },
        { tone: pod.restarts > 0 ? 'plain' : 'quiet' },
      ),
    );
  } else {
    facts.push(
      createFact(
        'phase',
        t('board.pod.none'),
        { object, field: 'metadata.name' },
        { tone: 'warn' },
      ),
    );
  }
  if (waitsFor) {
    facts.push(
      createFact(
        'waits',
        t('board.pod.waitsFor', { what: waitsFor }),
        { object: 'StatefulSet', field: 'spec.podManagementPolicy' },
        { tone: 'busy' },
      ),
    );
  }
  if (pod && pod.revision !== 'only') {
    facts.push(revisionFact(pod.revision, object, t));
  }
  if (replaced) {
    facts.push(
      createFact(
        'replaced',
        t('board.pod.replacedAt'),
        { object, field: 'metadata.uid', at: replaced.at },
        {
          tone: 'quiet',
          since: replaced.at,
          detail: t('board.pod.replacedDetail', {
            claim: t(`board.pod.claim.${replaced.claim}`),
            nodeId: t(`board.pod.nodeId.${replaced.nodeId}`),
          }),
        },
      ),
    );
  }
  return facts;
}

function phaseFact(pod: PodView, object: string, t: Translate): Fact {
  const { phase, createdAt: since } = pod;
  if (pod.deletionAt) {
    return createFact(
      'phase',
      t('board.pod.terminating', { time: formatTime(pod.deletionAt) }),
      { object, field: 'metadata.deletionTimestamp' },
      { tone: 'busy' },
    );
  }
  const sources = [
    { object, field: 'status.phase' },
    { object, field: 'status.conditions[type=Ready]' },
  ];
  if (phase === 'Running' && pod.ready) {
    return createFact('phase', t('board.pod.ready', { phase }), sources, {
      since,
    });
  }
  const text = phase === 'Running' ? t('board.pod.notReady', { phase }) : phase;
  const tone: Tone = phase === 'Failed' ? 'bad' : 'warn';
  return createFact('phase', text, sources, { tone, since });
}

function reasonFacts(pod: PodView, object: string): Fact[] {
  if (!pod.reason) return [];
  const source = {
    object,
    field: 'status.containerStatuses[*].state.waiting.reason, status.reason',
  };
  return [
    createFact('reason', pod.reason, source, {
      tone: 'warn',
      detail: pod.message,
    }),
  ];
}

function revisionFact(
  revision: 'current' | 'update' | 'other',
  object: string,
  t: Translate,
): Fact {
  return createFact(
    'revision',
    t(`board.pod.${revision}Revision`),
    { object, field: 'metadata.labels[controller-revision-hash]' },
    { tone: revision === 'update' ? 'quiet' : 'busy' },
  );
}
