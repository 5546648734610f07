export { statefulAppsPlugin as default } from './plugin';
export * from './api';
export { isStatefulAppsAvailable } from './isStatefulAppsAvailable';
export { statefulAppsTranslationRef } from './translation';
