import { EndpointSliceFacts } from '../../model';
import { asList, asName, asRecord } from '../../raw';
import { projectMeta } from './projectMeta';
import { projectNames } from './projectNames';

type EndpointFacts = EndpointSliceFacts['endpoints'][number];

function projectEndpoint(item: unknown): EndpointFacts | undefined {
  const endpoint = asRecord(item);
  if (!endpoint) return undefined;
  const facts: EndpointFacts = {
    addresses: projectNames(endpoint.addresses, { entries: 8, length: 253 }),
    // The API says that a consumer should take a missing value for ready.
    ready: asRecord(endpoint.conditions)?.ready !== false,
  };
  const hostname = asName(endpoint.hostname, 63);
  if (hostname) facts.hostname = hostname;
  const target = asRecord(endpoint.targetRef);
  const targetPod =
    target?.kind === 'Pod' ? asName(target.name, 253) : undefined;
  if (targetPod) facts.targetPod = targetPod;
  return facts;
}

/** Projects an EndpointSlice. @internal */
export function projectEndpointSlice(
  raw: unknown,
): EndpointSliceFacts | undefined {
  const meta = projectMeta(raw, true);
  if (!meta) return undefined;
  const facts: EndpointSliceFacts = { ...meta.facts, endpoints: [] };
  const labels = asRecord(meta.metadata.labels);
  const serviceName = asName(labels?.['kubernetes.io/service-name'], 63);
  if (serviceName) facts.serviceName = serviceName;
  for (const item of asList(meta.object.endpoints, 1000)) {
    const endpoint = projectEndpoint(item);
    if (endpoint) facts.endpoints.push(endpoint);
  }
  return facts;
}
