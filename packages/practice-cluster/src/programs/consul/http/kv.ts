import { Raft } from '../Raft';
import { ServerPeer } from '../ServerPeer';
import { KvEntry, StateCommand } from '../StateData';
import { Exchange } from './Exchange';

const MAX_VALUE_BYTES = 512 * 1024;

/** `GET`, `PUT` and `DELETE /v1/kv/KEY`. @public */
export function kv(exchange: Exchange): void {
  const key = decode(exchange.path.slice('/v1/kv/'.length));
  if (key === undefined) {
    exchange.text(400, 'Bad Request: the key is not a valid URL path');
    return;
  }
  if (exchange.method === 'PUT') put(exchange, key);
  else if (exchange.method === 'DELETE') remove(exchange, key);
  else exchange.withReader(server => read(exchange, key, server));
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape becomes a 400.
    return undefined;
  }
}

function read(exchange: Exchange, key: string, server: ServerPeer) {
  if (!server.raft) return;
  const { query } = exchange;
  const many = query.has('recurse') || query.has('keys');
  if (key === '' && !many) {
    exchange.text(400, 'Missing key name');
    return;
  }
  const found = select(server.raft, key, many);
  const index = Math.max(0, ...found.map(([, entry]) => entry.modifyIndex));
  const headers = exchange.readHeaders(server, index);
  if (found.length === 0) {
    exchange.answer(404, '', headers);
  } else if (query.has('keys')) {
    const separator = query.get('separator') ?? '';
    const names = found.map(([name]) => cut(name, key, separator));
    exchange.json([...new Set(names)], 200, headers);
  } else if (query.has('raw')) {
    exchange.answer(200, Buffer.from(found[0][1].value, 'base64'), {
      ...headers,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': 'sandbox',
      'X-Content-Type-Options': 'nosniff',
    });
  } else {
    exchange.json(
      found.map(([name, entry]) => ({
        LockIndex: 0,
        Key: name,
        Flags: entry.flags,
        Value: entry.value === '' ? null : entry.value,
        CreateIndex: entry.createIndex,
        ModifyIndex: entry.modifyIndex,
      })),
      200,
      headers,
    );
  }
}

function select(raft: Raft, key: string, many: boolean): [string, KvEntry][] {
  return [...raft.data.kv]
    .filter(([name]) => (many ? name.startsWith(key) : name === key))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Keys are cut behind the first separator after the prefix. */
function cut(name: string, prefix: string, separator: string): string {
  if (separator === '') return name;
  const at = name.indexOf(separator, prefix.length);
  return at < 0 ? name : name.slice(0, at + separator.length);
}

function put(exchange: Exchange, key: string) {
  const { body } = exchange.request;
  if (key === '') {
    exchange.text(400, 'Missing key name');
    return;
  }
  if (body.length > MAX_VALUE_BYTES) {
    exchange.text(
      413,
      `Request body(${body.length} bytes) too large, max size: ${MAX_VALUE_BYTES} bytes. See https://developer.hashicorp.com/docs/agent/config/config-files#kv_max_value_size.`,
    );
    return;
  }
  write(exchange, {
    kind: 'kv-set',
    key,
    value: Buffer.from(body).toString('base64'),
    flags: Number(exchange.query.get('flags') ?? 0),
    cas: casOf(exchange),
  });
}

function remove(exchange: Exchange, key: string) {
  const recurse = exchange.query.has('recurse');
  if (key === '' && !recurse) {
    exchange.text(400, 'Missing key name');
    return;
  }
  write(exchange, { kind: 'kv-delete', key, recurse, cas: casOf(exchange) });
}

function casOf(exchange: Exchange): number | undefined {
  const cas = exchange.query.get('cas');
  return cas === null ? undefined : Number(cas);
}

function write(exchange: Exchange, command: StateCommand) {
  exchange.withLeader(({ raft }) => {
    const outcome = raft?.apply(command) ?? 'no-leader';
    if (outcome === 'no-leader') {
      exchange.text(500, 'leadership lost while committing log');
    } else {
      exchange.json(outcome === 'done');
    }
  });
}
