import { applyDefaults } from '../defaults/applyDefaults';
import { validateObject } from './validateObject';

function refusal(resource: string, object: any, current?: any): any {
  applyDefaults(resource, object);
  if (current) applyDefaults(resource, current);
  try {
    validateObject(resource, object, current);
  } catch (error) {
    return error;
  }
  throw new Error('not refused');
}

const statefulSet = (spec: object = {}): any => ({
  metadata: { name: 't' },
  spec: {
    selector: { matchLabels: { app: 't' } },
    template: {
      metadata: { labels: { app: 't' } },
      spec: { containers: [{ name: 'a', image: 'nginx' }] },
    },
    ...spec,
  },
});

describe('validateObject', () => {
  it('names every fault of a StatefulSet, in the words of the API', () => {
    const error = refusal('statefulsets', {
      metadata: { name: 'T_x' },
      spec: {
        selector: { matchLabels: { app: 't' } },
        template: {
          metadata: { labels: { app: 'z' } },
          spec: { containers: [] },
        },
      },
    });
    expect(error.code).toBe(422);
    expect(error.message).toBe(
      'StatefulSet.apps "T_x" is invalid: [metadata.name: Invalid value: "T_x": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or \'-\', and must start and end with an alphanumeric character (e.g. \'my-name\',  or \'123-abc\', regex used for validation is \'[a-z0-9]([-a-z0-9]*[a-z0-9])?\'), spec.template.metadata.labels: Invalid value: {"app":"z"}: `selector` does not match template `labels`, spec.template.spec.containers: Required value]',
    );
    expect(error.details.causes).toHaveLength(3);
    expect(error.details.causes[2]).toEqual({
      reason: 'FieldValueRequired',
      message: 'Required value',
      field: 'spec.template.spec.containers',
    });
  });

  it('lets only some fields of a StatefulSet change', () => {
    const next = statefulSet({ serviceName: 'zz' });
    expect(refusal('statefulsets', next, statefulSet()).message).toBe(
      "StatefulSet.apps \"t\" is invalid: spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    );
    const current = statefulSet();
    const allowed = statefulSet({ replicas: 5, minReadySeconds: 2 });
    applyDefaults('statefulsets', current);
    applyDefaults('statefulsets', allowed);
    expect(() =>
      validateObject('statefulsets', allowed, current),
    ).not.toThrow();
  });

  it('lets containers mount claims from templates, and nothing else', () => {
    const withMount = (name: string) => {
      const object = statefulSet({
        volumeClaimTemplates: [{ metadata: { name: 'data' } }],
      });
      object.spec.template.spec.containers[0].volumeMounts = [
        { name, mountPath: '/x' },
      ];
      return object;
    };
    const good = withMount('data');
    applyDefaults('statefulsets', good);
    expect(() => validateObject('statefulsets', good)).not.toThrow();
    expect(refusal('statefulsets', withMount('no')).message).toContain(
      'spec.template.spec.containers[0].volumeMounts[0].name: Not found: "no"',
    );
  });

  it('keeps the spec of a claim, but for the size of a bound one', () => {
    const claim = (storage: string, phase: string) => ({
      metadata: { name: 'c' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage } },
      },
      status: { phase },
    });
    expect(
      refusal(
        'persistentvolumeclaims',
        claim('2Gi', 'Pending'),
        claim('1Gi', 'Pending'),
      ).message,
    ).toBe(
      'PersistentVolumeClaim "c" is invalid: spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims',
    );
    const [next, current]: any[] = [
      claim('2Gi', 'Bound'),
      claim('1Gi', 'Bound'),
    ];
    applyDefaults('persistentvolumeclaims', next);
    applyDefaults('persistentvolumeclaims', current);
    expect(() =>
      validateObject('persistentvolumeclaims', next, current),
    ).not.toThrow();
  });

  it('refuses pods, Services and labels as the API does', () => {
    expect(
      refusal('pods', {
        metadata: { name: 'x', labels: { 'a b': 'b!' } },
        spec: {
          containers: [
            { name: 'b', image: '' },
            { name: 'b', image: 'i' },
          ],
          restartPolicy: 'Foo',
        },
      }).details.causes.map((cause: any) => `${cause.field} ${cause.reason}`),
    ).toEqual([
      'metadata.labels FieldValueInvalid',
      'metadata.labels FieldValueInvalid',
      'spec.containers[0].image FieldValueRequired',
      'spec.containers[1].name FieldValueDuplicate',
      'spec.restartPolicy FieldValueNotSupported',
    ]);
    expect(
      refusal('services', {
        metadata: { name: '9x' },
        spec: { ports: [{ port: 800000 }, { port: 81 }] },
      }).details.causes.map((cause: any) => cause.field),
    ).toEqual([
      'metadata.name',
      'spec.ports[0].name',
      'spec.ports[0].port',
      'spec.ports[0].targetPort',
      'spec.ports[1].name',
    ]);
  });
});
