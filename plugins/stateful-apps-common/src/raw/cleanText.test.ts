import fc from 'fast-check';
import { cleanText } from './cleanText';

const ESC = '\u001b';

describe('cleanText', () => {
  it.each([
    ['plain', 'plain'],
    ['zwei Wörter – 漢字 🙂', 'zwei Wörter – 漢字 🙂'],
    [`${ESC}[31mred${ESC}[0m alert`, 'red alert'],
    [`${ESC}]0;title\u0007shown`, 'shown'],
    ['a\u0000b\u007fc\u0085d', 'abcd'],
    ['one\r\n\ttwo\u2028three', 'one two three'],
    ['evil\u202etxt.exe', 'evil[U+202E]txt.exe'],
    ['half \ud83d pair', 'half \ufffd pair'],
  ])('makes %j into %j', (text, expected) => {
    expect(cleanText(text, 100)).toBe(expected);
  });

  it('cuts with an ellipsis, never through a surrogate pair', () => {
    expect(cleanText('abcdef', 4)).toBe('abc…');
    expect(cleanText('ab🙂cd', 4)).toBe('ab…');
    expect(cleanText('\u202e'.repeat(50), 20)).toHaveLength(20);
  });

  it('keeps its promises for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 1, max: 60 }),
        (text, limit) => {
          const result = cleanText(text, limit);
          expect(result.length).toBeLessThanOrEqual(limit);
          expect(/[\p{Cc}\p{Bidi_C}\p{Cs}\u2028\u2029]/u.test(result)).toBe(
            false,
          );
          expect(cleanText(result, limit)).toBe(result);
        },
      ),
    );
  });
});
