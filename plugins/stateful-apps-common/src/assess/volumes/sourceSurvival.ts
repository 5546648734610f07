import { PodVolumeFacts } from '../../model';
import { SurvivalVerdict } from './claimSurvival';

const NOT_DATA = new Set([
  'configMap',
  'secret',
  'projected',
  'downwardAPI',
  'image',
]);

/** Storage elsewhere that a pod names directly. */
const REMOTE = new Set([
  'nfs',
  'cephfs',
  'rbd',
  'glusterfs',
  'iscsi',
  'fc',
  'azureFile',
  'azureDisk',
  'awsElasticBlockStore',
  'gcePersistentDisk',
  'vsphereVolume',
  'cinder',
  'portworxVolume',
  'quobyte',
  'scaleIO',
  'storageos',
  'photonPersistentDisk',
  'flexVolume',
  'flocker',
]);

/** The verdict on a volume without a claim, by its source. @internal */
export function sourceSurvival(volume: PodVolumeFacts): SurvivalVerdict {
  const { source } = volume;
  if (NOT_DATA.has(source)) {
    return { survival: 'not-data', sentence: 'Configuration, no data.' };
  }
  if (REMOTE.has(source)) {
    return {
      survival: 'survives-pod',
      sentence:
        'Storage outside of the cluster: survives the pod and the node.',
    };
  }
  switch (source) {
    case 'emptyDir':
      return {
        survival: 'dies-with-pod',
        sentence:
          volume.medium === 'Memory'
            ? 'In memory: survives a restart of the container, lost with the pod.'
            : 'Survives a restart of the container, lost with the pod.',
      };
    case 'csi':
    case 'ephemeral':
    case 'gitRepo':
      return {
        survival: 'dies-with-pod',
        sentence: 'Made for the pod, lost with the pod.',
      };
    case 'hostPath':
      return {
        survival: 'dies-with-node',
        sentence: `Directory ${
          volume.path ?? ''
        } of the node: survives the pod there, lost with the node; on another node a pod finds nothing.`,
      };
    default:
      return {
        survival: 'unknown',
        sentence: `Not known what a volume of source ${source} outlives.`,
      };
  }
}
