import { KubeObject, Random } from '../types';
import { FieldError } from './validation/FieldError';
import { invalidObject } from './validation/invalidObject';

const NETWORK = '10.96';
const LAST_BYTE = 254;

/**
 * Gives a Service an unused address of 10.96.0.0/16, unless it is headless or
 * an external name, or names its address itself.
 *
 * @public
 */
export function allocateClusterIp(
  service: KubeObject,
  services: readonly KubeObject[],
  random: Random,
): void {
  const { spec, metadata } = service;
  if (spec.type === 'ExternalName') return;
  const used = new Set(services.map(other => other.spec?.clusterIP));
  if (spec.clusterIP && spec.clusterIP !== 'None' && used.has(spec.clusterIP)) {
    throw invalidObject('services', metadata.name, [
      FieldError.invalid(
        'spec.clusterIPs',
        [spec.clusterIP],
        `failed to allocate IP ${spec.clusterIP}: provided IP is already allocated`,
      ),
    ]);
  }
  while (!spec.clusterIP) {
    const address = `${NETWORK}.${Math.floor(random.next() * 256)}.${
      1 + Math.floor(random.next() * LAST_BYTE)
    }`;
    if (!used.has(address)) spec.clusterIP = address;
  }
  spec.clusterIPs ??= [spec.clusterIP];
}
