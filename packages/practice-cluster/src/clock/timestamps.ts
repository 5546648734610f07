/**
 * Instants as the programs of a cluster write them.
 *
 * @public
 */
export const timestamps = {
  /** `metav1.Time`: whole seconds. */
  seconds(ms: number): string {
    return `${new Date(ms).toISOString().slice(0, 19)}Z`;
  },
  /** `metav1.MicroTime`. */
  micro(ms: number): string {
    return `${new Date(ms).toISOString().slice(0, 23)}000Z`;
  },
  /** Consul's log: milliseconds. */
  milliseconds(ms: number): string {
    return new Date(ms).toISOString();
  },
  /** A container's log; `nano` tells apart the lines of one millisecond. */
  nano(ms: number, nano: number): string {
    const rest = String(nano % 1_000_000).padStart(6, '0');
    return `${new Date(ms).toISOString().slice(0, 23)}${rest}Z`;
  },
};
