/** Up to this age a contact is one of the last tick. */
const RECENT_MS = 1_000;

/**
 * Milliseconds since a contact. Between two ticks of the table real leaders
 * speak every 50 to 100 ms, hence a recent contact is given such an age; the
 * `salt` keeps servers apart.
 *
 * @public
 */
export function contactAge(at: number, now: number, salt: string): number {
  const since = now - at;
  if (since > RECENT_MS) return since;
  const mixed = [...salt].reduce(
    (sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009,
    since,
  );
  return 5 + (mixed % 90);
}
