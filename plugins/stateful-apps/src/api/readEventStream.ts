import { createParser } from 'eventsource-parser';

/** Longest event that is accepted, in characters; a view of 50 identities is about a tenth of it. */
const MAX_EVENT_LENGTH = 2_000_000;

/**
 * The JSON values of a response with server-sent events, in order. Rejects
 * when an event is not JSON or longer than any view can be.
 */
export async function* readEventStream(
  response: Response,
): AsyncGenerator<unknown> {
  if (!response.body) {
    throw new Error(`The event stream of ${response.url} has no body`);
  }
  const received: string[] = [];
  const parser = createParser({ onEvent: event => received.push(event.data) });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let unfinished = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      unfinished = received.length ? 0 : unfinished + value.byteLength;
      if (unfinished > MAX_EVENT_LENGTH) {
        throw new Error(
          `The event stream of ${response.url} sent an event of more than ${MAX_EVENT_LENGTH} bytes`,
        );
      }
      for (const data of received.splice(0)) yield JSON.parse(data);
    }
  } finally {
    // Not awaited: nobody is left to whom it matters when the connection is closed.
    reader.cancel().catch(() => undefined);
  }
}
