export * from './StatefulAppsService';
export * from './statefulAppsServiceRef';
