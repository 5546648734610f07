import { apiErrors } from '../apiErrors';

type Labels = Readonly<Record<string, string>>;
type Requirement = (labels: ReadonlyMap<string, string>) => boolean;

const TOKEN = /\s*(==|!=|=|!|,|\(|\)|<|>|[^\s=!,()<>]+)/y;
const KEY = /^([a-z0-9.-]+\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/**
 * Parses the query parameter `labelSelector`: `a=b,c!=d,e in (f,g),h notin
 * (i),j,!k,l>1`. Throws 400 in the API's words.
 *
 * @public
 */
export function parseLabelSelector(text: string): (labels: Labels) => boolean {
  const tokens = tokenize(text);
  const requirements: Requirement[] = [];
  while (tokens.length > 0) {
    requirements.push(parseRequirement(tokens));
    const separator = tokens.shift();
    if (separator === undefined) break;
    if (separator !== ',')
      throw unexpected(separator, "',' or 'end of string'");
    if (tokens.length === 0) throw unexpected('', "identifier after ','");
  }
  return labels => {
    const own = new Map(Object.entries(labels));
    return requirements.every(matches => matches(own));
  };
}

function parseRequirement(tokens: string[]): Requirement {
  if (tokens[0] === '!') {
    tokens.shift();
    const key = parseKey(tokens);
    return labels => !labels.has(key);
  }
  const key = parseKey(tokens);
  if (tokens.length === 0 || tokens[0] === ',')
    return labels => labels.has(key);
  const operator = tokens.shift()!;
  switch (operator) {
    case '=':
    case '==': {
      const value = parseValue(tokens);
      return labels => labels.get(key) === value;
    }
    case '!=': {
      const value = parseValue(tokens);
      return labels => labels.get(key) !== value;
    }
    case 'in': {
      const values = parseValues(tokens);
      return labels => values.has(labels.get(key)!);
    }
    case 'notin': {
      const values = parseValues(tokens);
      return labels => !values.has(labels.get(key)!);
    }
    case '>':
    case '<': {
      const limit = Number(parseValue(tokens));
      return labels => {
        const value = Number(labels.get(key) ?? NaN);
        return operator === '>' ? value > limit : value < limit;
      };
    }
    default:
      throw unexpected(operator, 'in, notin, =, ==, !=, gt, lt');
  }
}

function parseKey(tokens: string[]): string {
  const key = tokens.shift() ?? '';
  if (!KEY.test(key)) throw unexpected(key, 'identifier');
  return key;
}

function parseValue(tokens: string[]): string {
  return tokens.length === 0 || tokens[0] === ',' ? '' : tokens.shift()!;
}

function parseValues(tokens: string[]): Set<string> {
  const open = tokens.shift() ?? '';
  if (open !== '(') throw unexpected(open, "'('");
  const values = new Set<string>();
  for (;;) {
    values.add(
      tokens[0] === ',' || tokens[0] === ')' ? '' : tokens.shift() ?? '',
    );
    const next = tokens.shift() ?? '';
    if (next === ')') return values;
    if (next !== ',') throw unexpected(next, "',' or ')'");
  }
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  const trimmed = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    tokens.push(TOKEN.exec(trimmed)![1]);
  }
  return tokens;
}

function unexpected(found: string, expected: string) {
  return apiErrors.badRequest(
    `unable to parse requirement: found '${found}', expected: ${expected}`,
  );
}
