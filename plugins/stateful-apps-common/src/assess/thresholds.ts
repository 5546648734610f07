/**
 * Times after which what may be on its way counts as stuck, in milliseconds.
 *
 * @public
 */
export const THRESHOLDS = {
  /** A probe that is older tells nothing about now. Members are asked every 60 s at least. */
  probeAge: 150_000,
  /** A claim without a reason, a pod that finds no node. */
  pending: 120_000,
  unschedulable: 60_000,
  /** A pod that runs and is not ready; as `progressDeadlineSeconds` of a Deployment. */
  notReady: 600_000,
  /** Consul elects within 25 s after the power cut of the leader's machine. */
  noLeader: 60_000,
  /** A member that others see failed right after its container started has not been noticed yet. */
  memberFailed: 60_000,
  /** A new server without data is in raft after 80 s at the latest. */
  notInRaft: 300_000,
} as const;
