import { ResourceDefinition } from '@stateful-apps/backstage-plugin-common';

/** Segments of a resource's collection in the Kubernetes API. */
export function resourcePath(
  { group, version, name }: ResourceDefinition,
  namespace: string | undefined,
): string[] {
  return [
    ...(group ? ['apis', group, version] : ['api', version]),
    ...(namespace ? ['namespaces', namespace] : []),
    name,
  ];
}
