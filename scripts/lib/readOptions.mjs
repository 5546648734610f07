import { parseArgs } from 'node:util';
import { Problem } from './Problem.mjs';

/** Reads a command's flags; what it does not know is refused with what it knows. */
export function readOptions(args, options) {
  try {
    return parseArgs({ args, options, strict: true }).values;
  } catch (error) {
    const known = Object.entries(options).map(([name, { type }]) =>
      type === 'string' ? `--${name} ...` : `--${name}`,
    );
    throw new Problem(
      `${error.message
        .split('. ')[0]
        .replace(/\.$/, '')}. Known here: ${known.join(', ')}.`,
      { cause: error },
    );
  }
}

/** A port from a flag's text. */
export function readPort(text, flag) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new Problem(
      `${flag} takes a number from 1 to 65535, and not "${text}".`,
    );
  }
  return port;
}
