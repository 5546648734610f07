import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface Options {
  /** `full`: every situation, several times where chance plays a part, with a written result. */
  extent: 'smoke' | 'full';
  /** The kubeconfig of a cluster that is there already. */
  kubeconfig?: string;
}

/** Reads the command line; throws a sentence when it cannot be understood. */
export function parseOptions(
  argv: string[],
  env: Record<string, string | undefined>,
): Options {
  const { values } = parseArgs({
    args: argv,
    options: {
      smoke: { type: 'boolean' },
      full: { type: 'boolean' },
      kubeconfig: { type: 'string' },
    },
  });
  if (values.smoke && values.full) {
    throw new Error('Either --smoke or --full, not both.');
  }
  return {
    extent: values.full ? 'full' : 'smoke',
    kubeconfig: values.kubeconfig ?? (env.KUBECONFIG || undefined),
  };
}
