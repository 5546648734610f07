import { Response } from 'express';

/** A reader that takes nothing for so long is let go; it comes back with the revision that it has. */
const STUCK_MS = 30_000;

/**
 * Sends messages as server-sent events until they end or the reader goes. The
 * next message is taken only when the last has left, so that each reader holds
 * one message at most.
 */
export async function sendEventStream(
  response: Response,
  messages: AsyncIterable<{ revision: number }>,
  signal: AbortSignal,
): Promise<void> {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // Compression would hold messages back until it has enough of them.
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
    Connection: 'keep-alive',
  });
  response.flushHeaders();
  for await (const message of messages) {
    if (signal.aborted) break;
    const data = JSON.stringify(message);
    const sent = response.write(`id: ${message.revision}\ndata: ${data}\n\n`);
    flush(response);
    if (!sent) await drained(response, signal);
  }
  response.end();
}

/** Ends when the reader goes away. */
export function untilClosed(response: Response): AbortSignal {
  const closed = new AbortController();
  response.on('close', () => closed.abort());
  return closed.signal;
}

/** Compression adds `flush` to responses. */
function flush(response: Response & { flush?: () => void }): void {
  response.flush?.();
}

async function drained(response: Response, signal: AbortSignal): Promise<void> {
  await new Promise<void>(resolve => {
    const timer = setTimeout(() => response.destroy(), STUCK_MS);
    const done = () => {
      clearTimeout(timer);
      response.off('drain', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    response.once('drain', done);
    signal.addEventListener('abort', done, { once: true });
  });
}
