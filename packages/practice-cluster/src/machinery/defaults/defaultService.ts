import { KubeObject } from '../../types';
import { fillMissing } from './fillMissing';

/** @public */
export function defaultService(service: KubeObject): void {
  service.spec ??= {};
  const { spec } = service;
  fillMissing(spec, { type: 'ClusterIP', sessionAffinity: 'None' });
  for (const port of spec.ports ?? []) {
    fillMissing(port, { protocol: 'TCP', targetPort: port.port });
  }
  if (spec.type !== 'ExternalName') {
    fillMissing(spec, {
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      internalTrafficPolicy: 'Cluster',
    });
  }
  service.status ??= {};
  fillMissing(service.status, { loadBalancer: {} });
}
