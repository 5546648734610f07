import { ApiError, Clock, KubeObject, ObjectStore } from '../../types';
import { EventRecorder } from '../EventRecorder';
import { keyOf } from '../keyOf';
import { matchesSelector } from '../matchesSelector';
import { splitKey } from '../splitKey';
import { WorkQueue } from '../WorkQueue';
import { newPod } from './newPod';
import { ordinalOf } from './ordinalOf';
import { planSet, SetAction, SetFacts } from './planSet';
import { Revisions, SetRevisions } from './Revisions';
import { SetClaims } from './SetClaims';
import { setSpec } from './setSpec';
import { setStatus } from './setStatus';

const SOURCE = { component: 'statefulset-controller' };

/**
 * Keeps a pod for each identity of each StatefulSet.
 *
 * @public
 */
export class StatefulSetController {
  private readonly queue: WorkQueue;
  private readonly revisions: Revisions;
  private readonly claims: SetClaims;

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly events: EventRecorder,
  ) {
    this.queue = new WorkQueue(clock, key => this.sync(key));
    this.revisions = new Revisions(store);
    this.claims = new SetClaims(store, events);
  }

  start(): void {
    this.store.subscribe(({ object }, resource) => {
      if (resource === 'statefulsets') this.queue.add(keyOf(object));
      if (resource === 'pods') this.addSetsOf(object);
      if (resource === 'persistentvolumeclaims') this.addWaiting(object);
    });
    for (const set of this.store.list('statefulsets')) {
      this.queue.add(keyOf(set));
    }
  }

  /** The set that controls the pod, or those that might adopt it. */
  private addSetsOf(pod: KubeObject) {
    const { namespace, labels } = pod.metadata;
    const owner = controllerOf(pod);
    for (const set of this.store.list('statefulsets', namespace)) {
      const concerned = owner
        ? owner.uid === set.metadata.uid
        : matchesSelector(set.spec.selector, labels);
      if (concerned) this.queue.add(keyOf(set));
    }
  }

  /** A claim that goes may free its name for a new one. */
  private addWaiting(claim: KubeObject) {
    for (const set of this.store.list(
      'statefulsets',
      claim.metadata.namespace,
    )) {
      const named = setSpec
        .claimTemplates(set)
        .some(({ metadata }) =>
          claim.metadata.name.startsWith(
            `${metadata.name}-${set.metadata.name}-`,
          ),
        );
      if (named) this.queue.add(keyOf(set));
    }
  }

  private sync(key: string) {
    const [namespace, name] = splitKey(key);
    const set = this.store.get('statefulsets', namespace, name);
    if (!set) return;
    const pods = this.podsOf(set);
    const revisions = this.revisions.ensure(set);
    const facts: SetFacts = {
      set,
      pods,
      currentRevision: revisions.current.metadata.name,
      updateRevision: revisions.update.metadata.name,
      now: this.clock.now(),
    };
    const plan = planSet(facts);
    for (const pod of pods) this.ownClaims(set, pod);
    for (const action of plan.actions) this.act(set, action, revisions);
    this.writeStatus(set, facts, revisions);
    this.revisions.trim(set, revisions, pods);
    if (plan.againAfterMs) this.queue.addAfter(key, plan.againAfterMs);
  }

  private act(set: KubeObject, action: SetAction, revisions: SetRevisions) {
    if (action.kind === 'create') {
      this.createPod(set, action.ordinal, revisions[action.revision]);
      return;
    }
    const { metadata } = action.pod;
    if (action.why === 'ended') {
      this.events.record(
        SOURCE,
        set,
        'Warning',
        'RecreatingTerminatedPod',
        `StatefulSet ${keyOf(set)} is recreating terminated Pod ${
          metadata.name
        }`,
      );
    }
    this.store.delete('pods', metadata.namespace, metadata.name, {
      preconditions: { uid: metadata.uid },
    });
    this.events.record(
      SOURCE,
      set,
      'Normal',
      'SuccessfulDelete',
      `delete Pod ${metadata.name} in StatefulSet ${set.metadata.name} successful`,
    );
  }

  private createPod(set: KubeObject, ordinal: number, revision: KubeObject) {
    const name = setSpec.podName(set, ordinal);
    const where = `Pod ${name} in StatefulSet ${set.metadata.name}`;
    if (!this.claims.ensure(set, ordinal)) {
      this.events.record(
        SOURCE,
        set,
        'Warning',
        'FailedCreate',
        `create ${where} failed error: a claim of the pod is being deleted`,
      );
      return;
    }
    const { $patch: _, ...template } = revision.data.spec.template;
    try {
      this.store.create(
        'pods',
        newPod(set, template, revision.metadata.name, ordinal),
      );
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.events.record(
        SOURCE,
        set,
        'Warning',
        'FailedCreate',
        `create ${where} failed error: ${error.message}`,
      );
      this.queue.addAfter(keyOf(set), 5_000);
      return;
    }
    this.events.record(
      SOURCE,
      set,
      'Normal',
      'SuccessfulCreate',
      `create ${where} successful`,
    );
  }

  private ownClaims(set: KubeObject, pod: KubeObject) {
    const ordinal = ordinalOf(set, pod);
    const index = ordinal - setSpec.start(set);
    const condemned = index < 0 || index >= setSpec.replicas(set);
    this.claims.own(set, pod, ordinal, condemned);
  }

  private writeStatus(
    set: KubeObject,
    facts: SetFacts,
    { collisionCount }: SetRevisions,
  ) {
    const { namespace, name } = set.metadata;
    if (!this.store.get('statefulsets', namespace, name)) return;
    const status = setStatus(
      { ...facts, pods: this.podsOf(set) },
      collisionCount,
    );
    this.store.update('statefulsets', namespace, name, draft => {
      draft.status = { ...draft.status, ...status };
    });
  }

  /** Pods that the set controls; those of its name and labels without an owner are adopted. */
  private podsOf(set: KubeObject): KubeObject[] {
    const { namespace, uid } = set.metadata;
    return this.store.list('pods', namespace).flatMap(pod => {
      const owner = controllerOf(pod);
      if (owner) return owner.uid === uid ? [pod] : [];
      const adoptable =
        ordinalOf(set, pod) >= 0 &&
        !pod.metadata.deletionTimestamp &&
        !set.metadata.deletionTimestamp &&
        matchesSelector(set.spec.selector, pod.metadata.labels);
      if (!adoptable) return [];
      return [
        this.store.update('pods', namespace, pod.metadata.name, draft => {
          const owners = draft.metadata.ownerReferences ?? [];
          draft.metadata.ownerReferences = [
            ...owners,
            {
              apiVersion: 'apps/v1',
              kind: 'StatefulSet',
              name: set.metadata.name,
              uid,
              controller: true,
              blockOwnerDeletion: true,
            },
          ];
        }),
      ];
    });
  }
}

function controllerOf({ metadata }: KubeObject) {
  return metadata.ownerReferences?.find(({ controller }) => controller);
}
