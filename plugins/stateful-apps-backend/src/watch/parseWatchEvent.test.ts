import fc from 'fast-check';
import { parseWatchEvent } from './parseWatchEvent';

describe('parseWatchEvent', () => {
  it('makes of any text an event with a version or an error, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .record(
              {
                type: fc.constantFrom('ADDED', 'DELETED', 'ERROR', 'x', 1),
                object: fc.oneof(
                  fc.jsonValue(),
                  fc.record({ metadata: fc.jsonValue() }),
                ),
              },
              { requiredKeys: [] },
            )
            .map(value => JSON.stringify(value)),
        ),
        text => {
          const event = parseWatchEvent(text);
          const says =
            event.type === 'ERROR'
              ? event.error.message
              : event.resourceVersion;
          expect(says).toEqual(expect.stringMatching(/./));
        },
      ),
    );
  });

  it('reads the status that ends a watch', () => {
    const status = (object: object) =>
      parseWatchEvent(JSON.stringify({ type: 'ERROR', object }));
    expect(status({ code: 410, message: 'too old' })).toMatchObject({
      error: { reason: 'gone', message: 'too old', ends: true },
    });
    expect(
      status({ code: 429, details: { retryAfterSeconds: 3 } }),
    ).toMatchObject({ error: { reason: 'throttled', retryAfterMs: 3000 } });
    expect(status({})).toMatchObject({ error: { reason: 'server-error' } });
  });
});
