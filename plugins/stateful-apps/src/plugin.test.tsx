import {
  createExtensionTester,
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { coreExtensionData } from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { configure, screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { consulEntity, entity } from './__testUtils__/entity';
import { FakeBackend } from './__testUtils__/FakeBackend';
import { allScenes } from './__testUtils__/scenes';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import plugin from './index';

configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

describe('the plugin', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('has a page of all apps', async () => {
    server.use(...new FakeBackend(allScenes()).handlers);
    renderTestApp({
      features: [plugin],
      initialRouteEntries: ['/stateful-apps'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      config: { backend: { baseUrl: 'http://localhost:7007' } },
    });
    expect(
      await screen.findByRole('table', { name: 'Stateful apps' }),
    ).toBeInTheDocument();
  });

  it('has a tab for entities with one of the annotations', () => {
    const tab = createExtensionTester(
      plugin.getExtension('entity-content:stateful-apps'),
    );
    expect(tab.get(coreExtensionData.routePath)).toBe('/stateful');
    expect(tab.get(EntityContentBlueprint.dataRefs.title)).toBe('Stateful');
    const filter = tab.get(EntityContentBlueprint.dataRefs.filterFunction)!;
    expect(filter(consulEntity)).toBe(true);
    expect(filter(entity({ 'backstage.io/kubernetes-id': 'x' }))).toBe(true);
    expect(filter(entity({ 'backstage.io/techdocs-ref': 'dir:.' }))).toBe(
      false,
    );
  });
});
