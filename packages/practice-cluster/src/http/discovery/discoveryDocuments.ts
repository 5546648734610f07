import { ResourceDefinition } from '../../machinery/ResourceDefinition';
import { SERVED_GROUPS, SERVED_RESOURCES } from './servedResources';
import { subresourcesOf } from './subresourcesOf';
import { verbsOf } from './verbsOf';

/** Every resource is served in one version. */
const VERSION = 'v1';

/**
 * The documents by which clients learn what is served.
 *
 * @public
 */
export const discoveryDocuments = {
  coreVersions(serverAddress: string) {
    return {
      kind: 'APIVersions',
      versions: [VERSION],
      serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress }],
    };
  },

  groups() {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: SERVED_GROUPS.map(groupOf),
    };
  },

  group(group: string) {
    return SERVED_GROUPS.includes(group)
      ? { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(group) }
      : undefined;
  },

  resources(group: string, version: string) {
    const served = resourcesOf(group);
    if (version !== VERSION || served.length === 0) return undefined;
    return {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: group ? `${group}/${version}` : version,
      resources: served.flatMap(definition => [
        {
          name: definition.name,
          singularName: definition.singular,
          namespaced: definition.namespaced,
          kind: definition.kind,
          verbs: verbsOf(definition),
          ...namesOf(definition),
        },
        ...subresourcesOf(definition).map(subresource => ({
          name: `${definition.name}/${subresource.name}`,
          singularName: '',
          namespaced: definition.namespaced,
          kind: subresource.kind,
          verbs: subresource.verbs,
          ...(subresource.group
            ? { group: subresource.group, version: subresource.version }
            : {}),
        })),
      ]),
    };
  },

  /** `apidiscovery.k8s.io/v2`: everything in one answer; the core group alone at `/api`. */
  aggregated(core: boolean) {
    const groups = core ? [''] : SERVED_GROUPS;
    return {
      kind: 'APIGroupDiscoveryList',
      apiVersion: 'apidiscovery.k8s.io/v2',
      metadata: {},
      items: groups.map(group => ({
        metadata: group ? { name: group } : {},
        versions: [
          {
            version: VERSION,
            resources: resourcesOf(group).map(aggregatedResource),
            freshness: 'Current',
          },
        ],
      })),
    };
  },
};

function aggregatedResource(definition: ResourceDefinition) {
  const subresources = subresourcesOf(definition);
  return {
    resource: definition.name,
    responseKind: { group: '', version: '', kind: definition.kind },
    scope: definition.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: definition.singular,
    verbs: verbsOf(definition),
    ...namesOf(definition),
    ...(subresources.length > 0
      ? {
          subresources: subresources.map(
            ({ name, verbs, ...responseKind }) => ({
              subresource: name,
              responseKind,
              verbs,
            }),
          ),
        }
      : {}),
  };
}

function namesOf({ shortNames, categories }: ResourceDefinition) {
  return {
    ...(shortNames ? { shortNames } : {}),
    ...(categories ? { categories } : {}),
  };
}

function resourcesOf(group: string): ResourceDefinition[] {
  return SERVED_RESOURCES.filter(definition => definition.group === group);
}

function groupOf(name: string) {
  const version = { groupVersion: `${name}/${VERSION}`, version: VERSION };
  return { name, versions: [version], preferredVersion: version };
}
