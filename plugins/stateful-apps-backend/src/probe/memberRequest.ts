import {
  MemberOperation,
  MemberRequest,
} from '@stateful-apps/backstage-plugin-node';
import { ProbeTarget } from './ProbeTarget';

const TIMEOUT_MS = 3_000;
const MAX_BYTES = 1024 * 1024;

/** The request by which one server is asked one thing. */
export function memberRequest(
  { ref, pod, endpoint }: ProbeTarget,
  operation: MemberOperation,
  signal: AbortSignal,
): MemberRequest {
  return {
    cluster: ref.cluster,
    namespace: ref.namespace,
    pod,
    scheme: endpoint.scheme,
    port: endpoint.port,
    operation,
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_BYTES,
    signal,
  };
}
