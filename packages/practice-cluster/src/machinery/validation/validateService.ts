import { KubeObject } from '../../types';
import { FieldError } from './FieldError';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];

/** @public */
export function validateService({ spec }: KubeObject): FieldError[] {
  const errors: FieldError[] = [];
  const ports: any[] = spec.ports ?? [];
  if (!TYPES.includes(spec.type)) {
    errors.push(FieldError.notSupported('spec.type', spec.type, TYPES));
  }
  const headless = spec.clusterIP === 'None';
  if (ports.length === 0 && !headless && spec.type !== 'ExternalName') {
    errors.push(FieldError.required('spec.ports'));
  }
  ports.forEach((port, index) => {
    const field = `spec.ports[${index}]`;
    if (ports.length > 1 && !port.name) {
      errors.push(FieldError.required(`${field}.name`));
    }
    errors.push(...validatePort(`${field}.port`, port.port));
    if (typeof port.targetPort === 'number') {
      errors.push(...validatePort(`${field}.targetPort`, port.targetPort));
    }
  });
  return errors;
}

/** @public */
export function validateServiceUpdate(
  next: KubeObject,
  current: KubeObject,
): FieldError[] {
  const fixed = current.spec.clusterIP;
  return fixed && next.spec.clusterIP !== fixed
    ? [
        FieldError.invalid(
          'spec.clusterIPs[0]',
          [next.spec.clusterIP],
          'may not change once set',
        ),
      ]
    : [];
}

function validatePort(field: string, port: unknown): FieldError[] {
  return Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65535
    ? []
    : [
        FieldError.invalid(
          field,
          port,
          'must be between 1 and 65535, inclusive',
        ),
      ];
}
