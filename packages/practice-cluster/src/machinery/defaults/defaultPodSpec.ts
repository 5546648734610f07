import { fillMissing } from './fillMissing';

const FILE_MODE = 0o644;

/**
 * What the API fills in where a pod's spec, or that of a pod template, says
 * nothing.
 *
 * @public
 */
export function defaultPodSpec(spec: Record<string, any>): void {
  fillMissing(spec, {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    securityContext: {},
    schedulerName: 'default-scheduler',
  });
  if (spec.serviceAccountName) spec.serviceAccount ??= spec.serviceAccountName;
  for (const container of [
    ...asArray(spec.initContainers),
    ...asArray(spec.containers),
  ]) {
    defaultContainer(container);
  }
  for (const volume of asArray(spec.volumes)) defaultVolume(volume);
}

function defaultContainer(container: Record<string, any>) {
  fillMissing(container, {
    resources: {},
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: isLatest(String(container.image ?? ''))
      ? 'Always'
      : 'IfNotPresent',
  });
  for (const port of asArray(container.ports)) {
    fillMissing(port, { protocol: 'TCP' });
  }
  for (const variable of asArray(container.env)) {
    if (variable.valueFrom?.fieldRef) {
      fillMissing(variable.valueFrom.fieldRef, { apiVersion: 'v1' });
    }
  }
  for (const name of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    const probe = container[name];
    if (!probe) continue;
    fillMissing(probe, {
      timeoutSeconds: 1,
      periodSeconds: 10,
      successThreshold: 1,
      failureThreshold: 3,
    });
    defaultHttpGet(probe.httpGet);
  }
  defaultHttpGet(container.lifecycle?.preStop?.httpGet);
  defaultHttpGet(container.lifecycle?.postStart?.httpGet);
}

function defaultHttpGet(action: Record<string, any> | undefined) {
  if (action) fillMissing(action, { path: '/', scheme: 'HTTP' });
}

function defaultVolume(volume: Record<string, any>) {
  for (const source of ['configMap', 'secret', 'downwardAPI', 'projected']) {
    if (volume[source]) fillMissing(volume[source], { defaultMode: FILE_MODE });
  }
  if (volume.hostPath) fillMissing(volume.hostPath, { type: '' });
  const sources = asArray(volume.projected?.sources);
  for (const { serviceAccountToken } of sources) {
    if (serviceAccountToken) {
      fillMissing(serviceAccountToken, { expirationSeconds: 3600 });
    }
  }
  for (const { downwardAPI } of [volume, ...sources]) {
    for (const item of asArray(downwardAPI?.items)) {
      if (item.fieldRef) fillMissing(item.fieldRef, { apiVersion: 'v1' });
    }
  }
  // A volume that names no source is an emptyDir.
  if (Object.keys(volume).length === 1) volume.emptyDir = {};
}

function isLatest(image: string): boolean {
  if (image.includes('@')) return false;
  const tag = image.slice(image.lastIndexOf('/') + 1).split(':')[1];
  return tag === undefined || tag === 'latest';
}

function asArray(value: unknown): Array<Record<string, any>> {
  return Array.isArray(value) ? value : [];
}
