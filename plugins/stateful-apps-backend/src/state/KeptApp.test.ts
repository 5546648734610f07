import { ManualClock } from '../__testUtils__/ManualClock';
import { KeptApp } from './KeptApp';
import { SlicedQueue } from './SlicedQueue';

const REF = { cluster: 'one', namespace: 'course', name: 'consul' };

describe('KeptApp', () => {
  let clock: ManualClock;
  let start: number;
  let runs: number[];
  let app: KeptApp;

  beforeEach(() => {
    clock = new ManualClock();
    start = clock.now();
    runs = [];
    app = new KeptApp({
      ref: REF,
      uid: 'uid',
      clock,
      queue: new SlicedQueue(clock),
      run: () => runs.push(clock.now() - start),
    });
  });

  it('runs at once, and not again within 200 ms', async () => {
    app.schedule();
    app.schedule();
    await clock.advance(0);
    expect(runs).toEqual([0]);
    await clock.advance(50);
    app.schedule();
    app.schedule();
    await clock.advance(1000);
    expect(runs).toEqual([0, 200]);
  });

  it('takes the earlier of two times', async () => {
    app.schedule(5000);
    app.schedule(1000);
    app.schedule(9000);
    await clock.advance(20_000);
    expect(runs).toEqual([1000]);
  });

  it('does nothing after its end', async () => {
    app.schedule();
    app.end();
    app.schedule();
    await clock.advance(1000);
    expect(runs).toEqual([]);
  });
});

describe('SlicedQueue', () => {
  it('gives others their turn when tasks take long', async () => {
    const clock = new ManualClock();
    const queue = new SlicedQueue(clock);
    const order: string[] = [];
    let work = 0;
    const busy = Object.assign(Object.create(clock), {
      now: () => clock.now() + work,
      after: clock.after.bind(clock),
    });
    const slow = new SlicedQueue(busy);
    const addSlow = (task: number) =>
      slow.add(() => {
        work += 6;
        order.push(`task ${task}`);
      });
    for (let task = 0; task < 4; task++) addSlow(task);
    queue.add(() => order.push('another'));
    await clock.advance(0);
    expect(order).toEqual(['task 0', 'task 1', 'another', 'task 2', 'task 3']);
  });
});
