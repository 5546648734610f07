/** The kinds of stateful app that are told apart. @public */
export type AppKindName = 'consul' | 'web' | 'other';

/**
 * One setting of an app, and where it was read.
 *
 * @public
 */
export interface DetectedSetting {
  /** Name of the setting in the app's own words, for example `data-dir`. */
  name: string;
  /** Value as text; never a secret: keys and tokens say only `set`. */
  value: string;
  /** Where it was read: `args`, `config`, `env`, `probe` or `default`. */
  source: 'args' | 'config' | 'env' | 'ports' | 'image' | 'default';
}

/**
 * How to reach the app's own HTTP API in each pod.
 *
 * @public
 */
export interface AppEndpoint {
  container: string;
  scheme: 'http' | 'https';
  port: number;
}

/**
 * What the pod template of a StatefulSet runs.
 *
 * @public
 */
export interface DetectedApp {
  kind: AppKindName;
  settings: DetectedSetting[];
  endpoint?: AppEndpoint;
  /** Directory in which the app keeps its data, and the container that has it. */
  data?: { container: string; path: string };
  /** Consul: number of servers that it waits for before it bootstraps. */
  bootstrapExpect?: number;
}
