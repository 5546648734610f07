import { ProcessContext } from '../../Command';
import { callAgent } from './callAgent';

/** Reads JSON from the agent; anything but 200 ends the command with what the agent said. @public */
export function readAgent(
  context: ProcessContext,
  path: string,
  failure: string,
  use: (value: any) => void,
): void {
  callAgent(context, 'GET', path, new Uint8Array(), ({ status, text }) => {
    if (status === 200) {
      use(JSON.parse(text));
      return;
    }
    context.stderr(
      `${failure}: Unexpected response code: ${status} (${text.trim()})\n`,
    );
    context.exit(1);
  });
}
