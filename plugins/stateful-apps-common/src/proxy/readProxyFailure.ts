import { ProbeError, ProbeErrorKind } from '../model';
import { asRecord, cleanText } from '../raw';

const TLS_WORDS =
  /\btls: |x509: |HTTP request to an HTTPS server|HTTP response to HTTPS client/;
const TIMEOUT_WORDS = /timeout|deadline exceeded|timed out/i;
const REFUSED_WORDS = /connection refused/;

function kubernetesStatus(text: string): string | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const status = asRecord(JSON.parse(text));
    return status?.kind === 'Status' && typeof status.message === 'string'
      ? status.message
      : undefined;
  } catch {
    return undefined;
  }
}

function classify(status: number, message: string): ProbeErrorKind {
  if (TLS_WORDS.test(message)) return 'tls';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 504 || TIMEOUT_WORDS.test(message)) return 'timeout';
  if (REFUSED_WORDS.test(message)) return 'refused';
  return 'unreachable';
}

const NEXT_STEPS: Partial<Record<ProbeErrorKind, string>> = {
  tls: 'Check whether the port speaks http or https.',
  forbidden: 'Grant get on pods/proxy to the credential that probes.',
  timeout: 'The address does not answer; look at the pod and its node.',
  refused:
    'Nothing listens on that port; check the port and the address that the app listens on.',
  unreachable: 'Look at the pod and its events.',
};

/**
 * Tells an answer that the Kubernetes API server gave in a member's place (no
 * such pod, nothing listens, not allowed) from one of the member's own.
 *
 * @returns `undefined` where the member itself answered.
 * @internal
 */
export function readProxyFailure(
  endpoint: string,
  status: number,
  text: string,
): ProbeError | undefined {
  const message =
    kubernetesStatus(text) ??
    (status >= 400 && TLS_WORDS.test(text) ? text : undefined);
  if (message === undefined || status < 400) return undefined;
  const kind = classify(status, message);
  const said = cleanText(message, 200).replace(/[.\s]+$/, '');
  return {
    kind,
    endpoint,
    message: `${endpoint} did not reach the member: ${said}. ${NEXT_STEPS[kind]}`,
  };
}
