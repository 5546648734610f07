import { ProcessContext } from '../../Command';
import { readAgent } from './readAgent';
import { table } from './table';

/** `consul operator raft list-peers [-stale=true]`. @public */
export function listPeers(context: ProcessContext, args: readonly string[]) {
  const stale = args.some(arg => /^--?stale(=true)?$/.test(arg));
  readAgent(
    context,
    `/v1/operator/raft/configuration${stale ? '?stale' : ''}`,
    'Error getting peers: Failed to retrieve raft configuration',
    ({ Servers }: { Servers: any[] }) => {
      const leader = Servers.find(server => server.Leader);
      context.stdout(
        table([
          [
            'Node',
            'ID',
            'Address',
            'State',
            'Voter',
            'RaftProtocol',
            'Commit Index',
            'Trails Leader By',
          ],
          ...Servers.map(server => [
            server.Node,
            server.ID,
            server.Address,
            server.Leader ? 'leader' : 'follower',
            String(server.Voter),
            server.ProtocolVersion,
            String(server.LastIndex),
            trail(server, leader),
          ]),
        ]),
      );
      context.exit(0);
    },
  );
}

function trail(server: any, leader: any): string {
  if (!leader || server === leader) return '-';
  const commits = leader.LastIndex - server.LastIndex;
  return `${commits} ${commits === 1 ? 'commit' : 'commits'}`;
}
