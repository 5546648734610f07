import { SeededRandom } from '../clock/SeededRandom';
import { VirtualClock } from '../clock/VirtualClock';
import { KubeObject } from '../types';
import { DefaultObjectStore } from './DefaultObjectStore';

function createStore() {
  const clock = VirtualClock.create(0);
  const store = DefaultObjectStore.create(clock, SeededRandom.create(1));
  store.create('namespaces', { metadata: { name: 'course' } as any });
  const create = (resource: string, name: string, owners: KubeObject[] = []) =>
    store.create(resource, {
      metadata: {
        name,
        namespace: 'course',
        ownerReferences: owners.map(owner => ({
          apiVersion: owner.apiVersion,
          kind: owner.kind,
          name: owner.metadata.name,
          uid: owner.metadata.uid,
          blockOwnerDeletion: true,
        })),
      } as any,
    });
  const names = (resource: string) =>
    store.list(resource, 'course').map(({ metadata }) => metadata.name);
  return { clock, store, create, names };
}

describe('GarbageCollector', () => {
  it('deletes what has lost all of its owners, down the line', () => {
    const { clock, store, create, names } = createStore();
    const web = create('statefulsets', 'web');
    const other = create('statefulsets', 'other');
    const pod = create('pods', 'web-0', [web]);
    create('persistentvolumeclaims', 'own', [pod]);
    create('configmaps', 'shared', [web, other]);
    store.delete('statefulsets', 'course', 'web');
    clock.advance(1);
    expect(names('pods')).toEqual([]);
    expect(names('persistentvolumeclaims')).toEqual([]);
    const shared = store.get('configmaps', 'course', 'shared');
    expect(shared?.metadata.ownerReferences).toMatchObject([{ name: 'other' }]);
  });

  it('deletes what is created for an owner that is gone', () => {
    const { clock, store, create, names } = createStore();
    const web = create('statefulsets', 'web');
    store.delete('statefulsets', 'course', 'web');
    create('pods', 'web-0', [web]);
    clock.advance(1);
    expect(names('pods')).toEqual([]);
  });

  it('leaves orphans behind when asked to', () => {
    const { clock, store, create, names } = createStore();
    const web = create('statefulsets', 'web');
    create('pods', 'web-0', [web]);
    store.delete('statefulsets', 'course', 'web', {
      propagationPolicy: 'Orphan',
    });
    clock.advance(1);
    expect(names('statefulsets')).toEqual([]);
    expect(names('pods')).toEqual(['web-0']);
    expect(
      store.get('pods', 'course', 'web-0')?.metadata.ownerReferences,
    ).toEqual([]);
  });

  it('keeps the owner until its dependents are gone, in the foreground', () => {
    const { clock, store, create, names } = createStore();
    const web = create('statefulsets', 'web');
    create('pods', 'web-0', [web]);
    store.update('pods', 'course', 'web-0', draft => {
      draft.spec.nodeName = 'node-1';
    });
    store.delete('statefulsets', 'course', 'web', {
      propagationPolicy: 'Foreground',
    });
    clock.advance(1);
    expect(names('statefulsets')).toEqual(['web']);
    store.remove('pods', 'course', 'web-0');
    expect(names('statefulsets')).toEqual(['web']);
    clock.advance(1);
    expect(names('pods')).toEqual([]);
    expect(names('statefulsets')).toEqual([]);
  });

  it('empties a namespace before it goes', () => {
    const { clock, store, create, names } = createStore();
    create('configmaps', 'a');
    create('pods', 'p');
    store.update('pods', 'course', 'p', draft => {
      draft.spec.nodeName = 'node-1';
    });
    store.delete('namespaces', undefined, 'course');
    clock.advance(1);
    expect(names('configmaps')).toEqual([]);
    expect(store.get('namespaces', undefined, 'course')?.status).toEqual({
      phase: 'Terminating',
    });
    store.remove('pods', 'course', 'p');
    clock.advance(1);
    expect(store.list('namespaces')).toEqual([]);
  });
});
