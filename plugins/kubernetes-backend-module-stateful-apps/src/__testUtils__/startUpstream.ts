import http from 'node:http';
import https from 'node:https';
import { AddressInfo, Socket } from 'node:net';

/** An API server that does what the test says, and knows what is open. */
export async function startUpstream(tls?: https.ServerOptions) {
  const sockets = new Set<Socket>();
  const seen: http.IncomingMessage[] = [];
  const answer: http.RequestListener = (_request, response) => {
    response.writeHead(404).end();
  };
  const state = { seen, answer, openStreams: 0, url: '' };
  const listener: http.RequestListener = (request, response) => {
    seen.push(request);
    state.openStreams += 1;
    response.on('close', () => {
      state.openStreams -= 1;
    });
    state.answer(request, response);
  };
  const server: http.Server | https.Server = tls
    ? https.createServer(tls, listener)
    : http.createServer(listener);
  server.on('connection', socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  state.url = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise(resolve => server.close(resolve));
  };
  return Object.assign(state, { stop });
}
