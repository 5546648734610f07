import { asText, copyOf } from '../raw';

/** A title that starts later is not looked for. */
const SEARCHED_LENGTH = 64 * 1024;
const TITLE_LENGTH = 120;
const OPENING = /<title(?:\s[^>]{0,256})?>/i;
const CLOSING = /<\/title/i;
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g;

const NAMED_REFERENCES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

function decodeReference(
  whole: string,
  decimal: string | undefined,
  hexadecimal: string | undefined,
  name: string | undefined,
): string {
  if (name) return NAMED_REFERENCES.get(name) ?? whole;
  const code = decimal ? Number(decimal) : parseInt(hexadecimal ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Text of the first `<title>` of a page; `undefined` without one. @internal */
export function readTitle(html: string): string | undefined {
  const head = html.slice(0, SEARCHED_LENGTH);
  const opening = OPENING.exec(head);
  if (!opening) return undefined;
  const rest = head.slice(opening.index + opening[0].length);
  const closing = CLOSING.exec(rest);
  if (!closing) return undefined;
  const text = rest
    .slice(0, closing.index)
    .slice(0, TITLE_LENGTH * 8)
    .replace(REFERENCE, decodeReference)
    .replace(/\s+/g, ' ')
    .trim();
  return asText(copyOf(text), TITLE_LENGTH);
}
