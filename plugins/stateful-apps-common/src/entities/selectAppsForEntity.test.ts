import {
  selectAppsForEntity,
  StatefulSetCandidate,
} from './selectAppsForEntity';

function candidate(
  cluster: string,
  namespace: string,
  name: string,
  labels: Record<string, string> = {},
  templateLabels: Record<string, string> = {},
): StatefulSetCandidate {
  return { cluster, statefulSet: { namespace, name, labels, templateLabels } };
}

const CANDIDATES = [
  candidate(
    'prod',
    'course',
    'consul',
    {},
    { 'backstage.io/kubernetes-id': 'consul', app: 'consul' },
  ),
  candidate('test', 'course', 'consul', {
    'backstage.io/kubernetes-id': 'consul',
    app: 'consul',
  }),
  candidate('prod', 'course', 'web', { app: 'web' }, { app: 'web' }),
  candidate('prod', 'other', 'web', { app: 'web' }, { app: 'web' }),
];

function select(annotations?: Record<string, string>) {
  const { refs, ...rest } = selectAppsForEntity(
    { kind: 'Component', metadata: { name: 'consul', annotations } },
    CANDIDATES,
  );
  return {
    ...rest,
    refs: refs.map(ref => `${ref.cluster}/${ref.namespace}/${ref.name}`),
  };
}

describe('selectAppsForEntity', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'our annotation, in any cluster',
      { 'stateful-apps.io/statefulset': 'course/consul' },
      ['prod/course/consul', 'test/course/consul'],
    ],
    [
      'our annotation, in one cluster, several',
      { 'stateful-apps.io/statefulset': 'test/course/consul, other/web' },
      ['test/course/consul', 'prod/other/web'],
    ],
    [
      'the kubernetes-id, on the set or on its pods',
      { 'backstage.io/kubernetes-id': 'consul' },
      ['prod/course/consul', 'test/course/consul'],
    ],
    [
      'the kubernetes-id, in one cluster',
      {
        'backstage.io/kubernetes-id': 'consul',
        'backstage.io/kubernetes-cluster': 'test',
      },
      ['test/course/consul'],
    ],
    [
      'a label selector in one namespace, before the kubernetes-id',
      {
        'backstage.io/kubernetes-id': 'consul',
        'backstage.io/kubernetes-label-selector': 'app in (web)',
        'backstage.io/kubernetes-namespace': 'course',
      },
      ['prod/course/web'],
    ],
  ])('finds apps by %s', (_, annotations, refs) => {
    expect(select(annotations)).toEqual({ refs, annotated: true, errors: [] });
  });

  it('finds nothing for an entity that names nothing', () => {
    expect(select()).toEqual({ refs: [], annotated: false, errors: [] });
    expect(select({ 'backstage.io/kubernetes-namespace': 'course' })).toEqual({
      refs: [],
      annotated: false,
      errors: [],
    });
  });

  it('says what is wrong, and uses what is right', () => {
    const { refs, errors } = select({
      'stateful-apps.io/statefulset': 'course',
      'backstage.io/kubernetes-label-selector': 'app=web',
    });
    expect(refs).toEqual(['prod/course/web', 'prod/other/web']);
    expect(errors).toEqual([
      expect.stringContaining('stateful-apps.io/statefulset'),
    ]);
    expect(
      select({ 'backstage.io/kubernetes-label-selector': 'app in web' }).errors,
    ).toEqual([
      expect.stringMatching(
        /^Annotation backstage\.io\/kubernetes-label-selector: /,
      ),
    ]);
  });
});
