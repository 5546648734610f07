import { timestamps } from '../../clock/timestamps';
import { Clock } from '../../types';

/** @public */
export type LogLevel = 'INFO' | 'WARN' | 'ERROR';

/**
 * The agent's log in Consul's own format.
 *
 * @public
 */
export class AgentLog {
  constructor(
    private readonly clock: Clock,
    private readonly write: (text: string) => void,
  ) {}

  /** `fields` stand behind the message as `name=value`. */
  line(
    level: LogLevel,
    logger: string,
    message: string,
    fields: Readonly<Record<string, string | number>> = {},
  ): void {
    const time = timestamps.milliseconds(this.clock.now());
    const pairs = Object.entries(fields).map(
      ([name, value]) => `${name}=${quoted(String(value))}`,
    );
    const text = [message + (pairs.length > 0 ? ':' : ''), ...pairs].join(' ');
    this.write(`${time} ${`[${level}]`.padEnd(7)} ${logger}: ${text}\n`);
  }

  raw(text: string): void {
    this.write(`${text}\n`);
  }
}

function quoted(value: string): string {
  return /[\s"=]/.test(value) ? `"${value.replaceAll('"', '\\"')}"` : value;
}
