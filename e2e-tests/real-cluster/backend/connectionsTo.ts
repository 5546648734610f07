import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** How many established TCP connections a process has to a port; nothing where the system does not tell. */
export function connectionsTo(pid: number, server: URL): number | undefined {
  if (!existsSync('/proc/net/tcp')) return undefined;
  const port = Number(server.port || 443)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0');
  const own = socketsOf(pid);
  return [`/proc/${pid}/net/tcp`, `/proc/${pid}/net/tcp6`]
    .filter(existsSync)
    .flatMap(file => readFileSync(file, 'utf8').split('\n').slice(1))
    .map(line => line.trim().split(/\s+/))
    .filter(
      ([, , remote, state, , , , , , inode]) =>
        remote?.endsWith(`:${port}`) && state === '01' && own.has(inode),
    ).length;
}

function socketsOf(pid: number): Set<string> {
  const sockets = new Set<string>();
  for (const descriptor of readdirSync(`/proc/${pid}/fd`)) {
    try {
      const target = readlinkSync(`/proc/${pid}/fd/${descriptor}`);
      const inode = target.match(/^socket:\[(\d+)\]$/)?.[1];
      if (inode) sockets.add(inode);
    } catch {
      // Closed between the listing and the look.
    }
  }
  return sockets;
}
