import { createServer, Server } from 'http';
import { AddressInfo, connect, Socket } from 'net';
import express from 'express';
import { sendEventStream, untilClosed } from './sendEventStream';

/** More than the sockets of both ends hold between them. */
const BIG = 'x'.repeat(4 * 1024 * 1024);

describe('sendEventStream', () => {
  let server: Server;
  let reader: Socket;
  let taken = 0;
  let ended: Promise<void>;

  async function* newest(): AsyncGenerator<{ revision: number; text: string }> {
    for (;;) {
      taken += 1;
      yield { revision: taken, text: BIG };
    }
  }

  beforeEach(async () => {
    taken = 0;
    const app = express();
    ended = new Promise(resolve => {
      app.get('/', (_request, response) => {
        const signal = untilClosed(response);
        sendEventStream(response, newest(), signal).then(resolve, resolve);
      });
    });
    server = createServer(app);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
  });

  afterEach(async () => {
    reader.destroy();
    await new Promise(resolve => server.close(resolve));
  });

  it('takes no message before the last has left, and ends with its reader', async () => {
    reader.pause();
    reader.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    while (taken === 0) await new Promise(resolve => setTimeout(resolve, 5));
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(taken).toBeLessThanOrEqual(2);
    const before = taken;
    reader.resume();
    while (taken < before + 5) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    reader.destroy();
    await ended;
  });
});
