import type { Agent } from './Agent';
import { consulPorts } from './consulPorts';
import { CONSUL_VERSION } from './consulVersion';

/** What an agent prints before its log begins. @public */
export function startBanner({ config, context, log, nodeId }: Agent): void {
  const segment = config.server ? '<all>' : '';
  const ports = `HTTP: ${consulPorts.http}, HTTPS: -1, gRPC: -1, gRPC-TLS: ${
    config.server ? consulPorts.grpcTls : -1
  }, DNS: 8600`;
  const rows = [
    ['Version', `'${CONSUL_VERSION}'`],
    ['Node ID', `'${nodeId}'`],
    ['Node name', `'${config.nodeName}'`],
    ['Datacenter', `'${config.datacenter}' (Segment: '${segment}')`],
    ['Server', `${config.server} (Bootstrap: false)`],
    ['Client Addr', `[${config.clientAddress}] (${ports})`],
    [
      'Cluster Addr',
      `${context.pod.ip} (LAN: ${consulPorts.serfLan}, WAN: ${consulPorts.serfWan})`,
    ],
    ['Gossip Encryption', 'false'],
    ['ACL Enabled', 'false'],
  ];
  log.raw('==> Starting Consul agent...');
  for (const [name, value] of rows) log.raw(`${name.padStart(20)}: ${value}`);
  log.raw('');
  log.raw('==> Log data will now stream in as it occurs:');
  log.raw('');
  if (config.bootstrapExpect > 1) {
    log.line(
      'WARN',
      'agent',
      `bootstrap_expect > 0: expecting ${config.bootstrapExpect} servers`,
    );
  }
}
