import { ProcessContext } from '../../Command';
import { readAgent } from './readAgent';

/** `consul info`. @public */
export function info(context: ProcessContext) {
  readAgent(
    context,
    '/v1/agent/self',
    'Error querying agent',
    ({ Stats }: { Stats: Record<string, Record<string, string>> }) => {
      for (const section of Object.keys(Stats).sort()) {
        context.stdout(`${section}:\n`);
        for (const name of Object.keys(Stats[section]).sort()) {
          context.stdout(`\t${name} = ${Stats[section][name]}\n`);
        }
      }
      context.exit(0);
    },
  );
}
