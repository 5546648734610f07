import { parseFieldSelector } from './parseFieldSelector';

const pod: any = {
  metadata: { name: 'web-0', namespace: 'course' },
  spec: { nodeName: 'node-1' },
  status: { phase: 'Running' },
};

describe('parseFieldSelector', () => {
  it.each([
    ['metadata.name=web-0', true],
    ['metadata.namespace!=course', false],
    ['spec.nodeName=node-1,status.phase!=Failed', true],
    ['status.podIP=', true],
  ])('%s', (selector, expected) => {
    expect(parseFieldSelector('pods', selector)(pod)).toBe(expected);
  });

  it('refuses fields by which the API does not select', () => {
    expect(() => parseFieldSelector('pods', 'spec.foo=1')).toThrow(
      'field label not supported: spec.foo',
    );
    expect(() => parseFieldSelector('configmaps', 'spec.foo=1')).toThrow(
      '"spec.foo" is not a known field selector: only "metadata.name", "metadata.namespace"',
    );
    expect(() => parseFieldSelector('pods', 'xx')).toThrow(
      "invalid selector: 'xx'; can't understand 'xx'",
    );
  });
});
