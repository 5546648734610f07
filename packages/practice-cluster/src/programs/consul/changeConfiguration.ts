import { ConfigurationChange, RaftServer } from './Raft';

/** A configuration with one change. @public */
export function changeConfiguration(
  configuration: readonly RaftServer[],
  change: ConfigurationChange,
): readonly RaftServer[] {
  switch (change.kind) {
    case 'add': {
      const others = configuration.filter(({ id }) => id !== change.server.id);
      return [...others, change.server];
    }
    case 'promote':
      return configuration.map(server =>
        server.id === change.id ? { ...server, voter: true } : server,
      );
    default:
      return configuration.filter(({ id }) => id !== change.id);
  }
}
