import { isAllowed } from './isAllowed';
import { PolicyRule } from './PolicyRule';

const rules: PolicyRule[] = [
  { verbs: ['get', 'list'], apiGroups: [''], resources: ['pods', 'pods/*'] },
  {
    verbs: ['update'],
    apiGroups: ['apps'],
    resources: ['*/scale'],
    resourceNames: ['web'],
  },
  {
    verbs: ['*'],
    apiGroups: ['*'],
    resources: ['secrets'],
    namespaces: ['course'],
  },
  { verbs: ['get'], nonResourceURLs: ['/healthz', '/api/*'] },
];

describe('isAllowed', () => {
  it.each([
    [{ verb: 'get', group: '', resource: 'pods' }, true],
    [{ verb: 'watch', group: '', resource: 'pods' }, false],
    [{ verb: 'get', group: '', resource: 'pods/proxy' }, true],
    [{ verb: 'get', group: 'apps', resource: 'pods' }, false],
    [{ verb: 'update', group: 'apps', resource: 'x/scale', name: 'web' }, true],
    [{ verb: 'update', group: 'apps', resource: 'x/scale', name: 'db' }, false],
    [
      { verb: 'list', group: '', resource: 'secrets', namespace: 'course' },
      true,
    ],
    [{ verb: 'list', group: '', resource: 'secrets' }, false],
    [{ verb: 'get', path: '/healthz' }, true],
    [{ verb: 'get', path: '/api/v1' }, true],
    [{ verb: 'get', path: '/apis' }, false],
  ])('%j: %s', (request, allowed) => {
    expect(isAllowed(rules, request)).toBe(allowed);
  });
});
