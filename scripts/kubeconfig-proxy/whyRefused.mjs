const CORE = '/api/v1';
const NAMESPACED = `${CORE}/namespaces/[^/]+`;

/** Reads by which more than reading could be done, or which Backstage has no use for. */
const REFUSED_PATHS = [
  [
    new RegExp(
      `^${NAMESPACED}/pods/[^/]+/(exec|attach|portforward|ephemeralcontainers)(/|$)`,
    ),
    'commands and connections into containers are not offered',
  ],
  [
    new RegExp(
      `^(${CORE}|${NAMESPACED})(/watch)?(/namespaces/[^/]+)?/secrets(/|$)`,
    ),
    'Secrets are not read',
  ],
  [
    new RegExp(`^${NAMESPACED}/services/[^/]+/proxy(/|$)`),
    'Services are not asked',
  ],
  [
    new RegExp(`^${CORE}/nodes/[^/]+/proxy(?!/stats/summary$)`),
    'of a kubelet only stats/summary is read',
  ],
];

/** Whatever goes through the API server to a pod or a kubelet. */
const PROXIED = new RegExp(
  `^(${NAMESPACED}/pods|${CORE}/nodes)/[^/]+/proxy(/|$)`,
);

/** What members are asked, and nothing else of theirs: a web server's page, and of Consul no keys and no values. */
const ASKED = new RegExp(
  `^${CORE}/nodes/[^/]+/proxy/stats/summary$|^${NAMESPACED}/pods/[^/]+/proxy/(v1/(status/(leader|peers)|agent/(members|self)|operator/(raft/configuration|autopilot/health)))?$`,
);

/**
 * Why a request is refused, in one sentence; `undefined` when it is passed on.
 * Only the role `probe`, which is the gateway's alone, gets through to members.
 *
 * @param {{ role: 'read' | 'probe', method: string, pathname: string }} request
 */
export function whyRefused({ role, method, pathname }) {
  if (method !== 'GET' && method !== 'HEAD') {
    return `This proxy only reads: ${method} is refused, so that nothing in the cluster is changed.`;
  }
  let path;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return 'This proxy only reads: the path is not well-formed.';
  }
  if (/(^|\/)\.\.?(\/|$)|\/\/|[\\%]/.test(path)) {
    return 'This proxy only reads: the path is not in its normal form.';
  }
  for (const [pattern, reason] of REFUSED_PATHS) {
    if (pattern.test(path)) return `This proxy only reads: ${reason}.`;
  }
  if (PROXIED.test(path)) {
    if (role !== 'probe') {
      return 'This proxy only reads: members are asked by the gateway of stateful apps alone.';
    }
    if (!ASKED.test(path)) {
      return 'This proxy only reads: of members only their state and their page are asked.';
    }
  }
  return undefined;
}
