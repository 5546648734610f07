import { Command } from './Command';

/** @public */
export interface Image {
  /** Full name without tag, for example `docker.io/library/nginx`. */
  name: string;
  tags: readonly string[];
  sizeBytes: number;
  entrypoint: readonly string[];
  cmd: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Directories for which each container gets a volume of its own. */
  volumes: readonly string[];
  directories: readonly string[];
  files: ReadonlyMap<string, string>;
  commands: ReadonlyMap<string, Command>;
  /** Signal by which the image asks to be stopped. */
  stopSignal: 'TERM' | 'QUIT';
}
