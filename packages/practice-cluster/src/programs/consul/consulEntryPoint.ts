import { Command } from '../Command';
import { consul } from './consul';

/** The image's entry point: `agent` gets the image's data directory, other commands of Consul run as they are. @public */
export const consulEntryPoint: Command = context => {
  const [first = '', ...rest] = context.argv.slice(1);
  const isConsul =
    ['agent', 'version', 'members', 'info', 'leave', 'kv', 'operator'].includes(
      first,
    ) || first.startsWith('-');
  if (first === 'consul') return consul({ ...context, argv: [first, ...rest] });
  if (first === 'agent' || first.startsWith('-')) {
    const args = first === 'agent' ? rest : [first, ...rest];
    return consul({
      ...context,
      argv: [
        'consul',
        'agent',
        '-data-dir=/consul/data',
        '-config-dir=/consul/config',
        ...args,
      ],
    });
  }
  if (isConsul) return consul({ ...context, argv: ['consul', first, ...rest] });
  return context.spawn({
    argv: [first, ...rest],
    stdout: text => context.stdout(text),
    stderr: text => context.stderr(text),
    onExit: code => context.exit(code),
  });
};
