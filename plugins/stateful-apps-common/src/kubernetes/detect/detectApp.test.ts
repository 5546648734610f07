import { readFileSync } from 'fs';
import { join } from 'path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { DetectedApp } from '../../model';
import { detectApp } from './detectApp';

function manifest(name: string): unknown {
  const path = join(__dirname, '../../__fixtures__/manifests', `${name}.yaml`);
  return parse(readFileSync(path, 'utf8'));
}

function settingsOf(app: DetectedApp) {
  return Object.fromEntries(
    app.settings.map(({ name, value, source }) => [
      name,
      `${value} (${source})`,
    ]),
  );
}

function container(fields: object): unknown {
  return { spec: { containers: [{ name: 'main', ...fields }] } };
}

describe('detectApp', () => {
  it('recognises the course’s Consul', () => {
    const app = detectApp(manifest('course'));
    expect(app).toMatchObject({
      kind: 'consul',
      endpoint: { container: 'consul', scheme: 'http', port: 8500 },
      data: { container: 'consul', path: '/consul/data' },
      bootstrapExpect: 3,
    });
    expect(settingsOf(app)).toEqual({
      'data-dir': '/consul/data (args)',
      scheme: 'http (default)',
      'http-port': '8500 (default)',
      'bootstrap-expect': '3 (args)',
      'retry-join':
        'provider=k8s label_selector="app=consul" namespace="$(NAMESPACE)" (args)',
      client: '0.0.0.0 (args)',
      ui: 'true (args)',
    });
  });

  it('recognises kelseyhightower/consul-on-kubernetes', () => {
    const app = detectApp(manifest('kelseyhightower'));
    expect(app.endpoint).toEqual({
      container: 'consul',
      scheme: 'http',
      port: 8500,
    });
    expect(settingsOf(app)).toMatchObject({
      'data-dir': '/consul/data (args)',
      'http-port': '8500 (ports)',
      encrypt: 'set (args)',
      'retry-join': expect.stringMatching(/^consul-0.* and 2 more \(args\)$/),
      'config files': 'not read: /consul/myconfig/server.json (args)',
    });
  });

  it('recognises the consul-k8s chart, in its script', () => {
    const app = detectApp(manifest('consul-k8s'));
    expect(app).toMatchObject({
      kind: 'consul',
      endpoint: { container: 'consul', scheme: 'https', port: 8501 },
      data: { container: 'consul', path: '/consul/data' },
      bootstrapExpect: 3,
    });
    expect(settingsOf(app)).toMatchObject({
      scheme: 'https (args)',
      'https-port': '8501 (args)',
      encrypt: 'set (args)',
      'config files':
        'not read: /consul/config, /consul/extra-config/extra-from-values.json (args)',
    });
  });

  it('recognises helm/charts stable/consul, past what its script computes', () => {
    const app = detectApp(manifest('stable-consul'));
    expect(app).toMatchObject({
      kind: 'consul',
      endpoint: { container: 'my-release-consul', scheme: 'http', port: 8555 },
      data: { container: 'my-release-consul', path: '/var/lib/consul' },
    });
    expect(app.bootstrapExpect).toBeUndefined();
    expect(settingsOf(app)).toMatchObject({
      'http-port': '8555 (args)',
      'bootstrap-expect': 'computed when the container starts (args)',
      client: '0.0.0.0 (args)',
    });
  });

  it('recognises bitnami/consul by its image and env', () => {
    const app = detectApp(manifest('bitnami'));
    expect(app).toMatchObject({
      kind: 'consul',
      endpoint: { container: 'consul', scheme: 'http', port: 8500 },
      data: { container: 'consul', path: '/bitnami/consul' },
      bootstrapExpect: 3,
    });
    expect(settingsOf(app)).toMatchObject({
      'data-dir': '/bitnami/consul (image)',
      'http-port': '8500 (env)',
      'bootstrap-expect': '3 (env)',
      encrypt: 'set (env)',
      client: '0.0.0.0 (image)',
    });
  });

  it('reads CONSUL_LOCAL_CONFIG, after the arguments', () => {
    const app = detectApp(
      container({
        image: 'hashicorp/consul',
        args: ['agent', '-client=0.0.0.0'],
        env: [
          {
            name: 'CONSUL_LOCAL_CONFIG',
            value:
              '{"server":true,"data_dir":"/srv/consul","client_addr":"127.0.0.1","ports":{"http":9500},"bootstrap_expect":5}',
          },
        ],
      }),
    );
    expect(settingsOf(app)).toMatchObject({
      'data-dir': '/srv/consul (config)',
      'http-port': '9500 (config)',
      'bootstrap-expect': '5 (config)',
      client: '0.0.0.0 (args)',
    });
  });

  it('takes the directory of the image where the entry point starts Consul', () => {
    const app = detectApp(
      container({ image: 'hashicorp/consul', args: ['agent', '-server'] }),
    );
    expect(settingsOf(app)['data-dir']).toBe('/consul/data (image)');
  });

  it('does not rely on a directory that is a variable', () => {
    const app = detectApp(
      container({ command: ['consul', 'agent', '-server', '-data-dir=$DIR'] }),
    );
    expect(app.kind).toBe('consul');
    expect(app.data).toBeUndefined();
  });

  it.each([
    ['a client agent', { image: 'hashicorp/consul', args: ['agent'] }],
    [
      'one that says it is no server',
      { command: ['consul', 'agent', '-server=false', '-config-dir=/etc/c'] },
    ],
    ['another command of Consul', { command: ['consul', 'snapshot', 'agent'] }],
    [
      'an agent of something else',
      { image: 'vault', args: ['agent', '-server'] },
    ],
    ['an exporter', { image: 'nginx/nginx-prometheus-exporter:1' }],
    [
      'a web port of something else',
      { image: 'app', ports: [{ name: 'http', containerPort: 80 }] },
    ],
    ['nothing', {}],
  ])('does not take %s for an app that it knows', (_, fields) => {
    expect(detectApp(container(fields)).kind).toBe('other');
  });

  it.each([
    ['nginx', {}, '80 (image)', '/usr/share/nginx/html'],
    ['nginx:1.27@sha256:0', {}, '80 (image)', '/usr/share/nginx/html'],
    [
      'registry.example:5000/lib/nginx:1',
      {
        ports: [
          { containerPort: 9113, name: 'metrics' },
          { containerPort: 8088, name: 'web' },
        ],
      },
      '8088 (ports)',
      '/usr/share/nginx/html',
    ],
    [
      'nginxinc/nginx-unprivileged:1',
      {},
      '8080 (image)',
      '/usr/share/nginx/html',
    ],
    ['docker.io/bitnami/nginx:1', {}, '8080 (image)', '/app'],
  ])('recognises %s as a web server', (image, fields, port, directory) => {
    const app = detectApp(container({ image, ...fields }));
    expect(app.kind).toBe('web');
    expect(settingsOf(app)['http-port']).toBe(port);
    expect(app.data?.path).toBe(directory);
  });

  it('recognises nginx by its command, without guessing a directory', () => {
    const app = detectApp(
      container({
        image: 'app',
        command: ['sh', '-c', 'prepare && exec nginx -g "daemon off;"'],
      }),
    );
    expect(app.kind).toBe('web');
    expect(app.data).toBeUndefined();
  });

  it('takes anything', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.array(fc.string()).map(args =>
            container({
              image: 'consul',
              args: ['agent', '-server', ...args],
            }),
          ),
          fc.string().map(script =>
            container({
              command: ['sh', '-c', `consul agent -server ${script}`],
            }),
          ),
        ),
        template => {
          expect(['consul', 'web', 'other']).toContain(
            detectApp(template).kind,
          );
        },
      ),
    );
  });
});
