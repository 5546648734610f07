/** The conditions that there are fixtures for. @public */
export type FixtureName =
  | 'condemned-and-leftover'
  | 'consul-healthy'
  | 'consul-no-volume'
  | 'consul-one-lost-healing'
  | 'consul-one-lost-just-now'
  | 'consul-persistent-healthy'
  | 'consul-persistent-one-lost'
  | 'consul-quorum-lost-survivor-has-data'
  | 'pending-no-storage'
  | 'probing-off'
  | 'rbac-no-claims'
  | 'single'
  | 'stale-watch'
  | 'twenty-identities'
  | 'web-same-page'
  | 'web-two-identities';
