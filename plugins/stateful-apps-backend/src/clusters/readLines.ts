/** Limits of {@link readLines}. */
export interface ReadLinesOptions {
  /** Bytes of the longest line that is taken. */
  maxBytes: number;
  /** Told the size of each line that is longer, once it has passed. */
  onSkippedLine?: (bytes: number) => void;
}

const NEWLINE = 10;

/**
 * Lines of a byte stream, without their newlines; empty ones are left out. A
 * line that is too long is passed over without being held. What follows the
 * last newline is a line that broke off, and is left out too.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  { maxBytes, onSkippedLine }: ReadLinesOptions,
): AsyncGenerator<string, void, undefined> {
  let pieces: Buffer[] = [];
  let size = 0;
  const take = (piece: Buffer) => {
    size += piece.length;
    if (size <= maxBytes) pieces.push(piece);
    else pieces = [];
  };
  for await (const bytes of chunks) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let start = 0;
    for (
      let end = chunk.indexOf(NEWLINE);
      end >= 0;
      end = chunk.indexOf(NEWLINE, start)
    ) {
      take(chunk.subarray(start, end));
      start = end + 1;
      if (size > maxBytes) {
        onSkippedLine?.(size);
      } else if (size > 0) {
        yield Buffer.concat(pieces, size).toString('utf8');
      }
      pieces = [];
      size = 0;
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
}
