const DIGITS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A stretch of generated code that begins here and comes from one source. */
export interface Mapping {
  line: number;
  column: number;
  /** Index of the source; left out where the code comes from none. */
  source?: number;
}

/** Reads the `mappings` of a source map, version 3. */
export function* decodeMappings(mappings: string): Generator<Mapping> {
  let source = 0;
  for (const [line, segments] of mappings.split(';').entries()) {
    let column = 0;
    for (const segment of segments.split(',')) {
      if (!segment) continue;
      const [columnStep, sourceStep] = decodeNumbers(segment);
      column += columnStep;
      if (sourceStep === undefined) {
        yield { line, column };
      } else {
        source += sourceStep;
        yield { line, column, source };
      }
    }
  }
}

/** Base 64 digits of five bits each, lowest first, the sixth bit saying that more follow; the lowest bit of all is the sign. */
function decodeNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let factor = 1;
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value += (digit % 32) * factor;
    factor *= 32;
    if (digit < 32) {
      const size = Math.floor(value / 2);
      numbers.push(value % 2 ? -size : size);
      value = 0;
      factor = 1;
    }
  }
  return numbers;
}
