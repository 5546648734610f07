export { statefulAppsPlugin as default } from './plugin';
