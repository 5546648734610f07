import { SteppedClock } from '../../__testUtils__/SteppedClock';
import { LiveFollower } from './LiveFollower';
import { liveReducer } from './liveReducer';
import { LiveSource } from './LiveSource';
import { LiveState } from './LiveState';

type Message =
  | { type: 'data'; data: string; revision: number }
  | { type: 'heartbeat'; revision: number }
  | { type: 'reload'; revision: number }
  | { type: 'gone'; reason: string; revision: number }
  | { type: 'problem'; message: string; revision: number };

/** A source whose loads and streams a test decides about. */
class DecidedSource implements LiveSource<string, Message> {
  loaded: { data: string; revision: number } | Error = {
    data: 'first',
    revision: 1,
  };
  loads = 0;
  refuseStreams?: Error;
  readonly streams: Array<{
    after: number;
    signal: AbortSignal;
    send: (message: Message) => void;
    end: () => void;
  }> = [];

  async load() {
    this.loads += 1;
    if (this.loaded instanceof Error) throw this.loaded;
    return this.loaded;
  }

  readonly changes = {
    stream: (after: number, signal: AbortSignal) => this.#stream(after, signal),
    apply: (_data: string, message: Message) => message,
  };

  async *#stream(after: number, signal: AbortSignal) {
    if (this.refuseStreams) throw this.refuseStreams;
    const queue: Message[] = [];
    let isOpen = true;
    let wake = () => {};
    const somethingNew = () =>
      new Promise<void>(resolve => {
        wake = resolve;
      });
    const end = () => {
      isOpen = false;
      wake();
    };
    signal.addEventListener('abort', end);
    this.streams.push({
      after,
      signal,
      end,
      send: message => {
        queue.push(message);
        wake();
      },
    });
    while (isOpen || queue.length) {
      const next = queue.shift();
      if (next) yield next;
      else await somethingNew();
    }
  }
}

describe('LiveFollower', () => {
  const clock = new SteppedClock();
  let source: DecidedSource;
  let state: LiveState<string>;
  let stop: AbortController;
  let isHidden = false;
  let onVisibility = new Set<() => void>();

  const last = () => source.streams[source.streams.length - 1];

  async function follow() {
    source = source ?? new DecidedSource();
    state = { status: 'connecting' };
    stop = new AbortController();
    const follower = new LiveFollower<string, Message>({
      source,
      clock,
      visibility: {
        isHidden: () => isHidden,
        onChange: listener => {
          onVisibility.add(listener);
          return () => onVisibility.delete(listener);
        },
      },
      random: () => 1,
      dispatch: event => {
        state = liveReducer(state, event);
      },
    });
    follower.run(stop.signal);
    await clock.advance(0);
  }

  async function setHidden(value: boolean) {
    isHidden = value;
    for (const listener of [...onVisibility]) listener();
    await clock.advance(0);
  }

  beforeEach(() => {
    source = new DecidedSource();
    isHidden = false;
    onVisibility = new Set();
  });

  afterEach(() => stop.abort());

  it('loads first and then follows what comes after', async () => {
    await follow();
    expect(state).toMatchObject({ status: 'live', data: 'first' });
    expect(last().after).toBe(1);

    last().send({ type: 'data', data: 'second', revision: 2 });
    await clock.advance(0);
    expect(state).toMatchObject({ status: 'live', data: 'second' });
    expect(source.loads).toBe(1);
  });

  it('is as old as the last heartbeat', async () => {
    await follow();
    const start = clock.now();
    await clock.advance(10_000);
    expect(state).toMatchObject({ provenAt: start });
    last().send({ type: 'heartbeat', revision: 1 });
    await clock.advance(0);
    expect(state).toMatchObject({ provenAt: start + 10_000 });
  });

  it('takes 25 seconds of silence for a lost stream, and resumes after the last revision', async () => {
    await follow();
    last().send({ type: 'data', data: 'second', revision: 7 });
    await clock.advance(24_999);
    expect(state.status).toBe('live');
    await clock.advance(1);
    expect(state).toMatchObject({ status: 'stale', data: 'second' });
    expect(last().signal.aborted).toBe(true);

    await clock.advance(1_000);
    expect(source.streams).toHaveLength(2);
    expect(last().after).toBe(7);
    last().send({ type: 'heartbeat', revision: 7 });
    await clock.advance(0);
    expect(state).toMatchObject({ status: 'live', data: 'second' });
  });

  it('waits longer after each failure, up to 30 seconds, and keeps the data', async () => {
    source.loaded = new Error('refused');
    await follow();
    expect(state).toMatchObject({ status: 'failed' });
    const tries: number[] = [];
    for (let i = 0; i < 7; i += 1) {
      const before = clock.now();
      const { loads } = source;
      while (source.loads === loads) await clock.advance(500);
      tries.push(clock.now() - before);
    }
    expect(tries).toEqual([1, 2, 4, 8, 16, 30, 30].map(n => n * 1_000));

    source.loaded = { data: 'first', revision: 1 };
    await clock.advance(30_000);
    expect(state).toMatchObject({ status: 'live', data: 'first' });

    last().send({ type: 'problem', message: 'broken', revision: 1 });
    await clock.advance(0);
    expect(state).toMatchObject({ status: 'reconnecting', data: 'first' });
    expect((state as { error: Error }).error.message).toBe('broken');
  });

  it('asks every five seconds when streams bring nothing, and tries a stream again after a minute', async () => {
    source.refuseStreams = new Error('a proxy is in the way');
    await follow();
    expect(state.status).toBe('reconnecting');
    await clock.advance(1_000);
    expect(state.status).toBe('reconnecting');
    await clock.advance(2_000);
    expect(state).toMatchObject({ status: 'live', transport: 'polling' });

    source.loaded = { data: 'second', revision: 2 };
    await clock.advance(5_000);
    expect(state).toMatchObject({ data: 'second', transport: 'polling' });

    source.refuseStreams = undefined;
    await clock.advance(60_000);
    expect(source.streams).toHaveLength(1);
    expect(last().after).toBe(2);
  });

  it('lets go of the stream while the page is hidden, and comes back where it was', async () => {
    await follow();
    await setHidden(true);
    expect(last().signal.aborted).toBe(true);
    expect(state).toMatchObject({ status: 'paused', data: 'first' });
    await clock.advance(3_600_000);
    expect(source.streams).toHaveLength(1);

    await setHidden(false);
    expect(source.streams).toHaveLength(2);
    last().send({ type: 'heartbeat', revision: 1 });
    await clock.advance(0);
    expect(state).toMatchObject({ status: 'live', data: 'first' });
  });

  it('loads anew when the backend no longer knows what came after', async () => {
    await follow();
    source.loaded = { data: 'anew', revision: 99 };
    last().send({ type: 'reload', revision: 50 });
    await clock.advance(1_000);
    expect(state).toMatchObject({ status: 'live', data: 'anew' });
    expect(last().after).toBe(99);
  });

  it('says that an app is gone, and sees it come back', async () => {
    await follow();
    source.loaded = new Error('404');
    last().send({ type: 'gone', reason: 'It was deleted.', revision: 2 });
    await clock.advance(5_000);
    expect(state).toMatchObject({ status: 'gone', reason: 'It was deleted.' });

    source.loaded = { data: 'back', revision: 3 };
    await clock.advance(4_000);
    expect(state).toMatchObject({ status: 'live', data: 'back' });
  });

  it('stops for good', async () => {
    await follow();
    stop.abort();
    await clock.advance(100_000);
    expect(last().signal.aborted).toBe(true);
    expect(source.streams).toHaveLength(1);
    expect(onVisibility.size).toBe(0);
  });
});
