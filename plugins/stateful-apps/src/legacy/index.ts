export {
  EntityStatefulCard,
  EntityStatefulContent,
  StatefulAppsPage,
  statefulAppsPlugin,
} from './plugin';
export { isStatefulAppsAvailable } from '../isStatefulAppsAvailable';
export * from '../api';
