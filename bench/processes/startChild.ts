import { fork } from 'node:child_process';
import { openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Answer, Usage } from './protocol';

/** A process of the benchmark, so that its processor time and memory are its own. */
export interface Child {
  ask(method: string, argument?: unknown): Promise<any>;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

/** Starts a TypeScript file with the loader of this process; its output goes to a file. */
export function startChild(file: string, name: string): Child {
  const logFile = join(tmpdir(), `stateful-apps-bench-${name}.log`);
  const log = openSync(logFile, 'w');
  const child = fork(file, [], {
    stdio: ['ignore', log, log, 'ipc'],
    // So that memory can be told from garbage.
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  const waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;
  const failAll = (message: string) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  child.on('message', ({ id, result, error }: Answer) => {
    const promise = waiting.get(id);
    waiting.delete(id);
    if (error) promise?.reject(new Error(`${name}: ${error}; see ${logFile}`));
    else promise?.resolve(result);
  });
  const exit = new Promise<void>(resolve => {
    child.on('exit', code => {
      failAll(`${name} ended with code ${code}; its log is ${logFile}`);
      resolve();
    });
  });
  const ask: Child['ask'] = (method, argument) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      child.send({ id: lastId, method, argument });
    });
  return {
    ask,
    usage: () => ask('usage') as Promise<Usage>,
    stop: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
