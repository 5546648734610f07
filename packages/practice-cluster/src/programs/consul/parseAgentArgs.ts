import { AgentConfig } from './AgentConfig';

/** What the agent refuses to start with. @public */
export class AgentConfigError extends Error {}

const SWITCHES = ['server', 'ui', 'dev', 'bootstrap'];
const VALUES = [
  'bind',
  'advertise',
  'bootstrap-expect',
  'client',
  'config-dir',
  'config-file',
  'data-dir',
  'datacenter',
  'domain',
  'log-level',
  'node',
  'retry-join',
];

/** Reads the arguments of `consul agent`. @public */
export function parseAgentArgs(
  args: readonly string[],
  hostname: string,
): AgentConfig {
  const values = new Map<string, string[]>();
  for (let at = 0; at < args.length; at += 1) {
    const match = /^--?([a-z-]+)(?:=([\s\S]*))?$/.exec(args[at]);
    if (!match)
      throw new AgentConfigError(`Unexpected extra arguments: [${args[at]}]`);
    const [, name, inline] = match;
    if (SWITCHES.includes(name)) {
      values.set(name, [inline ?? 'true']);
    } else if (VALUES.includes(name)) {
      const value = inline ?? args[(at += 1)];
      if (value === undefined) {
        throw new AgentConfigError(`flag needs an argument: -${name}`);
      }
      values.set(name, [...(values.get(name) ?? []), value]);
    } else {
      throw new AgentConfigError(`flag provided but not defined: -${name}`);
    }
  }
  const last = (name: string) => values.get(name)?.slice(-1)[0];
  const isOn = (name: string) => last(name) === 'true';
  const dev = isOn('dev');
  const server = dev || isOn('server');
  const expect = Number(last('bootstrap-expect') ?? 0);
  const dataDirectory = last('data-dir') ?? '';
  if (!Number.isInteger(expect) || expect < 0) {
    throw new AgentConfigError('bootstrap_expect must be a whole number');
  }
  if (expect > 0 && !server) {
    throw new AgentConfigError(
      "'bootstrap_expect > 0' requires 'server = true'",
    );
  }
  if (dataDirectory === '' && !dev) {
    throw new AgentConfigError('data_dir cannot be empty');
  }
  return {
    server,
    bootstrapExpect: dev || isOn('bootstrap') ? 1 : expect,
    dataDirectory,
    datacenter: last('datacenter') ?? 'dc1',
    nodeName: last('node') ?? hostname,
    clientAddress: last('client') ?? '127.0.0.1',
    retryJoin: values.get('retry-join') ?? [],
    ui: isOn('ui') || dev,
    dev,
  };
}
