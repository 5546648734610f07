/**
 * What `test` and `[` decide: files, empty and equal strings, equal numbers,
 * and `!` before any of them.
 *
 * @public
 */
export function evaluateTest(
  operands: readonly string[],
  kindOf: (path: string) => 'file' | 'directory' | undefined,
): boolean {
  if (operands[0] === '!') return !evaluateTest(operands.slice(1), kindOf);
  if (operands.length <= 1) return (operands[0] ?? '') !== '';
  if (operands.length === 3) return compare(operands);
  const [operator, operand] = operands;
  switch (operator) {
    case '-n':
      return operand !== '';
    case '-z':
      return operand === '';
    case '-e':
      return kindOf(operand) !== undefined;
    case '-f':
      return kindOf(operand) === 'file';
    case '-d':
      return kindOf(operand) === 'directory';
    default:
      return false;
  }
}

function compare([left, operator, right]: readonly string[]): boolean {
  switch (operator) {
    case '=':
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '-eq':
      return Number(left) === Number(right);
    case '-ne':
      return Number(left) !== Number(right);
    default:
      return false;
  }
}
