import { baseName } from './baseName';
import { TemplateContainer } from './TemplateContainer';

const ENTRY_POINT = 'docker-entrypoint.sh';
const IMAGE_NAMES = new Set(['consul', 'consul-enterprise']);

/** Flags of `consul agent`, each with its values; a flag without a value has `true`. @internal */
export interface ConsulFlags {
  flags: ReadonlyMap<string, readonly string[]>;
  /** Whether Consul's own entry point starts the agent and so adds its defaults. */
  entryPoint: boolean;
}

/** Whether the image is a build of Consul by its name. @internal */
export function isConsulImage(container: TemplateContainer): boolean {
  return IMAGE_NAMES.has(container.imageName);
}

function parseFlags(words: readonly string[]): Map<string, string[]> {
  const flags = new Map<string, string[]>();
  for (const [index, word] of words.entries()) {
    if (word === ';') break;
    if (!word.startsWith('-')) continue;
    const equals = word.indexOf('=');
    const name = word
      .slice(0, equals < 0 ? undefined : equals)
      .replace(/^--?/, '');
    const next = words[index + 1];
    let value = 'true';
    if (equals >= 0) value = word.slice(equals + 1);
    else if (next !== undefined && next !== ';' && !/^[-$]/.test(next)) {
      value = next;
    }
    flags.set(name, [...(flags.get(name) ?? []), value]);
  }
  return flags;
}

/**
 * The flags of the `consul agent` that a container starts.
 *
 * @returns `undefined` where it starts something else.
 * @internal
 */
export function readConsulFlags(
  container: TemplateContainer,
): ConsulFlags | undefined {
  const { words } = container;
  for (const [index, word] of words.entries()) {
    if (word !== 'agent') continue;
    const before = index > 0 ? baseName(words[index - 1]) : undefined;
    const starts =
      before === undefined
        ? isConsulImage(container)
        : before === 'consul' || before === ENTRY_POINT;
    if (!starts) continue;
    return {
      flags: parseFlags(words.slice(index + 1)),
      entryPoint:
        before === undefined ||
        words.slice(0, index).some(item => baseName(item) === ENTRY_POINT),
    };
  }
  return undefined;
}
