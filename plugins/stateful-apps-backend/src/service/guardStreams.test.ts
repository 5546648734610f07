import { AppStreamMessage } from '@stateful-apps/backstage-plugin-common';
import { ManualClock } from '../__testUtils__/ManualClock';
import { guardAppStream } from './guardStreams';

/** A heartbeat each ten seconds of the clock. */
async function* heartbeats(
  clock: ManualClock,
): AsyncGenerator<AppStreamMessage> {
  for (;;) {
    await clock.advance(10_000);
    yield { type: 'heartbeat', revision: 7, asOf: '2026-11-22T10:00:00.000Z' };
  }
}

describe('guardAppStream', () => {
  const clock = new ManualClock();

  it('ends when the credentials expire', async () => {
    const seen: AppStreamMessage[] = [];
    const messages = guardAppStream(heartbeats(clock), {
      clock,
      expiresAt: new Date(clock.now() + 35_000),
      recheck: async () => {},
    });
    for await (const message of messages) seen.push(message);
    expect(seen.map(it => it.type)).toEqual([
      'heartbeat',
      'heartbeat',
      'heartbeat',
      'error',
    ]);
    expect(seen[3]).toEqual({
      type: 'error',
      revision: 7,
      message: 'Your credentials have expired; sign in again.',
    });
  });

  it('asks for the permission anew each minute, not with each message', async () => {
    let checks = 0;
    const messages = guardAppStream(heartbeats(clock), {
      clock,
      expiresAt: undefined,
      recheck: async () => {
        checks += 1;
        if (checks === 3) throw new Error('No more.');
      },
    });
    const seen: AppStreamMessage[] = [];
    for await (const message of messages) seen.push(message);
    expect(checks).toBe(3);
    expect(seen).toHaveLength(18);
    expect(seen[17]).toEqual({
      type: 'error',
      revision: 7,
      message: 'No more.',
    });
  });
});
