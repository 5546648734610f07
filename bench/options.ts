import { parseArgs } from 'node:util';

/** How much is measured. */
export interface Options {
  /** StatefulSets in the cluster. */
  apps: number;
  /** How many of them run Consul, whose members are asked. */
  consulApps: number;
  /** Numbers of people who look at the same app. */
  viewers: number[];
  /** Seconds of steady state that our side is watched for each number of viewers. */
  windowSeconds: number;
  /** Whether docs/benchmarks.md is written. */
  write: boolean;
}

export function parseOptions(argv: string[]): Options {
  const { values } = parseArgs({
    args: argv,
    options: {
      apps: { type: 'string', default: '1000' },
      consul: { type: 'string', default: '20' },
      viewers: { type: 'string', default: '1,10,100' },
      window: { type: 'string', default: '60' },
      write: { type: 'boolean', default: false },
    },
  });
  return {
    apps: whole(values.apps, '--apps'),
    consulApps: whole(values.consul, '--consul'),
    viewers: values.viewers.split(',').map(each => whole(each, '--viewers')),
    windowSeconds: whole(values.window, '--window'),
    write: values.write,
  };
}

function whole(text: string, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`${option} takes whole numbers from 1, not "${text}".`);
  }
  return value;
}
