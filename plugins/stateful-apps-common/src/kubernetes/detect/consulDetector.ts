import { DetectedApp } from '../../model';
import { AppDetector } from './AppDetector';
import { consulEndpoint } from './consulEndpoint';
import { consulSettings } from './consulSettings';
import { ConsulConfig, readConsulConfig } from './readConsulConfig';
import { ConsulFlags, isConsulImage, readConsulFlags } from './readConsulFlags';
import { TemplateContainer } from './TemplateContainer';

/** Flags that only a server is given, or that may make the agent one. */
const SERVER_FLAGS = ['bootstrap-expect', 'bootstrap', 'dev'];
const CONFIG_FLAGS = ['config-dir', 'config-file'];

/** Bitnami's image takes all its settings from env and is a server unless told otherwise. */
function isBitnamiServer(container: TemplateContainer): boolean {
  return (
    isConsulImage(container) &&
    /(?:^|\/)bitnami[^/]*\/consul(?:[:@]|$)/.test(container.image) &&
    container.words.length === 0 &&
    (container.env.get('CONSUL_AGENT_MODE') ?? 'server') === 'server'
  );
}

function isServer({ flags }: ConsulFlags, config: ConsulConfig): boolean {
  const server = flags.get('server')?.at(-1);
  if (server !== undefined) return server !== 'false';
  if (config.server !== undefined) return config.server;
  return [...SERVER_FLAGS, ...CONFIG_FLAGS].some(name => flags.has(name));
}

function detectIn(container: TemplateContainer): DetectedApp | undefined {
  const bitnami = isBitnamiServer(container);
  const found = readConsulFlags(container);
  if (!bitnami && !found) return undefined;
  const config = readConsulConfig(container);
  if (!bitnami && found && !isServer(found, config)) return undefined;

  const flags = found?.flags ?? new Map<string, readonly string[]>();
  const endpoint = consulEndpoint(container, flags, config);
  const { settings, dataDir, bootstrapExpect } = consulSettings({
    container,
    flags,
    config,
    endpoint,
    image: bitnami ? 'bitnami' : (found?.entryPoint && 'official') || undefined,
  });
  return {
    kind: 'consul',
    settings,
    endpoint: {
      container: container.name,
      scheme: endpoint.scheme,
      port: endpoint.port,
    },
    ...(dataDir && { data: { container: container.name, path: dataDir } }),
    ...(bootstrapExpect !== undefined && { bootstrapExpect }),
  };
}

/**
 * Consul servers: `consul agent` that is told to be a server, by flags, by
 * configuration, or by files that are not read. An agent that is clearly a
 * client is no stateful app of this kind.
 *
 * @public
 */
export const consulDetector: AppDetector = {
  kind: 'consul',
  detect(containers) {
    for (const container of containers) {
      const app = detectIn(container);
      if (app) return app;
    }
    return undefined;
  },
};
