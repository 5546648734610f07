import { Clock } from '../types';

interface Task {
  at: number;
  order: number;
  run: () => void;
  cancelled: boolean;
}

/**
 * Time that moves only when it is told to. Tasks run in the order of their
 * instants, those of one instant in the order in which they were set, so that
 * a run depends on nothing but what was asked of it.
 *
 * @public
 */
export class VirtualClock implements Clock {
  /** A binary heap, the next task first. */
  private readonly tasks: Task[] = [];
  private order = 0;
  private advancing = false;

  /** `start` in milliseconds since the epoch. */
  static create(start: number): VirtualClock {
    return new VirtualClock(start);
  }

  private constructor(private instant: number) {}

  now(): number {
    return this.instant;
  }

  after(delayMs: number, run: () => void): () => void {
    const at = this.instant + Math.max(0, Math.round(delayMs));
    const task = { at, order: (this.order += 1), run, cancelled: false };
    this.push(task);
    return () => {
      task.cancelled = true;
    };
  }

  /** Moves time on by `ms` and runs all that falls due on the way. */
  advance(ms: number): void {
    this.advanceTo(this.instant + ms);
  }

  /** Moves time on to `instant`; an instant in the past changes nothing. */
  advanceTo(instant: number): void {
    if (this.advancing) {
      throw new Error('A task may not move the clock that runs it');
    }
    this.advancing = true;
    try {
      while (this.tasks.length > 0 && this.tasks[0].at <= instant) {
        const task = this.pop();
        if (task.cancelled) continue;
        this.instant = Math.max(this.instant, task.at);
        task.run();
      }
      this.instant = Math.max(this.instant, instant);
    } finally {
      this.advancing = false;
    }
  }

  /**
   * Moves time on in steps until `reached` says so; false when `limitMs` pass
   * before.
   */
  advanceUntil(reached: () => boolean, limitMs: number, stepMs = 100): boolean {
    const end = this.instant + limitMs;
    while (!reached()) {
      if (this.instant >= end) return false;
      this.advance(Math.min(stepMs, end - this.instant));
    }
    return true;
  }

  /** The instant of the next task. */
  nextAt(): number | undefined {
    while (this.tasks.length > 0 && this.tasks[0].cancelled) this.pop();
    return this.tasks[0]?.at;
  }

  private push(task: Task) {
    const { tasks } = this;
    let at = tasks.push(task) - 1;
    while (at > 0) {
      const parent = Math.floor((at - 1) / 2);
      if (!isBefore(tasks[at], tasks[parent])) break;
      [tasks[at], tasks[parent]] = [tasks[parent], tasks[at]];
      at = parent;
    }
  }

  private pop(): Task {
    const { tasks } = this;
    const first = tasks[0];
    const last = tasks.pop()!;
    if (tasks.length > 0) {
      tasks[0] = last;
      this.sink();
    }
    return first;
  }

  private sink() {
    const { tasks } = this;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      const right = left + 1;
      let least = at;
      if (left < tasks.length && isBefore(tasks[left], tasks[least])) {
        least = left;
      }
      if (right < tasks.length && isBefore(tasks[right], tasks[least])) {
        least = right;
      }
      if (least === at) return;
      [tasks[at], tasks[least]] = [tasks[least], tasks[at]];
      at = least;
    }
  }
}

function isBefore(one: Task, other: Task): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
