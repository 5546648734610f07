import { asInteger, asList, asRecord } from '../../raw';
import { TemplateContainer } from './TemplateContainer';

/** Settings of Consul that stand in the template as configuration text. @internal */
export interface ConsulConfig {
  server?: boolean;
  dataDir?: string;
  httpPort?: number;
  httpsPort?: number;
  bootstrapExpect?: number;
  client?: string;
  encrypt?: boolean;
  ui?: boolean;
  retryJoin?: string[];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/**
 * Consul's configuration as far as the pod template holds it: JSON in
 * `CONSUL_LOCAL_CONFIG`, which the images write to a file. Config maps are not
 * read.
 *
 * @internal
 */
export function readConsulConfig(container: TemplateContainer): ConsulConfig {
  const json = container.env.get('CONSUL_LOCAL_CONFIG');
  if (json === undefined) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    // HCL or half a template: then it tells nothing, as a config map does.
    return {};
  }
  const config = asRecord(parsed);
  const ports = asRecord(config?.ports);
  return {
    server: flag(config?.server),
    dataDir: text(config?.data_dir),
    httpPort: asInteger(ports?.http),
    httpsPort: asInteger(ports?.https),
    bootstrapExpect: asInteger(config?.bootstrap_expect),
    client: text(config?.client_addr),
    encrypt: text(config?.encrypt) !== undefined || undefined,
    ui: flag(asRecord(config?.ui_config)?.enabled) ?? flag(config?.ui),
    retryJoin: asList(config?.retry_join, 16).filter(
      (item): item is string => typeof item === 'string',
    ),
  };
}
