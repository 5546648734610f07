import { ProcessContext } from '../../Command';
import { callAgent } from './callAgent';

/** `consul leave`: comes back when the agent has left. @public */
export function leave(context: ProcessContext) {
  callAgent(
    context,
    'PUT',
    '/v1/agent/leave',
    new Uint8Array(),
    ({ status, text }) => {
      if (status === 200) context.stdout('Graceful leave complete\n');
      else context.stderr(`Error leaving: ${text.trim()}\n`);
      context.exit(status === 200 ? 0 : 1);
    },
  );
}
