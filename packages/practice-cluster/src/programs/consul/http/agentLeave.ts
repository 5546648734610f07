import { Exchange } from './Exchange';

/** `PUT /v1/agent/leave`: answers when the agent has left, which then ends. @public */
export function agentLeave(exchange: Exchange): void {
  exchange.agent.leave(() => exchange.answer(200, '', {}));
}
