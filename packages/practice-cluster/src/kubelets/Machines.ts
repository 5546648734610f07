/**
 * Failures of nodes on demand. Unknown names throw.
 *
 * @public
 */
export interface Machines {
  names(): string[];
  /** Ends the kubelet; the node's containers run on. */
  stop(name: string): void;
  /** Every process on the node is gone at once; its disk stays. */
  cutPower(name: string): void;
  /** Starts the kubelet again, or boots the machine. */
  start(name: string): void;
}
