/** A piece of a word; unquoted pieces are split at blanks and matched with files. @public */
export type Piece =
  | { kind: 'text'; text: string; quoted: boolean }
  | { kind: 'variable'; expression: string; quoted: boolean }
  | { kind: 'substitution'; script: string; quoted: boolean };

/** @public */
export type Word = Piece[];

/** @public */
export interface SimpleCommand {
  words: Word[];
  redirects: Array<{ operator: '>' | '>>' | '<'; target: Word }>;
}

/** Commands joined by pipes; runs after the one before as `when` says. @public */
export interface Pipeline {
  when: 'always' | 'success' | 'failure';
  commands: SimpleCommand[];
}

/** What the shell cannot read. @public */
export class ShellSyntaxError extends Error {}

const KEYWORDS = /^(if|then|else|elif|fi|for|while|until|do|done|case|esac)$/;

class Parser {
  private at = 0;

  constructor(private readonly text: string) {}

  parse(): Pipeline[] {
    const pipelines: Pipeline[] = [];
    let when: Pipeline['when'] = 'always';
    for (;;) {
      this.skipBlanks();
      if (this.at >= this.text.length) return pipelines;
      if (this.take('\n') || this.take(';')) {
        when = 'always';
        continue;
      }
      pipelines.push({ when, commands: this.commands() });
      if (this.take('&&')) when = 'success';
      else if (this.take('||')) when = 'failure';
      else when = 'always';
    }
  }

  private commands(): SimpleCommand[] {
    const commands = [this.command()];
    while (!this.text.startsWith('||', this.at) && this.take('|')) {
      commands.push(this.command());
    }
    return commands;
  }

  private command(): SimpleCommand {
    const command: SimpleCommand = { words: [], redirects: [] };
    for (;;) {
      this.skipBlanks();
      const operator = (['>>', '>', '<'] as const).find(text =>
        this.text.startsWith(text, this.at),
      );
      if (operator) {
        if (this.text.startsWith('<<', this.at)) this.refuse('<<');
        this.at += operator.length;
        this.skipBlanks();
        command.redirects.push({ operator, target: this.word() });
      } else if (this.at >= this.text.length || this.isNext(/[\n;|&]/y)) {
        if (command.words.length + command.redirects.length === 0) {
          this.refuse(this.text[this.at] ?? 'end of file');
        }
        if (this.isNext(/&(?!&)/y)) this.refuse('&');
        return command;
      } else {
        const word = this.word();
        if (command.words.length === 0) this.refuseKeyword(word);
        command.words.push(word);
      }
    }
  }

  private word(): Word {
    const word: Word = [];
    while (this.at < this.text.length && !this.isNext(/[\s;|&<>]/y)) {
      const next = this.text[this.at];
      if (next === '(' || next === ')') this.refuse(next);
      if (next === "'") {
        const text = this.until("'", this.at + 1);
        word.push({ kind: 'text', text, quoted: true });
      } else if (next === '"') {
        this.at += 1;
        word.push({ kind: 'text', text: '', quoted: true });
        while (this.text[this.at] !== '"') word.push(this.piece(true));
        this.at += 1;
      } else {
        word.push(this.piece(false));
      }
    }
    if (word.length === 0) this.refuse(this.text[this.at] ?? 'newline');
    return word;
  }

  private piece(quoted: boolean): Piece {
    if (this.at >= this.text.length) {
      throw new ShellSyntaxError('syntax error: unterminated quoted string');
    }
    const next = this.text[this.at];
    if (next === '$') return this.dollar(quoted);
    if (next === '`') this.refuse('`');
    if (next === '\\' && (!quoted || /["\\$`]/.test(this.text[this.at + 1]))) {
      this.at += 2;
      return { kind: 'text', text: this.text[this.at - 1] ?? '', quoted: true };
    }
    this.at += 1;
    return { kind: 'text', text: next, quoted };
  }

  private dollar(quoted: boolean): Piece {
    if (this.text.startsWith('$((', this.at)) this.refuse('$((');
    if (this.text.startsWith('$(', this.at)) {
      const script = this.untilBalanced(this.at + 2);
      return { kind: 'substitution', script, quoted };
    }
    if (this.text.startsWith('${', this.at)) {
      const expression = this.until('}', this.at + 2);
      return { kind: 'variable', expression, quoted };
    }
    const name = /^[A-Za-z_][A-Za-z0-9_]*|^[?$0-9]/.exec(
      this.text.slice(this.at + 1),
    )?.[0];
    this.at += 1 + (name?.length ?? 0);
    return name
      ? { kind: 'variable', expression: name, quoted }
      : { kind: 'text', text: '$', quoted };
  }

  private until(end: string, from: number): string {
    const to = this.text.indexOf(end, from);
    if (to < 0) {
      throw new ShellSyntaxError('syntax error: unterminated quoted string');
    }
    this.at = to + 1;
    return this.text.slice(from, to);
  }

  private untilBalanced(from: number): string {
    let depth = 1;
    for (let at = from; at < this.text.length; at += 1) {
      if (this.text[at] === '(') depth += 1;
      if (this.text[at] === ')') depth -= 1;
      if (depth === 0) {
        this.at = at + 1;
        return this.text.slice(from, at);
      }
    }
    throw new ShellSyntaxError('syntax error: unexpected end of file');
  }

  private refuseKeyword([piece, ...rest]: Word) {
    // Letters arrive one piece at a time.
    const text = [piece, ...rest]
      .map(part => (part.kind === 'text' && !part.quoted ? part.text : '\0'))
      .join('');
    if (KEYWORDS.test(text) || text === '{' || text === '}') this.refuse(text);
  }

  private refuse(what: string): never {
    const shown = what === '\n' ? 'newline' : what;
    throw new ShellSyntaxError(
      `syntax error: unexpected "${shown}" (this shell knows simple commands, pipes, redirections, ;, && and || only)`,
    );
  }

  private skipBlanks() {
    for (;;) {
      if (this.isNext(/[ \t\r]/y)) this.at += 1;
      else if (this.text.startsWith('\\\n', this.at)) this.at += 2;
      else if (this.text[this.at] === '#') {
        while (this.at < this.text.length && this.text[this.at] !== '\n') {
          this.at += 1;
        }
      } else return;
    }
  }

  private take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private isNext(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }
}

/**
 * Reads a script: commands with quotes, variables, `$(...)`, pipes,
 * redirections, `;`, `&&`, `||` and comments. There are no loops, conditions,
 * functions, background jobs and here-documents.
 *
 * @public
 */
export function parseScript(script: string): Pipeline[] {
  return new Parser(script).parse();
}
