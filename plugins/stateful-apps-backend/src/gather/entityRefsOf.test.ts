import { entityRefsOf } from './entityRefsOf';

const KEY = 'stateful-apps.io/entity';

describe('entityRefsOf', () => {
  it.each([
    ['a reference', 'component:default/consul', ['component:default/consul']],
    ['defaults', 'consul', ['component:default/consul']],
    ['letter case', 'Component:Default/Consul', ['component:default/consul']],
    [
      'several',
      'component:default/a, system:shop/b,component:default/a',
      ['component:default/a', 'system:shop/b'],
    ],
    ['nothing', '', []],
    ['nonsense', ':::, ,a:b:c', []],
  ])('reads %s from the annotation', (_, annotation, refs) => {
    expect(
      entityRefsOf({ labels: {}, annotations: { [KEY]: annotation } }),
    ).toEqual(refs);
  });

  it('reads kind, namespace and name from the label, with dots in the name', () => {
    expect(
      entityRefsOf({
        labels: { [KEY]: 'component.default.my.web' },
        annotations: {},
      }),
    ).toEqual(['component:default/my.web']);
    expect(
      entityRefsOf({ labels: { [KEY]: 'component' }, annotations: {} }),
    ).toEqual([]);
  });

  it('reads no more than twenty, the label first', () => {
    const flood = Array.from({ length: 1000 }, (_, it) => `e-${it}`).join();
    const refs = entityRefsOf({
      labels: { [KEY]: 'component.default.web' },
      annotations: { [KEY]: flood },
    });
    expect(refs).toHaveLength(20);
    expect(refs[0]).toBe('component:default/web');
  });

  it('names an entity once when label and annotation agree', () => {
    expect(
      entityRefsOf({
        labels: { [KEY]: 'component.default.web' },
        annotations: { [KEY]: 'component:default/web' },
      }),
    ).toEqual(['component:default/web']);
  });
});
