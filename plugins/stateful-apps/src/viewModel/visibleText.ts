// Control characters, marks that turn the direction of text, and characters without width:
// each can make a name look like another one.
const DECEPTIVE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const MAX_LENGTH = 2_000;

/** Foreign text as it may be shown: characters that deceive the eye are spelt out, and it is cut where it is too long to read. */
export function visibleText(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return cut.replace(DECEPTIVE, character => {
    if (character === '\n' || character === '\t' || character === '\r') {
      return ' ';
    }
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `⟨U+${code.padStart(4, '0')}⟩`;
  });
}
