import { ServerResponse } from 'node:http';
import { toStatus } from '../../machinery/toStatus';
import { ApiError } from '../../types';
import { ApiServices } from '../ApiServices';
import { ResourceContext } from '../RequestContext';

/** Kubernetes ends watches at random after 30 to 60 minutes. */
const DEFAULT_SECONDS = 30 * 60;
/** A client that does not read loses its watch at this backlog. */
const MAX_BACKLOG_BYTES = 64 * 1024 * 1024;

/**
 * The answer of one watch: open until the client leaves, time is up or a
 * fault ends it.
 *
 * @public
 */
export class WatchStream {
  private readonly endings: Array<() => void> = [];
  private held: string[] | undefined;

  static open(context: ResourceContext, timeoutSeconds?: number): WatchStream {
    const { response, services, definition } = context;
    return new WatchStream(
      response,
      services,
      definition.name,
      timeoutSeconds || DEFAULT_SECONDS,
    );
  }

  private constructor(
    private readonly response: ServerResponse,
    { counters, faults }: ApiServices,
    resource: string,
    timeoutSeconds: number,
  ) {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.flushHeaders();
    const timer = setTimeout(() => response.end(), timeoutSeconds * 1000);
    counters.countStream(1);
    this.onEnd(() => counters.countStream(-1));
    this.onEnd(() => clearTimeout(timer));
    this.onEnd(
      faults.registerWatch({
        resource,
        write: line => this.write(`${line}\n`),
        fail: error => this.fail(error),
        setStalled: stalled => this.setStalled(stalled),
      }),
    );
    response.once('close', () => {
      for (const end of this.endings) end();
    });
  }

  write(line: string): void {
    if (this.held) {
      this.held.push(line);
      return;
    }
    if (this.response.writableLength > MAX_BACKLOG_BYTES) {
      this.response.destroy();
      return;
    }
    this.response.write(line);
  }

  /** Says why in an ERROR event and ends the watch. */
  fail(error: ApiError): void {
    this.held = undefined;
    const event = { type: 'ERROR', object: toStatus(error) };
    this.response.end(`${JSON.stringify(event)}\n`);
  }

  onEnd(task: () => void): void {
    this.endings.push(task);
  }

  private setStalled(stalled: boolean) {
    const held = this.held ?? [];
    this.held = stalled ? held : undefined;
    if (!stalled) for (const line of held) this.write(line);
  }
}
