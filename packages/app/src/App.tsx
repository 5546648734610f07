import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import statefulAppsKubernetesModule from '@stateful-apps/backstage-plugin/kubernetes';
import { navModule } from './modules/nav';

// All other plugins are found by `app.packages` among the dependencies.
export default createApp({
  features: [catalogPlugin, navModule, statefulAppsKubernetesModule],
});
