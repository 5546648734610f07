import { Entity } from '@backstage/catalog-model';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { configure, screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { Route, Routes } from 'react-router-dom';
import { consulView } from './__testUtils__/appView';
import { consulEntity, entity } from './__testUtils__/entity';
import { FakeBackend } from './__testUtils__/FakeBackend';
import {
  EntityStatefulCard,
  EntityStatefulContent,
  isStatefulAppsAvailable,
  StatefulAppsClient,
  StatefulAppsPage,
  statefulAppsApiRef,
} from './legacy';

configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

describe('the plugin for the old frontend system', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  async function show(element: JSX.Element, of: Entity = consulEntity) {
    server.use(...new FakeBackend([consulView(3)]).handlers);
    const client = new StatefulAppsClient({
      discoveryApi: mockApis.discovery({ baseUrl: 'http://localhost:7007' }),
      fetchApi: { fetch: (input, init) => fetch(input, init) },
    });
    await renderInTestApp(
      <TestApiProvider apis={[[statefulAppsApiRef, client]]}>
        <EntityProvider entity={of}>
          <Routes>
            <Route path="/*" element={element} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
  }

  it('has the tab', async () => {
    await show(<EntityStatefulContent />);
    expect(
      await screen.findByRole('table', { name: 'Identities of consul' }),
    ).toBeInTheDocument();
  });

  it('has the card', async () => {
    await show(<EntityStatefulCard />);
    expect(
      await screen.findByRole('link', { name: 'Open the board' }),
    ).toHaveAttribute('href', '/catalog/default/component/consul/stateful');
    expect(
      await screen.findByText('Can lose 1 more server.'),
    ).toBeInTheDocument();
  });

  it('has the page', async () => {
    await show(<StatefulAppsPage />);
    expect(
      await screen.findByRole('table', { name: 'Stateful apps' }),
    ).toBeInTheDocument();
  });

  it('can tell the entities that have apps', () => {
    expect(isStatefulAppsAvailable(consulEntity)).toBe(true);
    expect(isStatefulAppsAvailable(entity())).toBe(false);
  });
});
