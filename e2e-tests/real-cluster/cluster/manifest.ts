import { stringify } from 'yaml';

const RBAC = 'rbac.authorization.k8s.io';

/** An RBAC rule. */
export interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

/** Name and namespace of a service account. */
export interface Account {
  name: string;
  namespace: string;
}

export function namespaceObject(name: string): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

export function accountObject(metadata: Account): object {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata };
}

/** A role and its binding to an account; of the whole cluster where no namespace is named. */
export function roleObjects(
  metadata: { name: string; namespace?: string },
  rules: Rule[],
  account: Account,
): object[] {
  const kind = metadata.namespace ? 'Role' : 'ClusterRole';
  const apiVersion = `${RBAC}/v1`;
  return [
    { apiVersion, kind, metadata, rules },
    {
      apiVersion,
      kind: `${kind}Binding`,
      metadata,
      roleRef: { apiGroup: RBAC, kind, name: metadata.name },
      subjects: [{ kind: 'ServiceAccount', ...account }],
    },
  ];
}

/** One YAML text of several objects. */
export function manifest(objects: object[]): string {
  return objects.map(object => stringify(object)).join('---\n');
}
