import { timestamps } from '../clock/timestamps';
import { Clock, LogLine } from '../types';

/** As containerd's 10 MiB of log, in lines. */
const MAX_LINES = 20_000;

/**
 * What one container wrote, by lines.
 *
 * @public
 */
export class LogBuffer {
  private readonly kept: LogLine[] = [];
  private readonly followers = new Set<{
    onLine: (line: LogLine) => void;
    onEnd: () => void;
  }>();
  private partial = '';
  private count = 0;
  private ended = false;

  constructor(private readonly clock: Clock) {}

  get lines(): readonly LogLine[] {
    return this.kept;
  }

  write(text: string): void {
    const parts = (this.partial + text).split('\n');
    this.partial = parts.pop() ?? '';
    for (const part of parts) this.add(part);
  }

  /** The container has ended: nothing more comes. */
  end(): void {
    if (this.partial !== '') this.add(this.partial);
    this.partial = '';
    this.ended = true;
    for (const { onEnd } of [...this.followers]) onEnd();
    this.followers.clear();
  }

  follow(onLine: (line: LogLine) => void, onEnd: () => void): () => void {
    if (this.ended) {
      onEnd();
      return () => {};
    }
    const follower = { onLine, onEnd };
    this.followers.add(follower);
    return () => {
      this.followers.delete(follower);
    };
  }

  private add(text: string) {
    this.count += 1;
    // Lines of one millisecond keep their order by the digits below it.
    const line = {
      time: timestamps.nano(this.clock.now(), this.count * 617),
      text,
    };
    this.kept.push(line);
    if (this.kept.length > MAX_LINES) this.kept.shift();
    for (const { onLine } of [...this.followers]) onLine(line);
  }
}
