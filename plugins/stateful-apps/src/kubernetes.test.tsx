import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  createFrontendModule,
  ApiBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes/alpha';
import { configure, screen } from '@testing-library/react';
import { entity } from './__testUtils__/entity';
import kubernetesModule from './kubernetes';

configure({ asyncUtilTimeout: 30_000 });
jest.setTimeout(90_000);

describe('the module of the Kubernetes plugin', () => {
  it('puts a link to our tab above the content of its tab', async () => {
    const annotated = entity({ 'backstage.io/kubernetes-id': 'consul' });
    renderTestApp({
      features: [
        catalogPlugin,
        createFrontendModule({
          pluginId: 'catalog',
          extensions: [
            ApiBlueprint.make({
              params: defineParams =>
                defineParams({
                  api: catalogApiRef,
                  deps: {},
                  factory: () => catalogApiMock({ entities: [annotated] }),
                }),
            }),
          ],
        }),
        kubernetesPlugin,
        kubernetesModule,
      ],
      initialRouteEntries: ['/catalog/default/component/consul/kubernetes'],
      config: { backend: { baseUrl: 'http://localhost:7007' } },
    });
    expect(
      await screen.findByRole('link', {
        name: 'Identities, volumes and members: the tab Stateful',
      }),
    ).toHaveAttribute('href', '/catalog/default/component/consul/stateful');
    expect(
      await screen.findAllByText(/Your Clusters|problem retrieving/),
    ).not.toHaveLength(0);
  });
});
