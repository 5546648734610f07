import { RaftServer } from './Raft';

/** How many voters a configuration needs to decide. @public */
export function quorumOf(configuration: readonly RaftServer[]): number {
  const voters = configuration.filter(({ voter }) => voter).length;
  return Math.floor(voters / 2) + 1;
}
