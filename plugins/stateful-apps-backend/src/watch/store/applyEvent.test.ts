import {
  FactsByResource,
  projectObject,
  ResourceName,
} from '@stateful-apps/backstage-plugin-common';
import { pod, statefulSet } from '../../clusters/__testUtils__/objects';
import { StoreEvent } from '../types';
import { applyEvent } from './applyEvent';
import { DefaultClusterStore } from './DefaultClusterStore';

type Raw = { metadata: Record<string, unknown>; [field: string]: unknown };

describe('applyEvent', () => {
  let store: DefaultClusterStore;
  let version: number;

  beforeEach(() => {
    store = new DefaultClusterStore();
    version = 100;
    put('statefulsets', statefulSet('web'));
    put('statefulsets', statefulSet('db'));
    put('pods', pod('web', 0));
  });

  function facts<R extends ResourceName>(
    resource: R,
    raw: Raw,
  ): FactsByResource[R] {
    version += 1;
    const projected = projectObject(resource, {
      ...raw,
      metadata: { resourceVersion: String(version), ...raw.metadata },
    });
    if (!projected) throw new Error(`No facts of ${JSON.stringify(raw)}`);
    return projected;
  }

  function put(resource: ResourceName, raw: Raw): string[] {
    return [
      ...applyEvent(store, {
        type: 'upsert',
        resource,
        facts: facts(resource, raw),
      } as StoreEvent),
    ].sort();
  }

  const remove = (resource: ResourceName, uid: string) => [
    ...applyEvent(store, { type: 'delete', resource, uid }),
  ];

  const meta = (name: string, more = {}) => ({
    name,
    namespace: 'course',
    uid: `${name}-uid`,
    ...more,
  });

  it('puts another uid under the same name in the place of the old one', () => {
    expect(put('pods', pod('web', 0, { uid: 'new' }))).toEqual(['web-uid']);
    expect(store.podsOf('web-uid').map(({ uid }) => uid)).toEqual(['new']);
    expect(store.get('pods', 'web-0-uid')).toBeUndefined();
    expect(store.find('pods', 'web-0', 'course')?.uid).toBe('new');
  });

  it('lets a late word about the old one not touch the new one', () => {
    put('pods', pod('web', 0, { uid: 'new' }));
    expect(remove('pods', 'web-0-uid')).toEqual([]);
    expect(store.find('pods', 'web-0', 'course')?.uid).toBe('new');
  });

  it('keeps the newer of two versions', () => {
    put('pods', pod('web', 0, { phase: 'Failed' }));
    const old = pod('web', 0);
    put('pods', {
      ...old,
      metadata: { ...old.metadata, resourceVersion: '7' },
    });
    expect(store.get('pods', 'web-0-uid')?.phase).toBe('Failed');
  });

  it('says nothing when nothing that is kept has changed', () => {
    expect(put('pods', pod('web', 0))).toEqual([]);
    expect(put('pods', pod('web', 0, { phase: 'Failed' }))).toEqual([
      'web-uid',
    ]);
  });

  it('drops pods that other controllers own, also when they are adopted', () => {
    const orphan = pod('web', 5);
    delete (orphan.metadata as Record<string, unknown>).ownerReferences;
    expect(put('pods', orphan)).toEqual(['db-uid', 'web-uid']);
    expect(store.podsWithoutOwner('course')).toHaveLength(1);
    const adopted = pod('web', 5);
    adopted.metadata.ownerReferences = [
      { kind: 'ReplicaSet', name: 'rs', uid: 'rs', controller: true },
    ];
    put('pods', adopted);
    expect(store.podsWithoutOwner('course')).toEqual([]);
    expect(store.get('pods', 'web-5-uid')).toBeUndefined();
  });

  it('removes what a list did not name, in the namespaces of that list', () => {
    put('pods', pod('web', 1));
    put('pods', pod('web', 0, { namespace: 'other', uid: 'other' }));
    const touched = applyEvent(store, {
      type: 'retain',
      resource: 'pods',
      uids: new Set(['web-1-uid']),
      namespace: 'course',
    });
    expect([...touched]).toEqual(['web-uid']);
    expect([...store.all('pods')].map(({ uid }) => uid).sort()).toEqual([
      'other',
      'web-1-uid',
    ]);
  });

  it('finds the claims of a set by the names its templates give, of any ordinal', () => {
    const claim = (name: string) => ({
      metadata: meta(name),
      spec: { accessModes: ['ReadWriteOnce'], volumeName: `pv-${name}` },
      status: { phase: 'Bound' },
    });
    expect(put('persistentvolumeclaims', claim('data-web-9'))).toEqual([
      'web-uid',
    ]);
    expect(put('persistentvolumeclaims', claim('unrelated'))).toEqual([]);
    expect(
      store.claimsNamedAfter(store.get('statefulsets', 'web-uid')!),
    ).toMatchObject([{ name: 'data-web-9' }]);

    // The volume, its attachment, its class and its node all concern the set.
    expect(
      put('persistentvolumes', {
        metadata: { name: 'pv-data-web-9', uid: 'pv-uid' },
        spec: {
          storageClassName: 'fast',
          claimRef: { namespace: 'course', name: 'data-web-9' },
          local: { path: '/x' },
          nodeAffinity: {
            required: {
              nodeSelectorTerms: [
                {
                  matchExpressions: [
                    {
                      key: 'kubernetes.io/hostname',
                      operator: 'In',
                      values: ['node-7'],
                    },
                  ],
                },
              ],
            },
          },
        },
      }),
    ).toEqual(['web-uid']);
    expect(
      put('volumeattachments', {
        metadata: { name: 'va', uid: 'va-uid' },
        spec: {
          attacher: 'x',
          nodeName: 'node-7',
          source: { persistentVolumeName: 'pv-data-web-9' },
        },
        status: { attached: true },
      }),
    ).toEqual(['web-uid']);
    expect(store.attachmentsOf('pv-data-web-9')).toHaveLength(1);
    const node = (name: string) => ({
      metadata: { name, uid: name, labels: { 'kubernetes.io/hostname': name } },
      status: { conditions: [{ type: 'Ready', status: 'True' }] },
    });
    expect(put('nodes', node('node-7'))).toEqual(['web-uid']);
    expect(put('nodes', node('node-1'))).toEqual(['web-uid']);
    expect(put('nodes', node('node-2'))).toEqual([]);
    expect(
      put('storageclasses', {
        metadata: { name: 'fast', uid: 'fast' },
        provisioner: 'x',
      }),
    ).toEqual(['db-uid', 'web-uid']);
  });

  it('knows which sets a service, its slices, a budget and a revision concern', () => {
    expect(
      put('services', { metadata: meta('web'), spec: { clusterIP: 'None' } }),
    ).toEqual(['web-uid']);
    expect(
      put('endpointslices', {
        metadata: meta('web-x', {
          labels: { 'kubernetes.io/service-name': 'web' },
        }),
        endpoints: [],
      }),
    ).toEqual(['web-uid']);
    expect(store.slicesOf('course', 'web')).toHaveLength(1);
    expect(
      put('poddisruptionbudgets', {
        metadata: meta('budget'),
        spec: { selector: { matchLabels: { app: 'db' } } },
        status: { disruptionsAllowed: 1 },
      }),
    ).toEqual(['db-uid']);
    expect(store.budgetsIn('course')).toHaveLength(1);
    expect(
      put('controllerrevisions', {
        metadata: meta('web-1', {
          ownerReferences: [
            {
              kind: 'StatefulSet',
              name: 'web',
              uid: 'web-uid',
              controller: true,
            },
          ],
        }),
        revision: 1,
      }),
    ).toEqual(['web-uid']);
    expect(store.revisionsOf('web-uid')).toHaveLength(1);
  });

  describe('events', () => {
    const event = (id: number, involved: object, seconds = id) => ({
      metadata: meta(`event-${id}`),
      involvedObject: involved,
      type: 'Normal',
      reason: 'Pulled',
      message: 'x',
      lastTimestamp: new Date(seconds * 1000).toISOString(),
    });
    const webPod = { kind: 'Pod', name: 'web-0', uid: 'web-0-uid' };

    it('keeps the newest 200 of each object, oldest first', () => {
      for (let id = 250; id > 0; id -= 1) put('events', event(id, webPod));
      const log = store.eventsAbout('Pod', 'course', 'web-0');
      expect(log).toHaveLength(200);
      expect(log[0].name).toBe('event-51');
      expect(log[199].name).toBe('event-250');
      expect(store.eventsOf('web-0-uid')).toEqual(log);
      expect(store.count('events')).toBe(200);
    });

    it('drops what is three hours older than the newest', () => {
      put('events', event(1, webPod));
      put('events', event(2, webPod, 4 * 3600));
      expect(
        store.eventsAbout('Pod', 'course', 'web-0').map(({ name }) => name),
      ).toEqual(['event-2']);
    });

    it('leaves out what cannot concern a set, and tells which sets the rest concerns', () => {
      put('events', event(1, { kind: 'Node', name: 'node-1' }));
      expect(store.count('events')).toBe(0);
      expect(put('events', event(2, webPod))).toEqual(['web-uid']);
      expect(remove('events', 'event-2-uid')).toEqual(['web-uid']);
      expect(store.eventsOf('web-0-uid')).toEqual([]);
    });
  });

  it('is not misled by names that mean something to JavaScript', () => {
    for (const name of ['constructor', '__proto__', 'tostring']) {
      const set = statefulSet(name);
      set.metadata.namespace = 'constructor';
      put('statefulsets', set);
      expect(store.find('statefulsets', name, 'constructor')?.name).toBe(name);
      expect(remove('statefulsets', `${name}-uid`)).toEqual([`${name}-uid`]);
    }
    expect(store.find('pods', 'constructor')).toBeUndefined();
  });
});
