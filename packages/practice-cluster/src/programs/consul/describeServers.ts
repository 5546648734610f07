import { RaftServer } from './Raft';

/** A configuration as raft prints it in its log and statistics. @public */
export function describeServers(servers: readonly RaftServer[]): string {
  const texts = servers.map(
    ({ id, address, voter }) =>
      `{Suffrage:${voter ? 'Voter' : 'Nonvoter'} ID:${id} Address:${address}}`,
  );
  return `[${texts.join(' ')}]`;
}
