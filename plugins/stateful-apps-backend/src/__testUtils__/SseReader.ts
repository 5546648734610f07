import { request, IncomingMessage, ClientRequest } from 'http';

interface Message {
  type: string;
  revision: number;
  [field: string]: any;
}

/** A viewer: reads server-sent events over a real socket. */
export class SseReader {
  readonly messages: Message[] = [];
  readonly ids: string[] = [];
  status = 0;
  headers: IncomingMessage['headers'] = {};
  body = '';
  ended = false;
  readonly #request: ClientRequest;
  #changed: Array<() => void> = [];
  #blocks = 0;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.#request = request(url, { headers }, response => {
      this.status = response.statusCode ?? 0;
      this.headers = response.headers;
      response.setEncoding('utf8');
      response.on('data', text => {
        this.body += text;
        this.#parse();
      });
      response.on('close', () => {
        this.ended = true;
        this.#wake();
      });
      this.#wake();
    });
    this.#request.on('error', () => {
      this.ended = true;
      this.#wake();
    });
    this.#request.end();
  }

  /** Waits for a message, also one that has come already. */
  async next(
    matches: (message: Message) => boolean = () => true,
  ): Promise<Message> {
    for (;;) {
      const found = this.messages.find(matches);
      if (found) return found;
      if (this.ended) throw new Error(`The stream ended: ${this.body}`);
      await this.#change();
    }
  }

  async end(): Promise<void> {
    while (!this.ended) await this.#change();
  }

  async answered(): Promise<void> {
    while (!this.status) await this.#change();
  }

  close(): void {
    this.#request.destroy();
  }

  #parse(): void {
    const blocks = this.body.split('\n\n').slice(0, -1);
    for (const block of blocks.slice(this.#blocks)) {
      this.#blocks += 1;
      const [, id, data] = /^id: (\d+)\ndata: (.*)$/s.exec(block) ?? [];
      // A comment, or the body of an answer that is no stream.
      if (data === undefined) continue;
      this.ids.push(id);
      this.messages.push(JSON.parse(data));
    }
    this.#wake();
  }

  #change(): Promise<void> {
    return new Promise(resolve => this.#changed.push(resolve));
  }

  #wake(): void {
    for (const wake of this.#changed.splice(0)) wake();
  }
}
