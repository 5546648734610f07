const INTERVAL_MS = 25;

/**
 * Lets a cluster's clock follow real time, `speed` times as fast.
 *
 * @public
 */
export class ClockPump {
  private last = performance.now();
  private readonly timer: NodeJS.Timeout;

  static start(clock: { advance(ms: number): void }, speed: number): ClockPump {
    return new ClockPump(clock, speed);
  }

  private constructor(
    private readonly clock: { advance(ms: number): void },
    private readonly speed: number,
  ) {
    this.timer = setInterval(() => this.catchUp(), INTERVAL_MS);
  }

  /** Moves the clock to now, so that who asks sees what has happened until now. */
  catchUp(): void {
    const now = performance.now();
    const elapsed = Math.floor((now - this.last) * this.speed);
    if (elapsed < 1) return;
    this.last += elapsed / this.speed;
    this.clock.advance(elapsed);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
