import { ProxyRequest, ProxyResponse } from '../../../types';
import type { Agent } from '../Agent';
import { agentLeave } from './agentLeave';
import { agentMembers } from './agentMembers';
import { agentSelf } from './agentSelf';
import { catalogNodes } from './catalogNodes';
import { Exchange } from './Exchange';
import { kv } from './kv';
import { autopilotHealth, raftConfiguration } from './operator';
import { statusLeader, statusPeers } from './status';

interface Route {
  pattern: RegExp;
  methods: Readonly<Record<string, (exchange: Exchange) => void>>;
}

/** What of Consul's HTTP API is here. */
const ROUTES: readonly Route[] = [
  { pattern: /^\/v1\/status\/leader$/, methods: { GET: statusLeader } },
  { pattern: /^\/v1\/status\/peers$/, methods: { GET: statusPeers } },
  { pattern: /^\/v1\/agent\/members$/, methods: { GET: agentMembers } },
  { pattern: /^\/v1\/agent\/self$/, methods: { GET: agentSelf } },
  { pattern: /^\/v1\/agent\/leave$/, methods: { PUT: agentLeave } },
  {
    pattern: /^\/v1\/operator\/raft\/configuration$/,
    methods: { GET: raftConfiguration },
  },
  {
    pattern: /^\/v1\/operator\/autopilot\/health$/,
    methods: { GET: autopilotHealth },
  },
  { pattern: /^\/v1\/catalog\/nodes$/, methods: { GET: catalogNodes } },
  { pattern: /^\/v1\/kv\//, methods: { GET: kv, PUT: kv, DELETE: kv } },
];

/** Answers one request as a real agent would. @public */
export function handleHttp(
  agent: Agent,
  request: ProxyRequest,
  respond: (response: ProxyResponse) => void,
): void {
  const exchange = new Exchange(agent, request, respond);
  if (exchange.path === '/') {
    if (agent.config.ui) exchange.answer(301, '', { Location: '/ui/' });
    else
      exchange.text(
        200,
        'Consul Agent: UI disabled. To enable, set ui_config.enabled=true in the agent configuration and restart.',
      );
    return;
  }
  const route = ROUTES.find(({ pattern }) => pattern.test(exchange.path));
  if (!route) {
    exchange.text(
      404,
      'Invalid URL path: not a recognized HTTP API endpoint\n',
    );
    return;
  }
  const method = exchange.method === 'HEAD' ? 'GET' : exchange.method;
  const handler = Object.hasOwn(route.methods, method)
    ? route.methods[method]
    : undefined;
  if (!handler) {
    exchange.text(405, `method ${exchange.method} not allowed`, {
      Allow: ['OPTIONS', ...Object.keys(route.methods)].join(','),
    });
    return;
  }
  handler(exchange);
}
