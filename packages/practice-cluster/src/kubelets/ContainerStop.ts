import { ScopedClock } from '../clock/ScopedClock';
import { Container } from './Container';
import { HandlerOutcome } from './runHandler';

/** What a container gets at least once its hook is done, as the kubelet has it. */
const MINIMUM_MS = 2_000;

/**
 * Stops one container: the preStop hook, then the image's stop signal, then
 * the kill when the grace period is over.
 *
 * @public
 */
export class ContainerStop {
  private readonly deadlines = new Set<() => void>();
  private signalled = false;
  private readonly startedAt: number;

  constructor(
    private readonly container: Container,
    private readonly clock: ScopedClock,
    private graceMs: number,
    preStop: ((done: (outcome: HandlerOutcome) => void) => void) | undefined,
    private readonly onHookFailure: (message: string) => void,
  ) {
    this.startedAt = clock.now();
    if (!preStop) {
      this.signal();
      return;
    }
    this.armHookDeadline();
    preStop(({ ok, message }) => {
      // A hook that ends with its container was cut short by it.
      if (this.signalled) return;
      if (!ok) this.onHookFailure(message);
      this.signal();
    });
  }

  /** A second request asks for a shorter grace period. */
  shorten(graceMs: number): void {
    if (graceMs >= this.remaining()) return;
    this.graceMs = this.clock.now() - this.startedAt + graceMs;
    for (const cancel of this.deadlines) cancel();
    this.deadlines.clear();
    if (this.signalled) this.armKill();
    else this.armHookDeadline();
  }

  private armHookDeadline() {
    this.deadlines.add(
      this.clock.after(Math.max(0, this.remaining()), () => {
        if (this.signalled) return;
        this.onHookFailure('the grace period ended before the hook');
        this.signal();
      }),
    );
  }

  private signal() {
    if (this.signalled) return;
    this.signalled = true;
    for (const cancel of this.deadlines) cancel();
    this.deadlines.clear();
    if (!this.container.running) return;
    this.armKill();
    this.container.signal(this.container.spec.image.stopSignal);
  }

  private armKill() {
    const ms = Math.max(MINIMUM_MS, this.remaining());
    this.deadlines.add(this.clock.after(ms, () => this.container.kill()));
  }

  private remaining(): number {
    return this.startedAt + this.graceMs - this.clock.now();
  }
}
