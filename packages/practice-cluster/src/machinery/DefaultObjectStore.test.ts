import { Clock, Random, StoreEvent } from '../types';
import { DefaultObjectStore } from './DefaultObjectStore';

const START = Date.parse('2026-01-01T00:00:00Z');

function createStore() {
  let now = START;
  const clock: Clock = {
    now: () => now,
    after: () => () => {},
  };
  let uids = 0;
  const random: Random = {
    next: () => 0.5,
    hex: digits => '0'.repeat(digits),
    uuid: () => `uid-${++uids}`,
  };
  const store = DefaultObjectStore.create(clock, random);
  const events: Array<StoreEvent & { resource: string }> = [];
  store.subscribe((event, resource) => events.push({ ...event, resource }));
  return {
    store,
    events,
    pass(seconds: number) {
      now += seconds * 1000;
    },
  };
}

const pod = (name: string, rest = {}) => ({
  metadata: { name, namespace: 'course' } as any,
  spec: { containers: [{ name: 'main', image: 'nginx' }] },
  ...rest,
});

describe('DefaultObjectStore', () => {
  it('creates objects with what the API sets', () => {
    const { store } = createStore();
    const created = store.create('pods', pod('web-0'));
    expect(created).toMatchObject({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'web-0',
        namespace: 'course',
        uid: 'uid-1',
        generation: 1,
        creationTimestamp: '2026-01-01T00:00:00Z',
        resourceVersion: store.resourceVersion,
      },
    });
    expect(Object.isFrozen(created.spec.containers[0])).toBe(true);
    expect(() => store.create('pods', pod('web-0'))).toThrow(
      'pods "web-0" already exists',
    );
  });

  it('makes names from generateName without ambiguous letters', () => {
    const { store } = createStore();
    const { metadata } = store.create('pods', {
      metadata: { generateName: 'job-' } as any,
    });
    expect(metadata.name).toMatch(/^job-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
    expect(metadata.namespace).toBe('default');
  });

  it('counts the generation with the spec only, and ignores writes without a difference', () => {
    const { store, events } = createStore();
    store.create('statefulsets', {
      metadata: { name: 'web', namespace: 'course' } as any,
      spec: { replicas: 2 },
    });
    const status = store.update('statefulsets', 'course', 'web', draft => {
      draft.status = { ...draft.status, replicas: 1 };
    });
    expect(status.metadata.generation).toBe(1);
    const spec = store.update('statefulsets', 'course', 'web', draft => {
      draft.spec.replicas = 3;
      draft.metadata.uid = 'forged';
    });
    expect(spec.metadata).toMatchObject({ generation: 2, uid: 'uid-1' });
    const seen = events.length;
    const same = store.update('statefulsets', 'course', 'web', draft => {
      draft.spec.nothing = undefined;
    });
    expect(same).toBe(spec);
    expect(events).toHaveLength(seen);
  });

  it('refuses writes that expect another object', () => {
    const { store } = createStore();
    const first = store.create('pods', pod('web-0'));
    const relabel = (draft: any) => {
      draft.metadata.labels = { a: 'b' };
    };
    store.update('pods', 'course', 'web-0', relabel);
    expect(() =>
      store.update('pods', 'course', 'web-0', relabel, {
        resourceVersion: first.metadata.resourceVersion,
      }),
    ).toThrow(
      'Operation cannot be fulfilled on pods "web-0": the object has been modified; please apply your changes to the latest version and try again',
    );
    expect(() =>
      store.delete('pods', 'course', 'web-0', {
        preconditions: { uid: 'other' },
      }),
    ).toThrow(
      'Operation cannot be fulfilled on Pod "web-0": the UID in the precondition (other) does not match the UID in record (uid-1). The object might have been deleted and then recreated',
    );
    expect(() => store.update('pods', 'course', 'web-1', relabel)).toThrow(
      'pods "web-1" not found',
    );
  });

  it('keeps a pod on a node Terminating until its kubelet takes it away', () => {
    const { store, events } = createStore();
    store.create(
      'pods',
      pod('web-0', {
        spec: { nodeName: 'node-1', terminationGracePeriodSeconds: 10 },
      }),
    );
    store.delete('pods', 'course', 'web-0');
    expect(store.get('pods', 'course', 'web-0')?.metadata).toMatchObject({
      deletionTimestamp: '2026-01-01T00:00:10Z',
      deletionGracePeriodSeconds: 10,
    });
    store.delete('pods', 'course', 'web-0', { gracePeriodSeconds: 60 });
    expect(
      store.get('pods', 'course', 'web-0')?.metadata.deletionGracePeriodSeconds,
    ).toBe(10);
    store.remove('pods', 'course', 'web-0');
    expect(store.get('pods', 'course', 'web-0')).toBeUndefined();
    expect(events.map(event => event.type)).toEqual([
      'ADDED',
      'MODIFIED',
      'DELETED',
    ]);
  });

  it('takes a pod without a node, or with no grace, away at once', () => {
    const { store } = createStore();
    store.create('pods', pod('pending'));
    store.create('pods', pod('placed', { spec: { nodeName: 'node-1' } }));
    store.delete('pods', 'course', 'pending');
    store.delete('pods', 'course', 'placed', { gracePeriodSeconds: 0 });
    expect(store.list('pods')).toEqual([]);
  });

  it('holds other objects by their finalizers', () => {
    const { store, events } = createStore();
    store.create('persistentvolumeclaims', {
      metadata: {
        name: 'data',
        namespace: 'course',
        finalizers: ['kubernetes.io/pvc-protection'],
      } as any,
    });
    store.delete('persistentvolumeclaims', 'course', 'data');
    expect(store.list('persistentvolumeclaims', 'course')).toHaveLength(1);
    store.update('persistentvolumeclaims', 'course', 'data', draft => {
      draft.metadata.finalizers = [];
    });
    expect(store.list('persistentvolumeclaims', 'course')).toEqual([]);
    expect(events.map(event => event.type)).toEqual([
      'ADDED',
      'MODIFIED',
      'DELETED',
    ]);
  });

  it('tells every listener of every change in the same order, also of changes that listeners make', () => {
    const { store } = createStore();
    const seen: string[] = [];
    store.subscribe(({ type, object }) => {
      if (type === 'ADDED' && object.metadata.name === 'first') {
        store.create('pods', pod('second'));
      }
    });
    store.subscribe(({ object }) => seen.push(object.metadata.name));
    store.create('pods', pod('first'));
    expect(seen).toEqual(['first', 'second']);
  });

  it('lists by namespace and name', () => {
    const { store } = createStore();
    for (const name of ['b', 'a']) store.create('pods', pod(name));
    store.create('pods', { metadata: { name: 'c', namespace: 'b' } as any });
    store.create('nodes', { metadata: { name: 'node-1' } as any });
    expect(store.list('pods').map(({ metadata }) => metadata.name)).toEqual([
      'c',
      'a',
      'b',
    ]);
    expect(store.list('pods', 'constructor')).toEqual([]);
    expect(store.get('nodes', undefined, 'node-1')?.metadata.namespace).toBe(
      undefined,
    );
  });
});
