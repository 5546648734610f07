export * from './AppResource';
export * from './AppResourceQuery';
export * from './conditionExports';
export * from './inCluster';
export * from './inNamespace';
export * from './isEntityOwner';
export * from './statefulAppResourceRef';
export * from './statefulAppsPermissionRules';
