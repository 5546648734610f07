import { ConsulProbe } from '../model';
import { asList, asName } from '../raw';

const PEERS = 1000;

/** `status/peers`: raft addresses as this server has them. @internal */
export function parsePeers(
  value: unknown,
): Pick<ConsulProbe, 'peers'> | undefined {
  if (!Array.isArray(value)) return undefined;
  return {
    peers: asList(value, PEERS).flatMap(item => asName(item, 256) ?? []),
  };
}
