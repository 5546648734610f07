import { ProcessContext } from '../../Command';
import { callAgent } from './callAgent';

/** `consul kv get|put|delete`. @public */
export function kv(context: ProcessContext, args: readonly string[]) {
  const [action, ...rest] = args;
  const [key, value] = rest.filter(arg => !arg.startsWith('-'));
  const recurse = rest.some(arg => /^--?recurse$/.test(arg));
  const keys = rest.some(arg => /^--?keys$/.test(arg));
  if (key === undefined && !recurse && !keys) {
    fail(context, 'Error! Missing KEY argument');
  } else if (action === 'get') {
    get(context, key ?? '', recurse, keys);
  } else if (action === 'put') {
    const data = value === '-' ? context.stdin : Buffer.from(value ?? '');
    write(context, 'PUT', key, data, `Success! Data written to: ${key}`);
  } else if (action === 'delete') {
    const path = recurse ? `${key ?? ''}?recurse` : key;
    const done = recurse
      ? `Success! Deleted keys with prefix: ${key ?? ''}`
      : `Success! Deleted key: ${key}`;
    write(context, 'DELETE', path, new Uint8Array(), done);
  } else {
    fail(context, 'Usage: consul kv <get|put|delete> [options] [args]');
  }
}

function get(
  context: ProcessContext,
  key: string,
  recurse: boolean,
  keys: boolean,
) {
  const query = (keys && '?keys') || (recurse && '?recurse') || '';
  const path = `/v1/kv/${key}${query}`;
  callAgent(context, 'GET', path, new Uint8Array(), ({ status, text }) => {
    if (status === 404 && !recurse && !keys) {
      fail(context, `Error! No key exists at: ${key}`);
      return;
    }
    if (status !== 200 && status !== 404) {
      fail(context, unexpected('querying Consul agent', status, text));
      return;
    }
    const entries: any[] = status === 404 ? [] : JSON.parse(text);
    const decode = (value: string | null) =>
      Buffer.from(value ?? '', 'base64').toString('utf8');
    const lines = entries.map(entry => {
      if (keys) return String(entry);
      return recurse
        ? `${entry.Key}:${decode(entry.Value)}`
        : decode(entry.Value);
    });
    context.stdout(lines.map(line => `${line}\n`).join(''));
    context.exit(0);
  });
}

function write(
  context: ProcessContext,
  method: string,
  path: string,
  body: Uint8Array,
  success: string,
) {
  callAgent(context, method, `/v1/kv/${path}`, body, ({ status, text }) => {
    if (status !== 200) {
      fail(context, unexpected('! Failed writing data', status, text));
      return;
    }
    context.stdout(`${success}\n`);
    context.exit(0);
  });
}

function unexpected(what: string, status: number, text: string): string {
  return `Error ${what}: Unexpected response code: ${status} (${text.trim()})`;
}

function fail(context: ProcessContext, message: string) {
  context.stderr(`${message}\n`);
  context.clock.after(1, () => context.exit(1));
}
