import { Exchange } from './Exchange';
import { memberJson } from './memberJson';

/** `GET /v1/agent/members`: this agent's own view. @public */
export function agentMembers(exchange: Exchange): void {
  exchange.json(exchange.agent.gossip.members().map(memberJson));
}
