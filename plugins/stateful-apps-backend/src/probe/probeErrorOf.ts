import {
  ProbeError,
  ProbeErrorKind,
} from '@stateful-apps/backstage-plugin-common';
import {
  GatewayError,
  GatewayErrorReason,
} from '@stateful-apps/backstage-plugin-node';
import { ProbeTarget } from './ProbeTarget';

const KINDS: Partial<Record<GatewayErrorReason, ProbeErrorKind>> = {
  forbidden: 'forbidden',
  unauthorized: 'forbidden',
  timeout: 'timeout',
  unreachable: 'unreachable',
  'not-found': 'unreachable',
  'too-large': 'too-large',
  malformed: 'malformed',
};

/** Go's words for a port that nothing listens on, and for the wrong scheme. */
const REFUSED_WORDS = /connection refused/i;
const TLS_WORDS = /\btls: |x509: |HTTP response to HTTPS client/;

/** What kept a member from answering, as data. */
export function probeErrorOf(
  error: unknown,
  { ref, pod }: ProbeTarget,
  endpoint: string,
): ProbeError {
  const said = error instanceof Error ? error.message : String(error);
  const kind = kindOf(error, said);
  if (kind === 'forbidden') {
    return {
      kind,
      endpoint,
      message: `Members are not asked: the credential for cluster ${ref.cluster} may not get pods/proxy in namespace ${ref.namespace}. Grant it the probe role there.`,
    };
  }
  return { kind, endpoint, message: `${pod} was not reached: ${said}` };
}

function kindOf(error: unknown, said: string): ProbeErrorKind {
  if (TLS_WORDS.test(said)) return 'tls';
  if (REFUSED_WORDS.test(said)) return 'refused';
  if (!(error instanceof GatewayError)) return 'failed';
  return KINDS[error.reason] ?? 'failed';
}
