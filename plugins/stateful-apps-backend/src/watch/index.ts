export { DefaultFleetWatcher } from './DefaultFleetWatcher';
export type { FleetWatcherOptions } from './DefaultFleetWatcher';
export * from './types';
