import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import statefulAppsPlugin, { statefulAppsApiRef } from '../src';
import { allScenes } from '../src/__testUtils__/scenes';
import kubernetesModule from '../src/kubernetes';
import { RecordedApi } from './RecordedApi';
import { recordedKubernetes } from './recordedKubernetes';

const scenes = allScenes();

const entities = scenes.map(({ ref, entityRefs }) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: ref.name,
    namespace: 'default',
    annotations: entityRefs.length
      ? {
          'stateful-apps.io/statefulset': `${ref.namespace}/${ref.name}`,
          'backstage.io/kubernetes-id': ref.name,
        }
      : undefined,
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'guests' },
}));

const recordedCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities }),
        }),
    }),
  ],
});

const recordedApps = createFrontendModule({
  pluginId: 'stateful-apps',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: statefulAppsApiRef,
          deps: {},
          factory: () => new RecordedApi(scenes),
        }),
    }),
  ],
});

// Recorded states of apps in a catalog of their own: no backend is needed.
createDevApp({
  features: [
    catalogPlugin,
    recordedCatalog,
    kubernetesPlugin,
    recordedKubernetes,
    kubernetesModule,
    statefulAppsPlugin,
    recordedApps,
  ],
});
