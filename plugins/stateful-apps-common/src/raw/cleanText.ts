import { copyOf } from './copyOf';

const UNUSUAL = /[\p{Cc}\p{Bidi_C}\p{Cs}\u2028\u2029]/u;
const ESCAPE = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
const TERMINAL_SEQUENCES = new RegExp(
  `${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|[@-Z\\\\^_])`,
  'g',
);
const LINE_BREAKS = /[\t\n\r\u2028\u2029]+/g;
const CONTROLS = /\p{Cc}/gu;
const BIDI_CONTROLS = /\p{Bidi_C}/gu;
const LONE_SURROGATES = /\p{Cs}/gu;

function showCodePoint(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase();
  return `[U+${code.padStart(4, '0')}]`;
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, Math.max(limit - 1, 0));
  const last = head.charCodeAt(head.length - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return copyOf(`${splitsPair ? head.slice(0, -1) : head}…`);
}

/**
 * Foreign text that is safe to store and to show on one line: terminal
 * sequences and control characters are gone, line breaks are spaces,
 * characters that turn the writing direction are spelled out, and it is at
 * most `limit` UTF-16 units long (a cut ends in `…`).
 *
 * @internal
 */
export function cleanText(text: string, limit: number): string {
  const head = cut(text, limit);
  if (!UNUSUAL.test(head)) return head;
  const cleaned = head
    .replace(TERMINAL_SEQUENCES, '')
    .replace(LINE_BREAKS, ' ')
    .replace(CONTROLS, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(BIDI_CONTROLS, showCodePoint);
  return cut(cleaned, limit);
}
