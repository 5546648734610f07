export * from './createService';
export * from './StatefulAppsService';
