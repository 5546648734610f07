const SEPARATORS = new Set([';', '&', '|', '\n']);
const BLANKS = new Set([' ', '\t', '\r']);

/** Index after the `)` that closes a `$(` whose inside begins at `from`. */
function endOfSubstitution(script: string, from: number): number {
  let depth = 1;
  let index = from;
  while (index < script.length && depth > 0) {
    if (script[index] === '(') depth += 1;
    if (script[index] === ')') depth -= 1;
    index += 1;
  }
  return index;
}

/**
 * Splits a shell script into words as far as finding a command and its flags
 * takes: quotes, escapes, line continuations and `$(...)` are honoured,
 * nothing is expanded. Ends of commands are words of their own, `;`.
 *
 * @internal
 */
export function shellWords(script: string): string[] {
  const words: string[] = [];
  let word = '';
  let started = false;
  let quote = '';
  const endWord = () => {
    if (started) words.push(word);
    word = '';
    started = false;
  };

  let index = 0;
  while (index < script.length) {
    const character = script[index];
    const next = script[index + 1];
    let end = index + 1;
    if (character === '$' && next === '(' && quote !== "'") {
      end = endOfSubstitution(script, index + 2);
      word += script.slice(index, end);
      started = true;
    } else if (character === '\\' && quote !== "'") {
      end = index + 2;
      if (next !== '\n' && next !== undefined) {
        word += next;
        started = true;
      }
    } else if (quote) {
      if (character === quote) quote = '';
      else word += character;
    } else if (character === "'" || character === '"') {
      quote = character;
      started = true;
    } else if (SEPARATORS.has(character)) {
      endWord();
      words.push(';');
    } else if (BLANKS.has(character)) {
      endWord();
    } else {
      word += character;
      started = true;
    }
    index = end;
  }
  endWord();
  return words;
}
