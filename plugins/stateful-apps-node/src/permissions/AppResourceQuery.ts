/** A rule as a filter: one of `values` is the app's cluster or namespace, or among its owners. @public */
export interface AppResourceQuery {
  field: 'cluster' | 'namespace' | 'owners';
  values: string[];
}
