import { DetectedSetting } from '../../model';
import { cleanText } from '../../raw';
import { ConsulConfig } from './readConsulConfig';
import { TemplateContainer } from './TemplateContainer';

type Source = DetectedSetting['source'];
type Candidate = [Source, string | number | boolean | undefined];

const VALUE_LENGTH = 128;

/** Data directories that images bring with them. */
const IMAGE_DATA_DIRS = {
  official: '/consul/data',
  bitnami: '/bitnami/consul',
};

/**
 * Cloud providers take access keys in `-retry-join`; of those only the
 * provider's name is shown.
 */
function showJoin(addresses: readonly string[]): string | undefined {
  if (addresses.length === 0) return undefined;
  const provider = /provider=["']?([\w-]+)/.exec(addresses[0])?.[1];
  const first =
    provider && provider !== 'k8s' ? `provider=${provider}` : addresses[0];
  return addresses.length > 1
    ? `${first} and ${addresses.length - 1} more`
    : first;
}

function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,4}$/.test(value)
    ? Number(value)
    : undefined;
}

/** A directory that detection can rely on: absolute and without variables. */
function directory(value: string | undefined): string | undefined {
  return value !== undefined && /^\/[^$`]{0,255}$/.test(value)
    ? cleanText(value, 256)
    : undefined;
}

function join(value: string | undefined): string[] | undefined {
  return value ? [value] : undefined;
}

/** What the settings are read from. @internal */
export interface ConsulSettingsOptions {
  container: TemplateContainer;
  flags: ReadonlyMap<string, readonly string[]>;
  config: ConsulConfig;
  endpoint: { scheme: string; port: number; source: Source };
  /** Whose entry point starts Consul and brings its defaults; left out for the bare program. */
  image?: keyof typeof IMAGE_DATA_DIRS;
}

/**
 * Consul's settings, each with the place where it was found: arguments before
 * configuration before env before ports before defaults. Keys say only `set`.
 *
 * @internal
 */
export function consulSettings(options: ConsulSettingsOptions): {
  settings: DetectedSetting[];
  dataDir?: string;
  bootstrapExpect?: number;
} {
  const { container, flags, config, endpoint, image } = options;
  const env = (name: string) =>
    image === 'bitnami' ? container.env.get(name) : undefined;
  const settings: DetectedSetting[] = [];
  const add = (name: string, candidates: Candidate[]) => {
    for (const [source, value] of candidates) {
      if (value === undefined || value === '') continue;
      settings.push({
        name,
        value: cleanText(String(value), VALUE_LENGTH),
        source,
      });
      return;
    }
  };

  const dataDirs: Array<[Source, string | undefined]> = [
    ['args', directory(flags.get('data-dir')?.at(-1))],
    ['config', directory(config.dataDir)],
    ['image', image && IMAGE_DATA_DIRS[image]],
  ];
  add('data-dir', dataDirs);
  add('scheme', [[endpoint.source, endpoint.scheme]]);
  add(`${endpoint.scheme}-port`, [[endpoint.source, endpoint.port]]);

  const expectFlag = flags.get('bootstrap-expect')?.at(-1);
  const expects: Array<[Source, number | undefined]> = [
    ['args', wholeNumber(expectFlag)],
    ['config', config.bootstrapExpect],
    ['env', wholeNumber(env('CONSUL_BOOTSTRAP_EXPECT'))],
  ];
  add('bootstrap-expect', [
    ...expects,
    ['args', expectFlag && 'computed when the container starts'],
  ]);
  add('retry-join', [
    ['args', showJoin(flags.get('retry-join') ?? [])],
    ['config', showJoin(config.retryJoin ?? [])],
    ['env', showJoin(join(env('CONSUL_RETRY_JOIN')) ?? [])],
    ['env', showJoin(join(env('CONSUL_RETRY_JOIN_ADDRESS')) ?? [])],
  ]);
  add('encrypt', [
    ['args', flags.has('encrypt') ? 'set' : undefined],
    ['config', config.encrypt ? 'set' : undefined],
    [
      'env',
      image === 'bitnami' && container.env.has('CONSUL_GOSSIP_ENCRYPTION_KEY')
        ? 'set'
        : undefined,
    ],
  ]);
  add('client', [
    ['args', flags.get('client')?.at(-1)],
    ['config', config.client],
    ['env', env('CONSUL_CLIENT_LAN_ADDRESS')],
    ['image', image === 'bitnami' ? '0.0.0.0' : undefined],
    ['default', '127.0.0.1'],
  ]);
  add('ui', [
    ['args', flags.get('ui')?.at(-1)],
    ['config', config.ui],
    ['env', env('CONSUL_UI') ?? env('CONSUL_ENABLE_UI')],
  ]);
  const files = [
    ...(flags.get('config-dir') ?? []),
    ...(flags.get('config-file') ?? []),
  ];
  add('config files', [
    ['args', files.length > 0 ? `not read: ${files.join(', ')}` : undefined],
  ]);

  const dataDir = dataDirs.find(([, value]) => value)?.[1];
  const bootstrapExpect = expects.find(([, value]) => value !== undefined)?.[1];
  return {
    settings,
    ...(dataDir && { dataDir }),
    ...(bootstrapExpect !== undefined && { bootstrapExpect }),
  };
}
