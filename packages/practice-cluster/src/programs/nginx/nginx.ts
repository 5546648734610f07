import { ProxyRequest, ProxyResponse } from '../../types';
import { Command, ProcessContext, Signal } from '../Command';
import { finish } from '../finish';
import { HttpHandler } from '../Network';
import { NGINX_VERSION, serveFile } from './serveFile';

const PORT = 80;
const GRACEFUL_MS = 60;
const FAST_MS = 20;

/** nginx with the configuration of its image: files on port 80. @public */
export const nginx: Command = context => {
  if (context.argv.includes('-v')) {
    return finish(context, 0, {
      stderr: `nginx version: nginx/${NGINX_VERSION}\n`,
    });
  }
  const handler: HttpHandler = (request, respond) => {
    const response = serveFile(context.files, request, context.clock.now());
    context.clock.after(1, () => {
      context.stdout(accessLine(context, request, response));
      respond(response);
    });
  };
  const close = context.network.listen(context.pod.ip, PORT, handler);
  if (!close) {
    return finish(context, 1, {
      stderr: `${errorTime(
        context,
      )} [emerg] 1#1: bind() to 0.0.0.0:80 failed (98: Address in use)\n`,
    });
  }
  context.onEnd(close);
  for (const line of [
    'using the "epoll" event method',
    `nginx/${NGINX_VERSION}`,
    'start worker processes',
    'start worker process 29',
  ]) {
    context.stderr(`${errorTime(context)} [notice] 1#1: ${line}\n`);
  }
  return { signal: signal => stop(context, signal) };
};

/** The image's entry point, which says what it does and starts nginx. @public */
export const nginxEntryPoint: Command = context => {
  const argv = context.argv.slice(1);
  if (argv[0] !== 'nginx') {
    return context.spawn({
      argv,
      stdout: text => context.stdout(text),
      stderr: text => context.stderr(text),
      onExit: code => context.exit(code),
    });
  }
  context.stdout(
    '/docker-entrypoint.sh: Configuration complete; ready for start up\n',
  );
  return nginx({ ...context, argv });
};

function stop(context: ProcessContext, signal: Signal) {
  if (signal === 'HUP') return;
  const graceful = signal === 'QUIT';
  const name = `SIG${signal}`;
  const number = { QUIT: 3, TERM: 15, INT: 2 }[signal];
  context.stderr(
    `${errorTime(context)} [notice] 1#1: signal ${number} (${name}) received, ${
      graceful ? 'shutting down' : 'exiting'
    }\n`,
  );
  context.clock.after(graceful ? GRACEFUL_MS : FAST_MS, () => {
    context.stderr(`${errorTime(context)} [notice] 1#1: exit\n`);
    context.exit(0);
  });
}

function errorTime(context: ProcessContext): string {
  const [date, time] = new Date(context.clock.now()).toISOString().split('T');
  return `${date.replaceAll('-', '/')} ${time.slice(0, 8)}`;
}

function accessLine(
  context: ProcessContext,
  request: ProxyRequest,
  response: ProxyResponse,
): string {
  const [, day, month, year, time] = new Date(context.clock.now())
    .toUTCString()
    .split(' ');
  const when = `${day}/${month}/${year}:${time} +0000`;
  const agent = Object.entries(request.headers).find(
    ([name]) => name.toLowerCase() === 'user-agent',
  )?.[1];
  return `10.99.0.10 - - [${when}] "${request.method} ${
    request.path
  } HTTP/1.1" ${response.status} ${response.body.length} "-" "${
    agent ?? '-'
  }" "-"\n`;
}
