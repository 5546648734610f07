import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { checkPort, freePort } from './ports.mjs';

test('a taken port is refused with the port and the flag to use another', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  try {
    await assert.rejects(
      checkPort(port, { flag: '--backend-port', command: 'start' }),
      {
        name: 'Problem',
        message: new RegExp(
          `^Port ${port} is taken .* "npm start -- --backend-port \\d+"\\.$`,
        ),
      },
    );
  } finally {
    server.close();
  }
});

test('a free port is found and passes', async () => {
  await checkPort(await freePort(), { flag: '--port', command: 'start' });
});
