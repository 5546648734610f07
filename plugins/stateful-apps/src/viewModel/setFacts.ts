import { AppView } from '@stateful-apps/backstage-plugin-common';
import { Fact } from './Fact';
import { createFact } from './createFact';
import { Translate } from '../Translate';

/** What the StatefulSet itself says, each with its label. */
export function setFacts(
  view: AppView,
  t: Translate,
): Array<{ label: string; facts: Fact[] }> {
  const { set } = view;
  const object = `StatefulSet/${view.ref.name}`;
  const rows: Array<{ label: string; facts: Fact[] }> = [
    {
      label: t('board.set.replicas'),
      facts: [
        createFact(
          'replicas',
          t('board.set.replicasValue', {
            ready: String(set.readyReplicas),
            replicas: String(set.replicas),
            start: String(set.startOrdinal),
          }),
          [
            { object, field: 'spec.replicas, spec.ordinals.start' },
            { object, field: 'status.readyReplicas' },
          ],
        ),
      ],
    },
    {
      label: t('board.set.management'),
      facts: [
        createFact('management', set.podManagementPolicy, {
          object,
          field: 'spec.podManagementPolicy',
        }),
      ],
    },
    {
      label: t('board.set.strategy'),
      facts: [
        createFact(
          'strategy',
          set.partition
            ? t('board.set.strategyPartition', {
                strategy: set.updateStrategy,
                partition: String(set.partition),
              })
            : set.updateStrategy,
          { object, field: 'spec.updateStrategy' },
        ),
      ],
    },
    { label: t('board.set.revision'), facts: [revisionFact(view, object, t)] },
    { label: t('board.set.service'), facts: [serviceFact(view, t)] },
    { label: t('board.set.budgets'), facts: budgetFacts(view, t) },
  ];
  if (set.rollout) {
    const source = { object, field: 'status.updatedReplicas' };
    const facts = [
      createFact('rollout', set.rollout, source, { tone: 'busy' }),
    ];
    rows.push({ label: t('board.set.rollout'), facts });
  }
  return rows;
}

function revisionFact({ set }: AppView, object: string, t: Translate): Fact {
  const { currentRevision, updateRevision } = set;
  const source = {
    object,
    field: 'status.currentRevision, status.updateRevision',
  };
  const current = currentRevision ?? '–';
  if (!updateRevision || updateRevision === currentRevision) {
    return createFact('revision', current, source, { literal: true });
  }
  const change = t('board.set.revisionChange', {
    current,
    update: updateRevision,
  });
  return createFact('revision', change, source, { literal: true });
}

function serviceFact({ set }: AppView, t: Translate): Fact {
  const { service, serviceHeadless } = set;
  const source = { object: `Service/${service}`, field: 'spec.clusterIP' };
  switch (serviceHeadless) {
    case 'yes':
      return createFact(
        'service',
        t('board.set.headless', { service }),
        source,
      );
    case 'no':
      return createFact(
        'service',
        t('board.set.notHeadless', { service }),
        source,
      );
    case 'missing':
      return createFact(
        'service',
        t('board.set.serviceMissing', { service }),
        source,
        { tone: 'warn' },
      );
    default:
      return createFact(
        'service',
        t('board.set.serviceUnknown', { service }),
        source,
        { tone: 'unknown' },
      );
  }
}

function budgetFacts({ set, notLive }: AppView, t: Translate): Fact[] {
  if (set.budgets.length === 0) {
    const source = { object: 'PodDisruptionBudget', field: 'spec.selector' };
    const isKnown = notLive.every(
      ({ resource }) => resource !== 'poddisruptionbudgets',
    );
    return [
      isKnown
        ? createFact('none', t('board.set.noBudgets'), source, {
            tone: 'quiet',
          })
        : createFact('none', t('state.unknown'), source, { tone: 'unknown' }),
    ];
  }
  return set.budgets.map(({ name, disruptionsAllowed }) =>
    createFact(
      name,
      t('board.set.budget', { name, count: disruptionsAllowed }),
      {
        object: `PodDisruptionBudget/${name}`,
        field: 'status.disruptionsAllowed',
      },
    ),
  );
}
