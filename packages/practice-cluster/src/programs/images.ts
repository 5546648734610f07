import { Command } from './Command';
import { consul } from './consul/consul';
import { consulEntryPoint } from './consul/consulEntryPoint';
import { finish } from './finish';
import { git } from './git/git';
import { Image } from './Image';
import { nginx, nginxEntryPoint } from './nginx/nginx';
import { busybox } from './shell/busybox';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const ROOT_DIRECTORIES = ['/bin', '/etc', '/root', '/tmp', '/usr', '/var'];

const base = {
  entrypoint: [],
  cmd: ['sh'],
  env: { PATH },
  volumes: [],
  directories: ROOT_DIRECTORIES,
  files: new Map<string, string>(),
  commands: busybox,
  stopSignal: 'TERM' as const,
};

/** `apk add git`: git is there already; there is no other package. */
const apk: Command = context => {
  const wanted = context.argv
    .slice(1)
    .filter(operand => !operand.startsWith('-') && operand !== 'add');
  const unknown = wanted.filter(name => name !== 'git');
  return unknown.length === 0
    ? finish(context, 0, { stdout: 'OK: 9 MiB in 17 packages\n' })
    : finish(context, unknown.length, {
        stderr: unknown
          .map(
            name =>
              `ERROR: unable to select packages:\n  ${name} (no such package)\n`,
          )
          .join(''),
      });
};

/**
 * Every image that can be pulled. Any other fails as an unknown one does.
 *
 * @public
 */
export const images: readonly Image[] = [
  {
    ...base,
    name: 'docker.io/hashicorp/consul',
    tags: ['1.22', '1.22.5', 'latest'],
    sizeBytes: 62_914_560,
    entrypoint: ['docker-entrypoint.sh'],
    cmd: ['agent', '-dev', '-client', '0.0.0.0'],
    env: { PATH, BIN_NAME: 'consul', PRODUCT_VERSION: '1.22.5' },
    volumes: ['/consul/data'],
    directories: [...ROOT_DIRECTORIES, '/consul', '/consul/config'],
    commands: new Map([
      ...busybox,
      ['consul', consul],
      ['docker-entrypoint.sh', consulEntryPoint],
    ]),
  },
  {
    ...base,
    name: 'docker.io/library/nginx',
    tags: ['latest', 'alpine', 'stable', '1.29'],
    sizeBytes: 52_428_800,
    entrypoint: ['/docker-entrypoint.sh'],
    cmd: ['nginx', '-g', 'daemon off;'],
    env: { PATH, NGINX_VERSION: '1.29.3' },
    directories: [...ROOT_DIRECTORIES, '/usr/share/nginx/html'],
    files: new Map([
      [
        '/usr/share/nginx/html/index.html',
        '<!DOCTYPE html>\n<html><head><title>Welcome to nginx!</title></head>\n<body><h1>Welcome to nginx!</h1></body></html>\n',
      ],
    ]),
    commands: new Map([
      ...busybox,
      ['nginx', nginx],
      ['docker-entrypoint.sh', nginxEntryPoint],
    ]),
    stopSignal: 'QUIT',
  },
  {
    ...base,
    name: 'docker.io/library/alpine',
    tags: ['latest', '3', '3.22'],
    sizeBytes: 3_813_376,
    commands: new Map([...busybox, ['apk', apk], ['git', git]]),
  },
  {
    ...base,
    name: 'docker.io/library/busybox',
    tags: ['latest', '1', '1.37'],
    sizeBytes: 2_138_796,
  },
  {
    ...base,
    name: 'docker.io/alpine/git',
    tags: ['latest'],
    sizeBytes: 31_457_280,
    entrypoint: ['git'],
    cmd: ['--help'],
    commands: new Map([...busybox, ['git', git]]),
  },
];
