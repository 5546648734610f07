import { EventRecorder } from '../EventRecorder';
import { KubeObject, ObjectStore } from '../../types';
import { setSpec } from './setSpec';

const RESOURCE = 'persistentvolumeclaims';
const SOURCE = { component: 'statefulset-controller' };

/**
 * The claims of a StatefulSet's ordinals: made before their pod, kept when it
 * goes, and owned as the set's retention policy says.
 *
 * @public
 */
export class SetClaims {
  constructor(
    private readonly store: ObjectStore,
    private readonly events: EventRecorder,
  ) {}

  /** False while a claim that is being deleted holds the name. */
  ensure(set: KubeObject, ordinal: number): boolean {
    const { namespace } = set.metadata;
    let usable = true;
    for (const template of setSpec.claimTemplates(set)) {
      const name = setSpec.claimName(set, template, ordinal);
      const existing = this.store.get(RESOURCE, namespace, name);
      if (existing?.metadata.deletionTimestamp) usable = false;
      if (existing) continue;
      this.store.create(RESOURCE, {
        metadata: {
          name,
          namespace,
          labels: {
            ...template.metadata.labels,
            ...set.spec.selector?.matchLabels,
          },
          annotations: template.metadata.annotations,
          finalizers: ['kubernetes.io/pvc-protection'],
        } as unknown as KubeObject['metadata'],
        spec: { volumeMode: 'Filesystem', ...template.spec },
        status: { phase: 'Pending' },
      });
      const pod = setSpec.podName(set, ordinal);
      this.events.record(
        SOURCE,
        set,
        'Normal',
        'SuccessfulCreate',
        `create Claim ${name} Pod ${pod} in StatefulSet ${set.metadata.name} success`,
      );
    }
    return usable;
  }

  /** Whose deletion takes the claims of `pod` along. */
  own(set: KubeObject, pod: KubeObject, ordinal: number, condemned: boolean) {
    const policy = set.spec.persistentVolumeClaimRetentionPolicy ?? {};
    const owners = [
      ...(condemned && policy.whenScaled === 'Delete'
        ? [{ apiVersion: 'v1', object: pod }]
        : []),
      ...(policy.whenDeleted === 'Delete' &&
      !(condemned && policy.whenScaled === 'Delete')
        ? [{ apiVersion: 'apps/v1', object: set }]
        : []),
    ].map(({ apiVersion, object }) => ({
      apiVersion,
      kind: object.kind,
      name: object.metadata.name,
      uid: object.metadata.uid,
      controller: true,
      blockOwnerDeletion: true,
    }));
    const { namespace, name: setName } = set.metadata;
    const names = [setName, setSpec.podName(set, ordinal)];
    for (const template of setSpec.claimTemplates(set)) {
      const name = setSpec.claimName(set, template, ordinal);
      if (!this.store.get(RESOURCE, namespace, name)) continue;
      this.store.update(RESOURCE, namespace, name, draft => {
        const others = (draft.metadata.ownerReferences ?? []).filter(
          owner => !names.includes(owner.name),
        );
        const all = [...others, ...owners];
        if (all.length > 0) draft.metadata.ownerReferences = all;
        else delete draft.metadata.ownerReferences;
      });
    }
  }
}
