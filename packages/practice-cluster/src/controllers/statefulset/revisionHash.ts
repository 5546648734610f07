const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/**
 * Kubernetes' name for a pod template: FNV-1a (32 bits) in decimal, in letters
 * that make no words.
 *
 * @public
 */
export function revisionHash(data: unknown, collisionCount: number): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(data) + (collisionCount || '');
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return [...String(hash)]
    .map(digit => ALPHABET[digit.charCodeAt(0) % ALPHABET.length])
    .join('');
}
