import { RecordedObject } from './Recorded';

interface Entry {
  namespace?: string;
  labels: Record<string, string>;
  /** The object as JSON without `kind` and `apiVersion`, as it stands in lists. */
  json: string;
}

/** One line of a watch. */
export interface Change {
  resourceVersion: number;
  namespace?: string;
  line: string;
}

/** The objects of one resource, ready to be sent. */
export class ObjectTable {
  private readonly entries = new Map<string, Entry>();
  private keys: string[] | undefined;
  private readonly changes: Change[] = [];
  private readonly watchers = new Set<(change: Change) => void>();

  constructor(readonly kind: string, readonly apiVersion: string) {}

  add(object: RecordedObject, resourceVersion: number): void {
    const { name, namespace, labels = {} } = object.metadata;
    this.keys = undefined;
    this.entries.set(namespace ? `${namespace}/${name}` : name, {
      namespace,
      labels,
      json: textOf(object, resourceVersion),
    });
  }

  update(
    key: string,
    resourceVersion: number,
    change: (object: any) => void,
  ): void {
    const entry = this.entries.get(key);
    if (!entry) throw new Error(`There is no ${this.kind} ${key}.`);
    const object = JSON.parse(entry.json);
    change(object);
    entry.json = textOf(object, resourceVersion);
    const event = {
      resourceVersion,
      namespace: entry.namespace,
      line: `{"type":"MODIFIED","object":{"kind":"${this.kind}","apiVersion":"${
        this.apiVersion
      }",${entry.json.slice(1)}}\n`,
    };
    this.changes.push(event);
    for (const watcher of this.watchers) watcher(event);
  }

  /** A page of objects in the order of their keys, and where the next begins. */
  page(
    offset: number,
    limit: number,
    matches: (entry: Entry) => boolean,
  ): { items: string[]; next?: number; remaining: number } {
    this.keys ??= [...this.entries.keys()].sort();
    const items: string[] = [];
    let position = offset;
    while (position < this.keys.length && items.length < limit) {
      const entry = this.entries.get(this.keys[position])!;
      if (matches(entry)) items.push(entry.json);
      position += 1;
    }
    const remaining = this.keys.length - position;
    return { items, next: remaining ? position : undefined, remaining };
  }

  /** Every change after a resource version, those to come too; answers how to end it. */
  watch(after: number, onChange: (change: Change) => void): () => void {
    for (const change of this.changes) {
      if (change.resourceVersion > after) onChange(change);
    }
    this.watchers.add(onChange);
    return () => this.watchers.delete(onChange);
  }
}

function textOf(object: RecordedObject, resourceVersion: number): string {
  const { kind: _kind, apiVersion: _apiVersion, ...rest } = object;
  return JSON.stringify({
    ...rest,
    metadata: { ...rest.metadata, resourceVersion: String(resourceVersion) },
  });
}
