import fc from 'fast-check';
import { jsonPatch } from './jsonPatch';
import { mergePatch } from './mergePatch';
import { strategicMergePatch } from './strategicMergePatch';

describe('mergePatch', () => {
  it('sets, deletes and replaces lists as a whole', () => {
    expect(
      mergePatch(
        { a: { b: 1, c: [1, 2] }, d: 1 },
        { a: { b: null, c: [3] }, e: { f: null, g: 1 } },
      ),
    ).toEqual({ a: { c: [3] }, d: 1, e: { g: 1 } });
  });

  it('keeps foreign keys away from prototypes', () => {
    const patch = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}');
    const merged: any = mergePatch({}, patch);
    expect(Object.keys(merged)).toEqual(['__proto__', 'constructor']);
    expect(({} as any).polluted).toBeUndefined();
  });

  it('does nothing a second time', () => {
    fc.assert(
      fc.property(fc.object(), fc.object(), (target, patch) => {
        const once = mergePatch(target, patch);
        expect(mergePatch(once, patch)).toEqual(once);
      }),
    );
  });
});

describe('jsonPatch', () => {
  it('does each operation, in order, on a copy', () => {
    const target = { list: [1, 2], a: { 'x/y': 1 } };
    const patch = [
      { op: 'test', path: '/list/0', value: 1 },
      { op: 'add', path: '/list/-', value: 3 },
      { op: 'remove', path: '/list/0' },
      { op: 'replace', path: '/a/x~1y', value: 2 },
      { op: 'copy', from: '/a', path: '/b' },
      { op: 'move', from: '/list', path: '/c' },
    ];
    expect(jsonPatch(target, patch)).toEqual({
      a: { 'x/y': 2 },
      b: { 'x/y': 2 },
      c: [2, 3],
    });
    expect(target).toEqual({ list: [1, 2], a: { 'x/y': 1 } });
  });

  it.each([
    [[{ op: 'test', path: '/a', value: 2 }]],
    [[{ op: 'remove', path: '/b' }]],
    [[{ op: 'add', path: '/list/7', value: 1 }]],
    [[{ op: 'add', path: '/__proto__/x', value: 1 }]],
    [[{ op: 'fly', path: '/a' }]],
    [[null]],
  ])('refuses %j', patch => {
    expect(() => jsonPatch({ a: 1, list: [] }, patch)).toThrow(
      'the server rejected our request due to an error in our request',
    );
  });
});

describe('strategicMergePatch', () => {
  const template = () => ({
    spec: {
      containers: [
        {
          name: 'a',
          image: 'one',
          env: [{ name: 'X', value: '1' }],
          ports: [{ containerPort: 80, protocol: 'TCP' }],
          args: ['x', 'y'],
        },
        { name: 'b', image: 'two' },
      ],
      tolerations: [{ key: 'a' }],
    },
  });

  it('matches entries of lists by their keys', () => {
    const patched: any = strategicMergePatch(template(), {
      spec: {
        containers: [
          {
            name: 'a',
            env: [{ name: 'Y', value: '2' }],
            ports: [{ containerPort: 80, name: 'web' }],
            args: ['z'],
          },
          { name: 'c', image: 'three' },
        ],
        tolerations: [{ key: 'b' }],
      },
    });
    expect(patched.spec.containers).toEqual([
      {
        name: 'a',
        image: 'one',
        env: [
          { name: 'X', value: '1' },
          { name: 'Y', value: '2' },
        ],
        ports: [{ containerPort: 80, protocol: 'TCP', name: 'web' }],
        args: ['z'],
      },
      { name: 'b', image: 'two' },
      { name: 'c', image: 'three' },
    ]);
    expect(patched.spec.tolerations).toEqual([{ key: 'b' }]);
  });

  it('follows the directives of kubectl apply', () => {
    const patched: any = strategicMergePatch(template(), {
      spec: {
        '$setElementOrder/containers': [{ name: 'c' }, { name: 'a' }],
        containers: [
          { name: 'b', $patch: 'delete' },
          { name: 'c', image: 'three' },
        ],
      },
    });
    expect(patched.spec.containers.map((entry: any) => entry.name)).toEqual([
      'c',
      'a',
    ]);
    expect(
      strategicMergePatch(
        { metadata: { finalizers: ['a', 'b'] }, strategy: { a: 1, b: 2 } },
        {
          metadata: {
            '$deleteFromPrimitiveList/finalizers': ['a'],
            finalizers: ['c'],
          },
          strategy: { $retainKeys: ['b', 'c'], c: 3 },
        },
      ),
    ).toEqual({
      metadata: { finalizers: ['b', 'c'] },
      strategy: { b: 2, c: 3 },
    });
    expect(
      strategicMergePatch({ a: { b: 1 } }, { a: { $patch: 'replace', c: 2 } }),
    ).toEqual({ a: { c: 2 } });
  });

  it('says which key an entry lacks', () => {
    expect(() =>
      strategicMergePatch(template(), {
        spec: { containers: [{ image: 'x' }] },
      }),
    ).toThrow('does not contain declared merge key: name');
  });
});
