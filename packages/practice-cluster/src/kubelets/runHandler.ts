import { HttpHandler, Network, OUTSIDE } from '../programs/Network';
import { Container } from './Container';

/** @public */
export interface HandlerOutcome {
  ok: boolean;
  /** What the kubelet says of a failure. */
  message: string;
}

/**
 * Runs what a probe or a hook names: a command in the container, a request or
 * a connection to the pod.
 *
 * @public
 */
export function runHandler(
  handler: any,
  container: Container,
  podIp: string,
  network: Network,
  ports: any[],
  done: (outcome: HandlerOutcome) => void,
): void {
  if (handler.exec) {
    container.exec(handler.exec.command ?? [], new Uint8Array(), result =>
      done({
        ok: result.exitCode === 0,
        message: (result.stderr || result.stdout).trim(),
      }),
    );
    return;
  }
  const target = handler.httpGet ?? handler.tcpSocket;
  if (!target) {
    done({ ok: true, message: '' });
    return;
  }
  const port =
    typeof target.port === 'number'
      ? target.port
      : ports.find(({ name }) => name === target.port)?.containerPort;
  const connection = network.connect(OUTSIDE, podIp, port);
  const address = `${podIp}:${port}`;
  // A silent peer leaves the caller's time-out to speak.
  if (connection.kind === 'silent') return;
  if (connection.kind === 'refused') {
    const refused = `dial tcp ${address}: connect: connection refused`;
    const path = handler.httpGet?.path ?? '/';
    done({
      ok: false,
      message: handler.httpGet
        ? `Get "http://${address}${path}": ${refused}`
        : refused,
    });
    return;
  }
  if (!handler.httpGet) {
    done({ ok: true, message: '' });
    return;
  }
  const headers = new Map<string, string>([
    ['Host', address],
    ['User-Agent', 'kube-probe/1.34'],
  ]);
  for (const { name, value } of handler.httpGet.httpHeaders ?? []) {
    headers.set(name, value);
  }
  (connection.listener as HttpHandler)(
    {
      method: 'GET',
      scheme: 'http',
      port,
      path: handler.httpGet.path ?? '/',
      headers: Object.fromEntries(headers),
      body: new Uint8Array(),
    },
    ({ status }) =>
      done({
        ok: status >= 200 && status < 400,
        message: `HTTP probe failed with statuscode: ${status}`,
      }),
  );
}
