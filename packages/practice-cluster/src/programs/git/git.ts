import { Command } from '../Command';
import { finish } from '../finish';
import { resolvePath } from '../resolvePath';
import { repositories } from './repositories';

const CLONE_MS = 800;
const OPTIONS_WITH_VALUE = ['--depth', '--branch', '-b', '--origin', '-o'];

/** `git clone [OPTIONS] URL [DIRECTORY]`, and nothing else. @public */
export const git: Command = context => {
  const [subcommand, ...operands] = context.argv.slice(1);
  if (subcommand === '--version' || subcommand === 'version') {
    return finish(context, 0, { stdout: 'git version 2.49.1\n' });
  }
  if (subcommand !== 'clone') {
    return finish(context, 1, {
      stderr: `git: '${
        subcommand ?? ''
      }' is not a git command here; only clone is.\n`,
    });
  }
  const [url, directory] = withoutOptions(operands);
  if (!url) {
    return finish(context, 129, {
      stderr: 'fatal: You must specify a repository to clone.\n',
    });
  }
  const bare = url.replace(/(\.git)?\/*$/, '');
  const name = directory ?? bare.slice(bare.lastIndexOf('/') + 1);
  const target = resolvePath(context.workingDirectory, name);
  const { files } = context;
  if (files.kind(target) === 'directory' && files.list(target).length > 0) {
    return finish(context, 128, {
      stderr: `fatal: destination path '${name}' already exists and is not an empty directory.\n`,
    });
  }
  context.stderr(`Cloning into '${name}'...\n`);
  const repository = repositories.get(bare);
  context.clock.after(CLONE_MS, () => {
    if (!repository) {
      const host = /^\w+:\/\/([^/]+)/.exec(url)?.[1] ?? url;
      context.stderr(
        `fatal: unable to access '${url}/': Could not resolve host: ${host}\n`,
      );
      context.exit(128);
      return;
    }
    files.makeDirectory(`${target}/.git`);
    files.write(`${target}/.git/HEAD`, 'ref: refs/heads/main\n');
    for (const [path, content] of repository) {
      const slash = path.lastIndexOf('/');
      if (slash > 0) files.makeDirectory(`${target}/${path.slice(0, slash)}`);
      files.write(`${target}/${path}`, content);
    }
    context.exit(0);
  });
  return {};
};

function withoutOptions(operands: string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < operands.length; at += 1) {
    if (OPTIONS_WITH_VALUE.includes(operands[at])) at += 1;
    else if (!operands[at].startsWith('-')) kept.push(operands[at]);
  }
  return kept;
}
