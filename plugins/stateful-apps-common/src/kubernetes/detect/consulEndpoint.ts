import { DetectedSetting } from '../../model';
import { ConsulConfig } from './readConsulConfig';
import { TemplateContainer } from './TemplateContainer';

type Source = DetectedSetting['source'];

interface FoundPort {
  port: number;
  source: Source;
}

const HTTP_PORT = 8500;
const HTTPS_PORT = 8501;

/** The consul-k8s chart sets ports by `-hcl='ports { https = 8501 }'`. */
function portInHcl(
  flags: ReadonlyMap<string, readonly string[]>,
  name: 'http' | 'https',
): string | undefined {
  const pattern = new RegExp(`ports\\s*\\{[^}]*\\b${name}\\s*=\\s*(-?\\d+)`);
  for (const snippet of flags.get('hcl') ?? []) {
    const match = pattern.exec(snippet);
    if (match) return match[1];
  }
  return undefined;
}

function portOfAddress(
  address: string | undefined,
  scheme: 'http' | 'https',
): string | undefined {
  const match = /^(https?):\/\/[^/]*:(\d+)/.exec(address ?? '');
  return match && match[1] === scheme ? match[2] : undefined;
}

function firstPort(
  candidates: Array<[Source, string | number | undefined]>,
): FoundPort | undefined {
  for (const [source, value] of candidates) {
    const port = value === undefined || value === '' ? NaN : Number(value);
    if (Number.isInteger(port) && port <= 65535) return { port, source };
  }
  return undefined;
}

function declaredPort(
  container: TemplateContainer,
  name: string,
  usual: number,
): number | undefined {
  const { ports } = container;
  return (
    ports.find(port => port.port === usual) ??
    ports.find(port => port.name === name)
  )?.port;
}

/**
 * Where Consul's HTTP API listens: `http` where it is served at all, for then
 * no certificate stands between; else `https`.
 *
 * @internal
 */
export function consulEndpoint(
  container: TemplateContainer,
  flags: ReadonlyMap<string, readonly string[]>,
  config: ConsulConfig,
): { scheme: 'http' | 'https'; port: number; source: Source } {
  const address = container.env.get('CONSUL_HTTP_ADDR');
  const http = firstPort([
    ['args', flags.get('http-port')?.[0]],
    ['args', portInHcl(flags, 'http')],
    ['config', config.httpPort],
    ['env', container.env.get('CONSUL_HTTP_PORT_NUMBER')],
    ['env', portOfAddress(address, 'http')],
    ['ports', declaredPort(container, 'http', HTTP_PORT)],
  ]);
  if (http && http.port > 0) return { scheme: 'http', ...http };
  const https = firstPort([
    ['args', flags.get('https-port')?.[0]],
    ['args', portInHcl(flags, 'https')],
    ['config', config.httpsPort],
    ['env', portOfAddress(address, 'https')],
    [
      'env',
      container.env.get('CONSUL_HTTP_SSL') === 'true' ? HTTPS_PORT : undefined,
    ],
    ['ports', declaredPort(container, 'https', HTTPS_PORT)],
  ]);
  if (https && https.port > 0) return { scheme: 'https', ...https };
  if (http) return { scheme: 'https', port: HTTPS_PORT, source: http.source };
  return { scheme: 'http', port: HTTP_PORT, source: 'default' };
}
