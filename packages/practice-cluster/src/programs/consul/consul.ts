import { Command, Process, ProcessContext } from '../Command';
import { finish } from '../finish';
import { Agent } from './Agent';
import { info } from './cli/info';
import { kv } from './cli/kv';
import { leave } from './cli/leave';
import { listPeers } from './cli/listPeers';
import { members } from './cli/members';
import { CONSUL_VERSION } from './consulVersion';
import { AgentConfigError, parseAgentArgs } from './parseAgentArgs';

type Subcommand = (context: ProcessContext, args: readonly string[]) => void;

/** What of the command line is here, besides `agent` and `version`. */
const SUBCOMMANDS: ReadonlyMap<string, Subcommand> = new Map<
  string,
  Subcommand
>([
  ['members', members],
  ['leave', leave],
  ['info', info],
  ['kv', kv],
  ['operator raft list-peers', listPeers],
]);

/** Starting the program takes as long before it does anything. */
const LOAD_MS = 60;

/** The program `consul`: the agent, and the commands that ask it. @public */
export const consul: Command = context => {
  const args = context.argv.slice(1);
  if (args[0] === 'agent') return startAgent(context, args.slice(1));
  if (['version', '-v', '--version'].includes(args[0])) {
    return finish(context, 0, {
      stdout: `Consul v${CONSUL_VERSION}\nProtocol 2 spoken by default, understands 2 to 3 (agent will automatically use protocol >2 when speaking to compatible agents)\n\n`,
    });
  }
  for (const [name, run] of SUBCOMMANDS) {
    const words = name.split(' ');
    if (words.every((word, at) => args[at] === word)) {
      context.clock.after(LOAD_MS, () =>
        run(context, args.slice(words.length)),
      );
      return {};
    }
  }
  return finish(context, 127, {
    stderr: `consul: "${args.join(
      ' ',
    )}" is not a command here; there are agent, version, ${[
      ...SUBCOMMANDS.keys(),
    ].join(', ')}\n`,
  });
};

function startAgent(context: ProcessContext, args: readonly string[]): Process {
  try {
    const config = parseAgentArgs(args, context.pod.hostname);
    const agent = new Agent(config, context);
    return {
      signal: signal => {
        if (signal === 'HUP') return;
        // Servers leave on an interrupt or TERM only when told to; clients on an interrupt.
        if (signal === 'INT' && !config.server) agent.leave(() => {});
        else agent.stop(1);
      },
    };
  } catch (error) {
    if (!(error instanceof AgentConfigError)) throw error;
    return finish(context, 1, { stderr: `==> ${error.message}\n` });
  }
}
