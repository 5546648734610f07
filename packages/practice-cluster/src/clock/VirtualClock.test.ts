import { ScopedClock } from './ScopedClock';
import { SeededRandom } from './SeededRandom';
import { VirtualClock } from './VirtualClock';

describe('VirtualClock', () => {
  it('runs tasks by their instants, those of one instant as they were set', () => {
    const clock = VirtualClock.create(1_000);
    const ran: string[] = [];
    const note = (name: string) => () => ran.push(`${name}@${clock.now()}`);
    clock.after(20, note('late'));
    clock.after(10, note('first'));
    clock.after(10, note('second'));
    clock.after(0, () => clock.after(10, note('third')));
    clock.advance(15);
    expect(ran).toEqual(['first@1010', 'second@1010', 'third@1010']);
    clock.advanceTo(1_100);
    expect(ran[3]).toBe('late@1020');
    expect(clock.now()).toBe(1_100);
  });

  it('agrees with a sorted list for any set of tasks', () => {
    const random = SeededRandom.create(7);
    const clock = VirtualClock.create(0);
    const ran: number[] = [];
    const delays = Array.from({ length: 500 }, () =>
      Math.floor(random.next() * 100),
    );
    delays.forEach((delay, id) => clock.after(delay, () => ran.push(id)));
    clock.advance(100);
    const expected = delays
      .map((delay, id) => ({ delay, id }))
      .sort((one, other) => one.delay - other.delay || one.id - other.id);
    expect(ran).toEqual(expected.map(({ id }) => id));
  });

  it('takes back what was cancelled, and all of a scope that is disposed', () => {
    const clock = VirtualClock.create(0);
    const ran: string[] = [];
    const cancel = clock.after(5, () => ran.push('cancelled'));
    const scope = new ScopedClock(clock);
    scope.every(10, () => ran.push('scope'));
    cancel();
    clock.advance(25);
    scope.dispose();
    scope.after(1, () => ran.push('too late'));
    clock.advance(100);
    expect(ran).toEqual(['scope', 'scope']);
    expect(clock.nextAt()).toBeUndefined();
  });

  it('refuses to be moved by its own tasks', () => {
    const clock = VirtualClock.create(0);
    clock.after(1, () => clock.advance(1));
    expect(() => clock.advance(2)).toThrow('may not move the clock');
  });
});

describe('SeededRandom', () => {
  it('says the same for one seed and other things for another', () => {
    const numbers = (seed: number) => {
      const random = SeededRandom.create(seed);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
    for (const number of numbers(3)) {
      expect(number).toBeGreaterThanOrEqual(0);
      expect(number).toBeLessThan(1);
    }
  });

  it('makes UUIDs of version 4', () => {
    expect(SeededRandom.create(1).uuid()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
