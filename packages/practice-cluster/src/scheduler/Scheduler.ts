import { between } from '../clock/between';
import { timestamps } from '../clock/timestamps';
import { EventRecorder } from '../controllers/EventRecorder';
import { keyOf } from '../controllers/keyOf';
import { splitKey } from '../controllers/splitKey';
import { storageNames } from '../controllers/storage/storageNames';
import { Clock, KubeObject, ObjectStore, Random } from '../types';
import { explainPodRefusal } from './explainPodRefusal';
import { explainRefusals } from './explainRefusals';
import { filterNode, NodeRefusal, SchedulingFacts } from './filterNode';

const SOURCE = { component: 'default-scheduler' };
const CYCLE_MS = [8, 25] as const;
/** A pod that fitted nowhere is tried again when something changes, and at least so often. */
const RETRY_MS = 5 * 60_000;
const MIN_RETRY_MS = 1_000;
/** How long a volume may take. */
const BIND_TIMEOUT_MS = 600_000;
const CLAIMS = 'persistentvolumeclaims';

/**
 * Gives each pod a node, and each claim that waits for its first consumer the
 * same one.
 *
 * @public
 */
export class Scheduler {
  private readonly waiting = new Set<string>();
  /** Pods whose claims are being provisioned, with their node. */
  private readonly binding = new Map<string, { node: string; until: number }>();

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly events: EventRecorder,
  ) {}

  start(): void {
    this.store.subscribe(({ type, object }, resource) => {
      if (resource === 'pods' && isPending(object) && type === 'ADDED') {
        this.later(keyOf(object));
      } else if (this.mayHelp(resource, type)) {
        this.retryAll();
      }
    });
    this.retryAll();
    this.retryFromTimeToTime();
  }

  private mayHelp(resource: string, type: string): boolean {
    if (resource === 'pods') return type === 'DELETED';
    if (resource === 'nodes') return true;
    return [CLAIMS, 'persistentvolumes', 'storageclasses'].includes(resource);
  }

  private retryFromTimeToTime() {
    this.clock.after(RETRY_MS, () => {
      this.retryAll();
      this.retryFromTimeToTime();
    });
  }

  private retryAll() {
    for (const pod of this.store.list('pods')) {
      if (isPending(pod)) this.later(keyOf(pod));
    }
  }

  private later(key: string) {
    if (this.waiting.has(key)) return;
    this.waiting.add(key);
    const [namespace, name] = splitKey(key);
    const tried = this.store
      .get('pods', namespace, name)
      ?.status?.conditions?.some(({ type }: any) => type === 'PodScheduled');
    const wait = tried ? MIN_RETRY_MS : between(this.random, ...CYCLE_MS);
    const soon = this.binding.has(key) ? CYCLE_MS[0] : wait;
    this.clock.after(soon, () => {
      this.waiting.delete(key);
      const pod = this.store.get('pods', namespace, name);
      if (pod && isPending(pod)) this.schedule(pod);
      else this.binding.delete(key);
    });
  }

  private schedule(pod: KubeObject) {
    const claims = this.claimsOf(pod);
    if (typeof claims === 'string') {
      const total = this.store.list('nodes').length;
      this.refuse(pod, explainPodRefusal(total, claims));
      return;
    }
    const facts = this.factsFor(pod, claims);
    const refusals: NodeRefusal[] = [];
    const fitting: KubeObject[] = [];
    for (const node of facts.nodes) {
      const refusal = filterNode(facts, node);
      if (refusal) refusals.push(refusal);
      else fitting.push(node);
    }
    if (fitting.length === 0) {
      this.releaseClaims(pod, claims);
      this.refuse(
        pod,
        facts.nodes.length === 0
          ? 'no nodes available to schedule pods'
          : explainRefusals(refusals),
      );
      return;
    }
    const promised = this.binding.get(keyOf(pod));
    const node =
      fitting.find(({ metadata }) => metadata.name === promised?.node) ??
      leastLoaded(facts, fitting);
    if (this.provisionClaims(pod, claims, node)) this.bind(pod, node);
  }

  /** The pod's claims; a sentence where one is not ready for scheduling. */
  private claimsOf(pod: KubeObject): KubeObject[] | string {
    const claims: KubeObject[] = [];
    for (const volume of pod.spec.volumes ?? []) {
      const name = volume.persistentVolumeClaim?.claimName;
      if (!name) continue;
      const claim = this.store.get(CLAIMS, pod.metadata.namespace, name);
      if (!claim) return `persistentvolumeclaim "${name}" not found`;
      if (claim.metadata.deletionTimestamp) {
        return `persistentvolumeclaim "${name}" is being deleted`;
      }
      if (claim.status?.phase === 'Lost') {
        return `persistentvolumeclaim "${name}" bound to non-existent persistentvolume "${claim.spec.volumeName}"`;
      }
      if (claim.status?.phase !== 'Bound' && !this.waitsForConsumer(claim)) {
        return 'pod has unbound immediate PersistentVolumeClaims';
      }
      claims.push(claim);
    }
    return claims;
  }

  private waitsForConsumer(claim: KubeObject): boolean {
    const name = claim.spec.storageClassName;
    const storageClass =
      name && this.store.get('storageclasses', undefined, name);
    return storageClass?.volumeBindingMode === 'WaitForFirstConsumer';
  }

  private factsFor(pod: KubeObject, claims: KubeObject[]): SchedulingFacts {
    const nodes = this.store.list('nodes');
    return {
      pod,
      nodes,
      placed: this.store
        .list('pods')
        .filter(
          ({ spec, status }) =>
            spec.nodeName && !['Succeeded', 'Failed'].includes(status?.phase),
        ),
      volumes: claims.flatMap(({ spec }) => {
        const volume =
          spec.volumeName &&
          this.store.get('persistentvolumes', undefined, spec.volumeName);
        return volume ? [volume] : [];
      }),
      selectedNode: this.binding.get(keyOf(pod))?.node,
    };
  }

  /** True once every claim is bound. */
  private provisionClaims(
    pod: KubeObject,
    claims: KubeObject[],
    node: KubeObject,
  ): boolean {
    const unbound = claims.filter(({ status }) => status?.phase !== 'Bound');
    if (unbound.length === 0) return true;
    const key = keyOf(pod);
    const now = this.clock.now();
    const { name } = node.metadata;
    const promise = this.binding.get(key);
    if (promise && now >= promise.until) {
      this.releaseClaims(pod, claims);
      this.refuse(
        pod,
        'running PreBind plugin "VolumeBinding": binding volumes: context deadline exceeded',
      );
      return false;
    }
    this.binding.set(
      key,
      promise ?? { node: name, until: now + BIND_TIMEOUT_MS },
    );
    for (const claim of unbound) {
      this.store.update(
        CLAIMS,
        claim.metadata.namespace,
        claim.metadata.name,
        draft => {
          draft.metadata.annotations = {
            ...draft.metadata.annotations,
            [storageNames.selectedNode]: name,
          };
        },
      );
    }
    return false;
  }

  private releaseClaims(pod: KubeObject, claims: KubeObject[]) {
    if (!this.binding.delete(keyOf(pod))) return;
    for (const { metadata, status } of claims) {
      if (status?.phase === 'Bound') continue;
      this.store.update(CLAIMS, metadata.namespace, metadata.name, draft => {
        delete draft.metadata.annotations?.[storageNames.selectedNode];
      });
    }
  }

  private bind(pod: KubeObject, node: KubeObject) {
    const { namespace, name } = pod.metadata;
    this.binding.delete(keyOf(pod));
    const time = timestamps.seconds(this.clock.now());
    this.store.update('pods', namespace, name, draft => {
      draft.spec.nodeName = node.metadata.name;
      draft.status = {
        ...draft.status,
        conditions: [
          ...(draft.status?.conditions ?? []).filter(
            ({ type }: any) => type !== 'PodScheduled',
          ),
          {
            type: 'PodScheduled',
            status: 'True',
            lastProbeTime: null,
            lastTransitionTime: time,
          },
        ],
      };
    });
    this.events.record(
      SOURCE,
      pod,
      'Normal',
      'Scheduled',
      `Successfully assigned ${namespace}/${name} to ${node.metadata.name}`,
    );
  }

  private refuse(pod: KubeObject, message: string) {
    const { namespace, name } = pod.metadata;
    const before = pod.status?.conditions?.find(
      ({ type }: any) => type === 'PodScheduled',
    );
    // What is already said is not said again with every change in the cluster.
    if (before?.status === 'False' && before.message === message) return;
    const time = timestamps.seconds(this.clock.now());
    this.store.update('pods', namespace, name, draft => {
      draft.status = {
        ...draft.status,
        phase: 'Pending',
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            reason: 'Unschedulable',
            message,
            lastProbeTime: null,
            lastTransitionTime: before?.lastTransitionTime ?? time,
          },
        ],
      };
    });
    this.events.record(SOURCE, pod, 'Warning', 'FailedScheduling', message);
  }
}

function isPending(pod: KubeObject): boolean {
  return (
    !pod.spec.nodeName &&
    !pod.metadata.deletionTimestamp &&
    (pod.spec.schedulerName ?? 'default-scheduler') === 'default-scheduler'
  );
}

/** The node with the fewest pods of the same controller, then the fewest pods. */
function leastLoaded(facts: SchedulingFacts, nodes: KubeObject[]): KubeObject {
  const owner = facts.pod.metadata.ownerReferences?.[0]?.uid;
  const load = ({ metadata }: KubeObject) => {
    const pods = facts.placed.filter(
      ({ spec }) => spec.nodeName === metadata.name,
    );
    const siblings = pods.filter(
      pod => owner && pod.metadata.ownerReferences?.[0]?.uid === owner,
    );
    return siblings.length * 1000 + pods.length;
  };
  return [...nodes].sort((one, other) => load(one) - load(other))[0];
}
