import { AppView } from '@stateful-apps/backstage-plugin-common';
import { KubernetesTruth } from '../truth/KubernetesTruth';
import { Row } from './Row';

/** The StatefulSet itself. */
export const setRows: Array<Row<AppView, KubernetesTruth>> = [
  {
    field: 'uid',
    ours: view => view.set.uid,
    truth: ({ statefulSet }) => statefulSet.metadata.uid,
  },
  {
    field: 'replicas',
    ours: view => view.set.replicas,
    truth: ({ statefulSet }) => statefulSet.spec.replicas,
  },
  {
    field: 'readyReplicas',
    ours: view => view.set.readyReplicas,
    truth: ({ statefulSet }) => statefulSet.status.readyReplicas ?? 0,
  },
  {
    field: 'startOrdinal',
    ours: view => view.set.startOrdinal,
    truth: ({ statefulSet }) => statefulSet.spec.ordinals?.start ?? 0,
  },
  {
    field: 'podManagementPolicy',
    ours: view => view.set.podManagementPolicy,
    truth: ({ statefulSet }) => statefulSet.spec.podManagementPolicy,
  },
  {
    field: 'updateStrategy',
    ours: view => view.set.updateStrategy,
    truth: ({ statefulSet }) => statefulSet.spec.updateStrategy.type,
  },
  {
    field: 'partition',
    ours: view => view.set.partition ?? 0,
    truth: ({ statefulSet }) =>
      statefulSet.spec.updateStrategy.rollingUpdate?.partition ?? 0,
  },
  {
    field: 'currentRevision',
    ours: view => view.set.currentRevision,
    truth: ({ statefulSet }) => statefulSet.status.currentRevision,
  },
  {
    field: 'updateRevision',
    ours: view => view.set.updateRevision,
    truth: ({ statefulSet }) => statefulSet.status.updateRevision,
  },
  {
    field: 'service',
    ours: view => view.set.service,
    truth: ({ statefulSet }) => statefulSet.spec.serviceName,
  },
  {
    field: 'serviceHeadless',
    ours: view => view.set.serviceHeadless,
    truth: ({ service }) => {
      if (!service) return 'missing';
      return service.spec.clusterIP === 'None' ? 'yes' : 'no';
    },
  },
  {
    field: 'budgets',
    ours: view => view.set.budgets,
    truth: ({ budgets }) =>
      budgets.map(budget => ({
        name: budget.metadata.name,
        disruptionsAllowed: budget.status.disruptionsAllowed,
      })),
  },
];
