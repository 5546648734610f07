import { asInteger, asList, asName, asRecord } from '../../raw';
import { baseName } from './baseName';
import { shellWords } from './shellWords';
import { TemplateContainer } from './TemplateContainer';

/** A script that is longer than this is read to here. */
const SCRIPT_LENGTH = 64 * 1024;
const SHELLS = new Set(['sh', 'bash', 'ash', 'dash']);
const SHELL_COMMAND_FLAG = /^-[a-z]*c[a-z]*$/;

function texts(value: unknown): string[] {
  return asList(value, 256).flatMap(item =>
    typeof item === 'string' ? item.slice(0, SCRIPT_LENGTH) : [],
  );
}

function readWords(container: Record<string, unknown>): string[] {
  const words = [...texts(container.command), ...texts(container.args)];
  if (words.length === 0 || !SHELLS.has(baseName(words[0]))) return words;
  const flag = words.findIndex(word => SHELL_COMMAND_FLAG.test(word));
  const script = flag < 0 ? undefined : words[flag + 1];
  return script === undefined ? words : shellWords(script);
}

function readEnv(value: unknown): Map<string, string | undefined> {
  const env = new Map<string, string | undefined>();
  for (const item of asList(value, 256)) {
    const entry = asRecord(item);
    if (typeof entry?.name !== 'string') continue;
    env.set(
      entry.name,
      typeof entry.value === 'string'
        ? entry.value.slice(0, SCRIPT_LENGTH)
        : undefined,
    );
  }
  return env;
}

function readPorts(value: unknown): TemplateContainer['ports'] {
  return asList(value, 64).flatMap(item => {
    const entry = asRecord(item);
    const port = asInteger(entry?.containerPort);
    if (port === undefined || port < 1 || port > 65535) return [];
    return [{ name: asName(entry?.name, 63), port }];
  });
}

/** The containers of a pod template, init containers aside. @internal */
export function readTemplateContainers(template: unknown): TemplateContainer[] {
  const podSpec = asRecord(asRecord(template)?.spec);
  return asList(podSpec?.containers, 64).flatMap(item => {
    const container = asRecord(item);
    const name = asName(container?.name, 63);
    if (!container || !name) return [];
    const image = asName(container.image, 512) ?? '';
    return [
      {
        name,
        image,
        imageName: baseName(image.split('@')[0]).split(':')[0],
        words: readWords(container),
        env: readEnv(container.env),
        ports: readPorts(container.ports),
      },
    ];
  });
}
