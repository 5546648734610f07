import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

const DEFAULT_KUBECONFIG = '.cache/practice-cluster/kubeconfig';

/** @public */
export const USAGE = `usage: practice-cluster [options]

  --kubeconfig FILE  where to write the kubeconfig (default: .cache/practice-cluster/kubeconfig)
  --tokens FILE      also write {url, readToken, probeToken, adminToken} as JSON
  --port N           port on 127.0.0.1 (default 0: a free one)
  --seed N           decides all chance in the cluster (default 1)
  --speed X          how many times as fast as real time (default 1)
  --no-storage       no storage provider: claims stay Pending
  --help             this text`;

/** @public */
export interface Arguments {
  kubeconfig: string;
  tokens?: string;
  port: number;
  seed: number;
  speed: number;
  storage: boolean;
  help: boolean;
}

/** Throws with one sentence for the person who typed them. @public */
export function parseArguments(args: string[]): Arguments {
  const { values } = parseArgs({
    args,
    options: {
      kubeconfig: { type: 'string' },
      tokens: { type: 'string' },
      port: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      speed: { type: 'string', default: '1' },
      'no-storage': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    kubeconfig: resolve(values.kubeconfig ?? DEFAULT_KUBECONFIG),
    tokens: values.tokens ? resolve(values.tokens) : undefined,
    port: parseNumber('--port', values.port, /^\d+$/, 0, 65535),
    seed: parseNumber('--seed', values.seed, /^\d+$/, 0, 2 ** 53 - 1),
    speed: parseNumber('--speed', values.speed, /^\d+(\.\d+)?$/, 0.01, 1000),
    storage: !values['no-storage'],
    help: values.help,
  };
}

function parseNumber(
  name: string,
  text: string,
  pattern: RegExp,
  least: number,
  most: number,
): number {
  const value = Number(text);
  if (!pattern.test(text) || value < least || value > most) {
    throw new Error(
      `${name} must be a number from ${least} to ${most}, not ${JSON.stringify(
        text,
      )}`,
    );
  }
  return value;
}
