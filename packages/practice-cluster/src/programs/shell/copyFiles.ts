import { ProcessContext } from '../Command';
import { ContainerFiles } from '../ContainerFiles';
import { FileError } from '../FileError';
import { resolvePath } from '../resolvePath';

/** `cp [-r] SOURCE... TARGET`; the answer is what it prints: nothing. @public */
export function copyFiles(context: ProcessContext, operands: string[]): string {
  const { files, workingDirectory } = context;
  const recursive = operands.some(operand => /^-[a-z]*[ra]/i.test(operand));
  const paths = operands
    .filter(operand => !operand.startsWith('-'))
    .map(path => resolvePath(workingDirectory, path));
  const target = paths.pop() ?? '';
  for (const source of paths) {
    const whole = /\/\.$/.test(source);
    const from = source.replace(/\/\.?$/, '');
    const into = files.kind(target) === 'directory' && !whole;
    const name = from.slice(from.lastIndexOf('/') + 1);
    copy(files, from, into ? `${target}/${name}` : target, recursive);
  }
  return '';
}

function copy(
  files: ContainerFiles,
  from: string,
  to: string,
  recursive: boolean,
) {
  if (files.kind(from) !== 'directory') {
    files.write(to, files.read(from));
    return;
  }
  if (!recursive) throw new FileError(from, 'Is a directory');
  files.makeDirectory(to);
  for (const name of files.list(from)) {
    copy(files, `${from}/${name}`, `${to}/${name}`, true);
  }
}
