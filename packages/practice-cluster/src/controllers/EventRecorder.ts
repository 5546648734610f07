import { timestamps } from '../clock/timestamps';
import { Clock, KubeObject, ObjectStore, Random } from '../types';

/** @public */
export interface EventSource {
  component: string;
  /** The node, for kubelets. */
  host?: string;
}

const TTL_MS = 60 * 60_000;
const SWEEP_MS = 5 * 60_000;

/**
 * Writes events as client-go's recorder does: what is said again of the same
 * object raises the count of the event that said it first. Events go after an
 * hour.
 *
 * @public
 */
export class EventRecorder {
  /** Names of events by what they say. */
  private readonly names = new Map<string, string>();

  constructor(
    private readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  start(): void {
    this.clock.after(SWEEP_MS, () => {
      this.sweep();
      this.start();
    });
  }

  record(
    source: EventSource,
    object: KubeObject,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
    fieldPath?: string,
  ): void {
    const namespace = object.metadata.namespace ?? 'default';
    const now = timestamps.seconds(this.clock.now());
    const key = JSON.stringify([
      source,
      object.metadata.uid,
      reason,
      message,
      fieldPath,
    ]);
    const known = this.names.get(key);
    if (known && this.store.get('events', namespace, known)) {
      this.store.update('events', namespace, known, event => {
        event.count += 1;
        event.lastTimestamp = now;
      });
      return;
    }
    const name = `${object.metadata.name}.${this.random.hex(16)}`;
    this.names.set(key, name);
    this.store.create('events', {
      metadata: { name, namespace } as KubeObject['metadata'],
      involvedObject: {
        kind: object.kind,
        namespace: object.metadata.namespace,
        name: object.metadata.name,
        uid: object.metadata.uid,
        apiVersion: object.apiVersion,
        resourceVersion: object.metadata.resourceVersion,
        fieldPath,
      },
      reason,
      message,
      source,
      firstTimestamp: now,
      lastTimestamp: now,
      count: 1,
      type,
      reportingComponent: source.component,
      reportingInstance: source.host ?? '',
    });
  }

  private sweep() {
    const oldest = this.clock.now() - TTL_MS;
    for (const event of this.store.list('events')) {
      const last = event.lastTimestamp ?? event.metadata.creationTimestamp;
      if (Date.parse(last) >= oldest) continue;
      this.store.delete(
        'events',
        event.metadata.namespace,
        event.metadata.name,
      );
    }
    const kept = new Set(
      this.store.list('events').map(({ metadata }) => metadata.name),
    );
    for (const [key, name] of this.names) {
      if (!kept.has(name)) this.names.delete(key);
    }
  }
}
