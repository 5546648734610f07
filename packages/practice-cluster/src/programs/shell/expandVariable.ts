/**
 * The value of `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME##pattern}`,
 * `${NAME#pattern}`, `${NAME%%pattern}` and `${NAME%pattern}`, where a pattern
 * may hold `*`.
 *
 * @public
 */
export function expandVariable(
  expression: string,
  variables: ReadonlyMap<string, string>,
): string {
  const match =
    /^([A-Za-z_][A-Za-z0-9_]*|[?$0-9])(?:(:-|-|##|#|%%|%)([\s\S]*))?$/.exec(
      expression,
    );
  if (!match) return '';
  const [, name, operator, operand = ''] = match;
  const value = variables.get(name);
  switch (operator) {
    case ':-':
      return value || operand;
    case '-':
      return value ?? operand;
    case '##':
    case '#':
      return cutStart(value ?? '', operand, operator === '##');
    case '%%':
    case '%':
      return cutEnd(value ?? '', operand, operator === '%%');
    default:
      return value ?? '';
  }
}

function cutStart(value: string, pattern: string, longest: boolean): string {
  const fits = asRegExp(pattern);
  const cuts = Array.from({ length: value.length + 1 }, (_, length) => length);
  if (longest) cuts.reverse();
  const cut = cuts.find(length => fits.test(value.slice(0, length)));
  return value.slice(cut ?? 0);
}

function cutEnd(value: string, pattern: string, longest: boolean): string {
  const fits = asRegExp(pattern);
  const cuts = Array.from({ length: value.length + 1 }, (_, length) => length);
  if (!longest) cuts.reverse();
  const cut = cuts.find(length => fits.test(value.slice(length)));
  return value.slice(0, cut ?? value.length);
}

function asRegExp(pattern: string): RegExp {
  const escaped = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s\\S]*');
  return new RegExp(`^${escaped}$`);
}
