import { pointsBackAt } from './pointsBackAt';

const KEY = 'stateful-apps.io/entity';

describe('pointsBackAt', () => {
  it.each([
    ['component:default/consul', true],
    ['Component:Default/Consul', true],
    ['consul', true],
    ['component:consul', true],
    ['component:other/consul', false],
    ['resource:default/consul', false],
    ['a:b:c/d', false],
    ['', false],
  ])(
    'an annotation with the reference is for %j: %s',
    (entityRef, expected) => {
      const set = {
        labels: {},
        annotations: { [KEY]: 'component:default/consul' },
      };
      expect(pointsBackAt(set, entityRef)).toBe(expected);
    },
  );

  it('takes several references in one annotation', () => {
    const set = {
      labels: {},
      annotations: { [KEY]: 'web, resource:shop/consul,' },
    };
    expect(pointsBackAt(set, 'resource:shop/consul')).toBe(true);
    expect(pointsBackAt(set, 'component:default/web')).toBe(true);
    expect(pointsBackAt(set, 'component:default/other')).toBe(false);
  });

  it('takes the label', () => {
    const set = {
      labels: { [KEY]: 'component.default.my.app' },
      annotations: {},
    };
    expect(pointsBackAt(set, 'component:default/my.app')).toBe(true);
    expect(pointsBackAt(set, 'component:default/app')).toBe(false);
  });

  it('gives no rights where nothing points back', () => {
    expect(
      pointsBackAt({ labels: {}, annotations: {} }, 'component:default/consul'),
    ).toBe(false);
  });
});
