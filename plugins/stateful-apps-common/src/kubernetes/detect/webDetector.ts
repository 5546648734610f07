import { DetectedApp, DetectedSetting } from '../../model';
import { AppDetector } from './AppDetector';
import { baseName } from './baseName';
import { TemplateContainer } from './TemplateContainer';

const IMAGE_NAMES = new Set(['nginx', 'nginx-unprivileged']);
const PORT_NAMES = new Set(['http', 'web']);

/** Where images serve from and listen when nothing else is said. */
const IMAGE_DEFAULTS = [
  { image: /(?:^|\/)bitnami[^/]*\/nginx/, directory: '/app', port: 8080 },
  {
    image: /nginx-unprivileged/,
    directory: '/usr/share/nginx/html',
    port: 8080,
  },
  { image: /nginx/, directory: '/usr/share/nginx/html', port: 80 },
];

function runsNginx(container: TemplateContainer): boolean {
  return (
    IMAGE_NAMES.has(container.imageName) ||
    container.words.some((word, index) => {
      const startsCommand =
        index === 0 || ['exec', ';'].includes(container.words[index - 1]);
      return startsCommand && baseName(word) === 'nginx';
    })
  );
}

function detectIn(container: TemplateContainer): DetectedApp {
  const { ports } = container;
  const declared =
    ports.find(port => port.name !== undefined && PORT_NAMES.has(port.name)) ??
    ports.find(port => port.port === 80) ??
    ports[0];
  const defaults = IMAGE_DEFAULTS.find(({ image }) =>
    image.test(container.image),
  );
  const port = declared?.port ?? defaults?.port ?? 80;
  let portSource: DetectedSetting['source'] = defaults ? 'image' : 'default';
  if (declared) portSource = 'ports';

  const settings: DetectedSetting[] = [
    { name: 'http-port', value: String(port), source: portSource },
  ];
  if (defaults) {
    settings.unshift({
      name: 'document root',
      value: defaults.directory,
      source: 'image',
    });
  }
  return {
    kind: 'web',
    settings,
    endpoint: { container: container.name, scheme: 'http', port },
    ...(defaults && {
      data: { container: container.name, path: defaults.directory },
    }),
  };
}

/**
 * Web servers: nginx, by its image or its command. Other images with a port
 * named `http` are not taken for one: what a `GET /` does there is not known.
 *
 * @public
 */
export const webDetector: AppDetector = {
  kind: 'web',
  detect(containers) {
    const container = containers.find(runsNginx);
    return container && detectIn(container);
  },
};
