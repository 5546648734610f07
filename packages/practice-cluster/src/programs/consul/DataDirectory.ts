import { Random } from '../../types';
import { ContainerFiles } from '../ContainerFiles';
import { RaftServer } from './Raft';
import { CatalogNode, KvEntry, StateData } from './StateData';

/** What raft keeps on the disk. @public */
export interface StoredRaft {
  term: number;
  lastIndex: number;
  lastTerm: number;
  configuration: readonly RaftServer[];
  data: StateData;
}

/** The write-ahead log takes its room at once. */
const WAL_BYTES = 64 * 1024 ** 2;
const WAL = 'raft/wal/00000000000000000001-0000000000000000.wal';
const PEERS_INFO = `Recovery of an outage: write raft/peers.json as an array of
{"id": "<node-id>", "address": "<ip>:8300", "non_voter": false}
while all servers are stopped, the same on each of them.
`;

/**
 * The directory in which a server keeps who it is and what it knows. Whether
 * that outlives the container is a matter of what is mounted there.
 *
 * @public
 */
export class DataDirectory {
  constructor(
    private readonly files: ContainerFiles,
    private readonly path: string,
  ) {
    files.makeDirectory(path);
  }

  /** The node's id: kept from before, or new. */
  nodeId(random: Random): string {
    const file = `${this.path}/node-id`;
    if (this.files.kind(file) === 'file') {
      return this.files.readText(file).trim();
    }
    const id = random.uuid();
    this.files.write(file, id);
    return id;
  }

  load(): StoredRaft | undefined {
    const file = `${this.path}/${WAL}`;
    if (this.files.kind(file) !== 'file') return undefined;
    const { kv, nodes, ...rest } = JSON.parse(this.files.readText(file));
    return {
      ...rest,
      data: {
        kv: new Map<string, KvEntry>(kv),
        nodes: new Map<string, CatalogNode>(nodes),
      },
    };
  }

  save(raft: StoredRaft): void {
    const { data, ...rest } = raft;
    this.files.makeDirectory(`${this.path}/raft/wal`);
    this.files.makeDirectory(`${this.path}/raft/snapshots`);
    const text = JSON.stringify({
      ...rest,
      kv: [...data.kv],
      nodes: [...data.nodes],
    });
    this.files.write(`${this.path}/${WAL}`, text, WAL_BYTES);
    const info = `${this.path}/raft/peers.info`;
    if (this.files.kind(info) === undefined) this.files.write(info, PEERS_INFO);
  }
}
