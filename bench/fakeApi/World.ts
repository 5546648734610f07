import { readFileSync } from 'node:fs';
import { Recorded, RECORDED_FILE, RecordedObject } from './Recorded';
import { ObjectTable } from './ObjectTable';

const TEMPLATE = 'app-00000';
/** Events live for an hour: only some apps have had any of late. */
const APPS_WITH_EVENTS = 0.05;

/** All objects of a cluster with copies of the recorded app, each in a namespace of its own. */
export class World {
  readonly tables = new Map<string, ObjectTable>();
  private readonly answers: string;
  private version = 1000;

  /** @param consulApps - how many of the apps, the first ones, run Consul; the others run something unknown. */
  constructor(apps: number, consulApps: number) {
    const recorded: Recorded = JSON.parse(readFileSync(RECORDED_FILE, 'utf8'));
    this.answers = JSON.stringify(recorded.answers);
    // Local volumes are attached to no node: an empty list, watched all the same.
    this.tables.set(
      'volumeattachments',
      new ObjectTable('VolumeAttachment', 'storage.k8s.io/v1'),
    );
    for (const [resource, objects] of Object.entries(recorded.perCluster)) {
      this.addAll(resource, objects);
    }
    for (const [resource, objects] of Object.entries(recorded.perApp)) {
      const text = JSON.stringify(objects);
      const copies =
        resource === 'events' ? Math.ceil(apps * APPS_WITH_EVENTS) : apps;
      for (let app = 0; app < copies; app++) {
        const copy = copyFor(app, text);
        this.addAll(
          resource,
          JSON.parse(app < consulApps ? copy : unknownApp(copy)),
        );
      }
    }
  }

  get resourceVersion(): number {
    return this.version;
  }

  /** What a Consul server answers; nothing where there is no such server or path. */
  answer(namespace: string, pod: string, path: string): string | undefined {
    const app = Number(namespace.replace('app-', ''));
    return JSON.parse(copyFor(app, this.answers))[pod]?.[path];
  }

  /** Makes a pod ready or not, as the kubelet would; answers its new resource version. */
  setReady(app: number, ordinal: number, ready: boolean): number {
    const table = this.tables.get('pods')!;
    this.version += 1;
    table.update(`${nameOf(app)}/consul-${ordinal}`, this.version, pod => {
      const status = ready ? 'True' : 'False';
      for (const condition of pod.status.conditions) {
        if (['Ready', 'ContainersReady'].includes(condition.type)) {
          condition.status = status;
        }
      }
      pod.status.containerStatuses[0].ready = ready;
    });
    return this.version;
  }

  private addAll(resource: string, objects: RecordedObject[]): void {
    const [first] = objects;
    let table = this.tables.get(resource);
    if (!table) {
      table = new ObjectTable(first.kind, first.apiVersion);
      this.tables.set(resource, table);
    }
    for (const object of objects) {
      this.version += 1;
      table.add(object, this.version);
    }
  }
}

/** The same objects with a program of which nobody knows how it is asked. */
function unknownApp(text: string): string {
  return text
    .replaceAll('hashicorp/consul:1.22', 'example.org/database:1.22')
    .replaceAll('"name":"consul"', '"name":"database"')
    .replaceAll('/consul/data', '/database/files')
    .replace(/"args":\[[^\]]*\]/g, '"args":["serve"]')
    .replaceAll('["consul","leave"]', '["sleep","5"]');
}

/** The namespace of one copy. */
function nameOf(app: number): string {
  return `app-${String(app).padStart(5, '0')}`;
}

/** The recorded text under another name, with other uids; those that belong together still do. */
function copyFor(app: number, text: string): string {
  const shift = Math.imul(app, 2654435761);
  return text
    .replaceAll(TEMPLATE, nameOf(app))
    .replace(
      /\b([0-9a-f]{8})(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\b/g,
      (_, head: string, tail: string) =>
        ((parseInt(head, 16) ^ shift) >>> 0).toString(16).padStart(8, '0') +
        tail,
    );
}
