import { ResourceDefinition } from '../../machinery/ResourceDefinition';
import { RESOURCE_DEFINITIONS } from '../../machinery/resourceDefinitions';

/** By this parameter `kubectl apply` sees that the server validates. */
const FIELD_VALIDATION = {
  name: 'fieldValidation',
  in: 'query',
  schema: { type: 'string', uniqueItems: true },
};
const OBJECT = {
  content: { 'application/json': { schema: { type: 'object' } } },
};

/**
 * OpenAPI v3 of what is served: paths, methods and kinds, without schemas of
 * the objects.
 *
 * @public
 */
export const openApiDocuments = {
  index() {
    const paths = new Set(RESOURCE_DEFINITIONS.map(pathOf));
    return {
      paths: Object.fromEntries(
        [...paths].map(path => [
          path,
          { serverRelativeURL: `/openapi/v3/${path}` },
        ]),
      ),
    };
  },

  /** `path`: `api/v1` or `apis/GROUP/VERSION`. */
  groupVersion(path: string) {
    const served = RESOURCE_DEFINITIONS.filter(
      definition => pathOf(definition) === path,
    );
    if (served.length === 0) return undefined;
    return {
      openapi: '3.0.0',
      info: { title: 'Kubernetes', version: '1.34' },
      paths: Object.fromEntries(served.flatMap(pathsOf)),
      components: { schemas: {} },
    };
  },
};

function pathOf({ group, version }: ResourceDefinition): string {
  return group ? `apis/${group}/${version}` : `api/${version}`;
}

function pathsOf(definition: ResourceDefinition): Array<[string, object]> {
  const scope = definition.namespaced ? '/namespaces/{namespace}' : '';
  const collection = `/${pathOf(definition)}${scope}/${definition.name}`;
  const operation = (action: string, write: boolean) => ({
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': {
      group: definition.group,
      version: definition.version,
      kind: definition.kind,
    },
    parameters: write ? [FIELD_VALIDATION] : [],
    responses: { '200': { description: 'OK', ...OBJECT } },
  });
  return [
    [
      collection,
      {
        get: operation('list', false),
        post: { ...operation('post', true), requestBody: OBJECT },
      },
    ],
    [
      `${collection}/{name}`,
      {
        get: operation('get', false),
        put: { ...operation('put', true), requestBody: OBJECT },
        patch: {
          ...operation('patch', true),
          requestBody: {
            content: { 'application/merge-patch+json': { schema: {} } },
          },
        },
        delete: operation('delete', false),
      },
    ],
  ];
}
