import { EventFacts } from '@stateful-apps/backstage-plugin-common';
import { Index } from './Index';

/** Events kept per object. */
const MAX_PER_OBJECT = 200;

/** Events kept per cluster, so that an event storm cannot fill the memory. */
const MAX_IN_ALL = 50_000;

/**
 * How much older than the newest event of its object an event may be. Measured
 * between the API server's own times: our clock has no say. Kubernetes itself
 * deletes events after an hour unless told otherwise.
 */
const MAX_AGE_MS = 3 * 60 * 60 * 1000;

/** Events by the object that they are about, few enough of each. */
export class EventLog {
  readonly #byName = new Map<string, EventFacts[]>();
  readonly #byInvolvedUid = new Index<EventFacts>(({ involved }) =>
    involved.uid ? [involved.uid] : [],
  );
  readonly #byUid = new Map<string, EventFacts>();

  get size(): number {
    return this.#byUid.size;
  }

  get(uid: string): EventFacts | undefined {
    return this.#byUid.get(uid);
  }

  all(): Iterable<EventFacts> {
    return this.#byUid.values();
  }

  /** Oldest first. */
  about(kind: string, namespace: string, name: string): EventFacts[] {
    return [...(this.#byName.get(logKey(kind, namespace, name)) ?? [])];
  }

  /** Oldest first. */
  of(involvedUid: string): EventFacts[] {
    return this.#byInvolvedUid
      .get(involvedUid)
      .sort((a, b) => timeOf(a) - timeOf(b));
  }

  add(event: EventFacts): void {
    this.remove(event.uid);
    const key = keyOf(event);
    const log = this.#byName.get(key) ?? [];
    this.#byName.set(key, log);
    const time = timeOf(event);
    let place = log.length;
    while (place > 0 && timeOf(log[place - 1]) > time) place -= 1;
    log.splice(place, 0, event);
    this.#byUid.set(event.uid, event);
    this.#byInvolvedUid.add(event);

    const oldest = timeOf(log[log.length - 1]) - MAX_AGE_MS;
    while (log.length > MAX_PER_OBJECT || timeOf(log[0]) < oldest) {
      this.remove(log[0].uid);
    }
    if (this.#byUid.size > MAX_IN_ALL) this.#removeFirst();
  }

  /** Answers the event that was there. */
  remove(uid: string): EventFacts | undefined {
    const event = this.#byUid.get(uid);
    if (!event) return undefined;
    this.#byUid.delete(uid);
    this.#byInvolvedUid.remove(event);
    const key = keyOf(event);
    const log = this.#byName.get(key) ?? [];
    log.splice(log.indexOf(event), 1);
    if (log.length === 0) this.#byName.delete(key);
    return event;
  }

  /** The event that came in first; but for late ones it is the oldest. */
  #removeFirst(): void {
    const [first] = this.#byUid.keys();
    this.remove(first);
  }
}

function keyOf(event: EventFacts): string {
  const { kind, name } = event.involved;
  return logKey(kind, event.namespace ?? '', name);
}

function logKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}

function timeOf(event: EventFacts): number {
  const { lastTimestamp, firstTimestamp, creationTimestamp } = event;
  const time = Date.parse(
    lastTimestamp ?? firstTimestamp ?? creationTimestamp ?? '',
  );
  return Number.isNaN(time) ? 0 : time;
}
