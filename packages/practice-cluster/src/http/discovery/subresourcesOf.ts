import { ResourceDefinition } from '../../machinery/ResourceDefinition';

/** @public */
export interface SubresourceDescription {
  name: string;
  group: string;
  version: string;
  kind: string;
  verbs: string[];
}

const WRITABLE = ['get', 'patch', 'update'];
const PROXY_VERBS = ['create', 'delete', 'get', 'patch', 'update'];

/** The subresources of a resource, as discovery names them. @public */
export function subresourcesOf({
  kind,
  subresources,
}: ResourceDefinition): SubresourceDescription[] {
  return (subresources ?? []).map(name => {
    const base = { name, group: '', version: '', kind };
    switch (name) {
      case 'exec':
        return {
          ...base,
          kind: `${kind}ExecOptions`,
          verbs: ['create', 'get'],
        };
      case 'finalize':
        return { ...base, verbs: ['update'] };
      case 'log':
        return { ...base, verbs: ['get'] };
      case 'proxy':
        return { ...base, kind: `${kind}ProxyOptions`, verbs: PROXY_VERBS };
      case 'scale':
        return {
          name,
          group: 'autoscaling',
          version: 'v1',
          kind: 'Scale',
          verbs: WRITABLE,
        };
      default:
        return { ...base, verbs: WRITABLE };
    }
  });
}
