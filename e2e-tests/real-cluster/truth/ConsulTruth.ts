/** One line of `consul members -detailed`. */
export interface MemberLine {
  name: string;
  ip: string;
  /** What each server that was asked says. */
  statuses: string[];
  role: 'server' | 'client';
  nodeId?: string;
  build?: string;
}

/** One line of `consul operator raft list-peers`. */
export interface PeerLine {
  name: string;
  nodeId: string;
  ip: string;
  state: string;
  voter: boolean;
  index?: number;
}

/** What Consul's own command line says. */
export interface ConsulTruth {
  members: MemberLine[];
  peers: PeerLine[];
}

/** Reads the table of `consul members -detailed`. */
export function parseMembers(output: string): MemberLine[] {
  return tableLines(output).map(line => {
    const [name, address, status, tagText] = line;
    const tags = new Map(
      (tagText ?? '').split(',').map(tag => {
        const [key, ...value] = tag.split('=');
        return [key, value.join('=')];
      }),
    );
    return {
      name,
      ip: hostOf(address),
      statuses: [status],
      role: tags.get('role') === 'consul' ? 'server' : 'client',
      nodeId: tags.get('id'),
      build: tags.get('build')?.replace(/:.*$/, ''),
    };
  });
}

/** Reads the table of `consul operator raft list-peers`. */
export function parsePeers(output: string): PeerLine[] {
  return tableLines(output).map(
    ([name, nodeId, address, state, voter, , index]) => ({
      name,
      nodeId,
      ip: hostOf(address),
      state,
      voter: voter === 'true',
      index: index === undefined ? undefined : Number(index),
    }),
  );
}

/** Columns are parted by at least two spaces, or by one where a value fills its column. */
function tableLines(output: string): string[][] {
  return output
    .split('\n')
    .slice(1)
    .filter(line => line.trim() !== '')
    .map(line => line.trim().split(/\s+/));
}

function hostOf(address: string): string {
  return address.replace(/:\d+$/, '');
}
