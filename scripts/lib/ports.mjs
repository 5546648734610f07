import { createServer } from 'node:net';
import { Problem } from './Problem.mjs';

/** Both are asked, as `localhost` can mean either. */
const LOOPBACK = ['127.0.0.1', '::1'];

function listenOn(host, port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error => resolve({ error }));
    server.listen({ host, port, exclusive: true }, () => {
      const taken = server.address().port;
      server.close(() => resolve({ port: taken }));
    });
  });
}

/** Refuses a port that another program has, and names the flag that takes another one. */
export async function checkPort(port, { flag, command }) {
  for (const host of LOOPBACK) {
    const { error } = await listenOn(host, port);
    if (error?.code === 'EADDRINUSE') {
      throw new Problem(
        `Port ${port} is taken by another program: stop that program, or take another port with "npm ${command} -- ${flag} ${
          port + 1000
        }".`,
      );
    }
    if (error?.code === 'EACCES') {
      throw new Problem(
        `Port ${port} may not be used by you: take one above 1023 with "npm ${command} -- ${flag} ${
          port + 3000
        }".`,
      );
    }
  }
}

/** A port that nobody uses at this moment. */
export async function freePort() {
  const { port, error } = await listenOn('127.0.0.1', 0);
  if (error) throw error;
  return port;
}
