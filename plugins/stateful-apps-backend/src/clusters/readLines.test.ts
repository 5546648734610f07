import fc from 'fast-check';
import { readLines } from './readLines';

async function* chunksOf(bytes: Uint8Array, sizes: number[]) {
  let start = 0;
  for (const size of sizes) {
    yield bytes.slice(start, start + size);
    start += size;
  }
  yield bytes.slice(start);
}

async function linesOf(text: string, sizes: number[], maxBytes = 1000) {
  const lines: string[] = [];
  const skipped: number[] = [];
  const chunks = chunksOf(new TextEncoder().encode(text), sizes);
  for await (const line of readLines(chunks, {
    maxBytes,
    onSkippedLine: bytes => skipped.push(bytes),
  })) {
    lines.push(line);
  }
  return { lines, skipped };
}

describe('readLines', () => {
  it('gives the same lines however the bytes are cut, also within a character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme' }).map(s => s.replace(/\n/g, '')),
        ),
        fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 50 }),
        async (texts, sizes) => {
          const text = texts.map(line => `${line}\n`).join('');
          const { lines } = await linesOf(text, sizes);
          expect(lines).toEqual(texts.filter(line => line !== ''));
        },
      ),
    );
  });

  it('passes over a line that is too long, and goes on after it', async () => {
    const long = 'x'.repeat(50);
    const text = `a\n${long}\nb\n`;
    for (const sizes of [[], [1, 1, 1], [10, 10, 10, 30], [52]]) {
      expect(await linesOf(text, sizes, 10)).toEqual({
        lines: ['a', 'b'],
        skipped: [50],
      });
    }
  });

  it('leaves out a line that broke off', async () => {
    expect((await linesOf('a\n{"type":', [])).lines).toEqual(['a']);
  });
});
