import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import { lazy, Suspense } from 'react';

const StatefulTabLink = lazy(() =>
  import('./components/StatefulTabLink').then(module => ({
    default: module.StatefulTabLink,
  })),
);

const kubernetesContentWithLink = kubernetesPlugin
  .getExtension('entity-content:kubernetes/kubernetes')
  .override({
    *factory(originalFactory) {
      const original = originalFactory();
      yield* original;
      yield coreExtensionData.reactElement(
        <>
          <Suspense fallback={null}>
            <StatefulTabLink />
          </Suspense>
          {original.get(coreExtensionData.reactElement)}
        </>,
      );
    },
  });

/**
 * Puts a link to our tab above the content of the Kubernetes plugin's tab.
 * Configuration of that tab stays in force.
 *
 * @public
 */
const kubernetesModule = createFrontendModule({
  pluginId: 'kubernetes',
  extensions: [kubernetesContentWithLink],
});

export default kubernetesModule;
