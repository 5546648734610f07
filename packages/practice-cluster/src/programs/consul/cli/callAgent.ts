import { HttpHandler } from '../../Network';
import { ProcessContext } from '../../Command';
import { consulPorts } from '../consulPorts';

/** @public */
export interface AgentAnswer {
  status: number;
  text: string;
}

/** Asks the agent of this pod, as the command line does. @public */
export function callAgent(
  context: ProcessContext,
  method: string,
  path: string,
  body: Uint8Array,
  use: (answer: AgentAnswer) => void,
): void {
  const { network, pod, clock } = context;
  const connection = network.connectLoopback(pod.ip, consulPorts.http);
  if (connection.kind !== 'open') {
    clock.after(1, () => {
      const verb = method.charAt(0) + method.slice(1).toLowerCase();
      context.stderr(
        `Error connecting to Consul agent: ${verb} "http://127.0.0.1:${consulPorts.http}${path}": dial tcp 127.0.0.1:${consulPorts.http}: connect: connection refused\n`,
      );
      context.exit(1);
    });
    return;
  }
  (connection.listener as HttpHandler)(
    {
      method,
      scheme: 'http',
      port: consulPorts.http,
      path,
      headers: { 'User-Agent': 'Go-http-client/1.1' },
      body,
    },
    response =>
      use({
        status: response.status,
        text: Buffer.from(response.body).toString('utf8'),
      }),
  );
}
