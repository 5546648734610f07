/**
 * How strategic merge patch treats the lists of the kinds served: the field
 * by which entries are matched, or `''` for sets of plain values. The last
 * fields of the path decide; lists that are not here are replaced as a whole.
 *
 * @public
 */
export const MERGE_KEYS: ReadonlyArray<[path: string, key: string]> = [
  ['metadata.ownerReferences', 'uid'],
  ['metadata.finalizers', ''],
  ['containers', 'name'],
  ['initContainers', 'name'],
  ['ephemeralContainers', 'name'],
  ['volumes', 'name'],
  ['imagePullSecrets', 'name'],
  ['hostAliases', 'ip'],
  ['topologySpreadConstraints', 'topologyKey'],
  ['resourceClaims', 'name'],
  ['env', 'name'],
  ['containers.ports', 'containerPort'],
  ['initContainers.ports', 'containerPort'],
  ['volumeMounts', 'mountPath'],
  ['volumeDevices', 'devicePath'],
  ['spec.ports', 'port'],
  ['conditions', 'type'],
  ['status.addresses', 'type'],
  ['spec.taints', 'key'],
  ['status.podIPs', 'ip'],
  ['secrets', 'name'],
];
