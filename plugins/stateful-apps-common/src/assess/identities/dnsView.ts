import { DnsView } from '../../model';
import { matchesLabels } from '../../labels';
import { AssessContext, IdentitySlot, hasData, whyUnknown } from '../context';

/**
 * Why no pod of the set can have a name; `undefined` if one can. The Service
 * need not be headless: Kubernetes' DNS specification promises names of pods
 * for headless Services only, but CoreDNS answers for every endpoint that has a
 * host name (measured), and pods of the set have one.
 */
function whyNoNames(context: AssessContext): string | undefined {
  const { set, inputs } = context;
  const { service } = inputs;
  if (!service) return `There is no Service ${set.serviceName}.`;
  if (Object.keys(service.selector).length === 0) {
    return `Service ${service.name} has no selector.`;
  }
  if (!matchesLabels({ matchLabels: service.selector }, set.templateLabels)) {
    return `Service ${service.name} does not select the pods.`;
  }
  return undefined;
}

/** Whether an endpoint publishes the name; only ready ones do, unless the Service says otherwise. */
function whyNoRecord(
  context: AssessContext,
  slot: IdentitySlot,
): string | undefined {
  if (!slot.pod) return 'It has no pod.';
  const publishAll = context.inputs.service?.publishNotReadyAddresses === true;
  for (const slice of context.inputs.endpointSlices) {
    for (const endpoint of slice.endpoints) {
      if (endpoint.hostname !== slot.name) continue;
      return endpoint.ready || publishAll ? undefined : 'Its pod is not ready.';
    }
  }
  return 'The Service has no endpoint for it.';
}

/**
 * The DNS name of an identity, without the cluster's domain, and whether it
 * resolves.
 *
 * @internal
 */
export function dnsView(context: AssessContext, slot: IdentitySlot): DnsView {
  const { set } = context;
  if (!set.serviceName) {
    return {
      name: slot.name,
      resolvable: 'no',
      why: 'The StatefulSet names no governing Service.',
    };
  }
  const name = `${slot.name}.${set.serviceName}.${set.namespace}.svc`;
  if (!hasData(context, 'services')) {
    const why = `Not known: ${whyUnknown(context, 'services')}.`;
    return { name, resolvable: 'unknown', why };
  }
  const noNames = whyNoNames(context);
  if (noNames) return { name, resolvable: 'no', why: noNames };
  if (!hasData(context, 'endpointslices')) {
    const why = `Not known: ${whyUnknown(context, 'endpointslices')}.`;
    return { name, resolvable: 'unknown', why };
  }
  const noRecord = whyNoRecord(context, slot);
  return noRecord
    ? { name, resolvable: 'no', why: noRecord }
    : { name, resolvable: 'yes' };
}
