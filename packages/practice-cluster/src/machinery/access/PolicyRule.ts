/**
 * A rule of a Role, as in the API; `*` stands for everything.
 *
 * @public
 */
export interface PolicyRule {
  verbs: string[];
  apiGroups?: string[];
  /** `pods`, `pods/log`, `*`, `pods/*`. */
  resources?: string[];
  resourceNames?: string[];
  /** Paths that are no resources; `/healthz/*` covers what is below. */
  nonResourceURLs?: string[];
  /** Restricts the rule as a Role does; left out it holds in all namespaces, as a ClusterRole's. */
  namespaces?: string[];
}
