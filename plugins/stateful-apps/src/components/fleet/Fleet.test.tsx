import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import {
  AppListView,
  summarizeApp,
} from '@stateful-apps/backstage-plugin-common';
import {
  act,
  configure,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { appView } from '../../__testUtils__/appView';
import { expectNoViolations } from '../../__testUtils__/expectNoViolations';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { NOW } from '../../__testUtils__/now';
import { renderWithBackend } from '../../__testUtils__/renderWithBackend';
import { allScenes } from '../../__testUtils__/scenes';
import { Fleet } from './Fleet';

configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

describe('Fleet', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  function show(more: Partial<AppListView> = {}, path = '/stateful-apps') {
    const backend = new FakeBackend(allScenes(), more);
    server.use(...backend.handlers);
    const { container } = renderWithBackend(<Fleet />, { path });
    return { backend, container };
  }

  const table = () => screen.findByRole('table', { name: 'Stateful apps' });

  function names() {
    return screen
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
  }

  function row(name: string) {
    return screen
      .getByRole('rowheader', { name })
      .closest<HTMLTableRowElement>('tr')!;
  }

  it('shows every app, the worst first, with its identities as words for screen readers', async () => {
    const { container } = show();
    await table();
    expect(names()[0]).toBe('consul');
    expect(row('consul')).toHaveTextContent('Needs a person');
    expect(
      within(row('consul')).getByRole('img', {
        name: '0 healing, 1 needs a person, 2 needs a person',
      }),
    ).toBeInTheDocument();
    expect(row('consul-large')).toHaveTextContent('9');
    expect(row('consul-large')).toHaveTextContent('survives the pod');
    expect(
      within(row('consul')).getByRole('rowheader').querySelector('a'),
    ).toHaveAttribute('href', '/catalog/default/component/consul/stateful');
    expect(
      screen.getByRole('button', { name: 'Needs a person 1' }),
    ).toBeInTheDocument();
    await expectNoViolations(container);
  });

  it('offers the line that would claim an app without an entity', async () => {
    document.execCommand = jest.fn().mockReturnValue(true);
    show();
    await table();
    const button = within(row('single')).getByRole('button', {
      name: /makes single an entity/,
    });
    await userEvent.hover(button);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'stateful-apps.io/statefulset: practice/course/single',
    );
    await userEvent.click(button);
    expect(document.execCommand).toHaveBeenCalledWith('copy');
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });

  it('asks for what the address says, and keeps what is chosen there', async () => {
    const { backend } = show({}, '/stateful-apps?kind=consul&state=healthy');
    await table();
    expect(Object.fromEntries(backend.listsAsked[0])).toEqual({
      kind: 'consul',
      state: 'healthy',
      limit: '50',
    });
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Search' }),
      'large',
    );
    await waitFor(() =>
      expect(Object.fromEntries(backend.listsAsked.at(-1)!)).toEqual({
        kind: 'consul',
        state: 'healthy',
        search: 'large',
        limit: '50',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: /^Healthy/ }));
    await waitFor(() =>
      expect(backend.listsAsked.at(-1)!.has('state')).toBe(false),
    );
  });

  it('changes rows in their places, and sorts again when asked', async () => {
    const { backend } = show();
    await table();
    await waitFor(() => expect(backend.streamsAsked).toHaveLength(1));
    const before = names();
    const view = appView(1, {
      ref: { cluster: 'practice', namespace: 'course', name: 'single' },
      verdict: {
        state: 'needs-person',
        reason: 'DataLost',
        sentence: 'single-0 lost its data.',
        evidence: [],
      },
    });
    await act(async () =>
      backend.send({
        type: 'changes',
        revision: 2,
        asOf: NOW,
        changed: [summarizeApp(view)],
        removed: [],
      }),
    );
    expect(
      await screen.findByText('single-0 lost its data.'),
    ).toBeInTheDocument();
    expect(names()).toEqual(before);
    expect(
      screen.getByRole('button', { name: 'Needs a person 2' }),
    ).toBeInTheDocument();

    backend.list = new FakeBackend([...allScenes().slice(0, 5), view]).list;
    await userEvent.click(screen.getByRole('button', { name: /sort again/ }));
    await waitFor(() =>
      expect(names().slice(0, 2)).toEqual(['consul', 'single']),
    );
  });

  it('brings in an app that is new, at the end', async () => {
    const { backend } = show();
    await table();
    await waitFor(() => expect(backend.streamsAsked).toHaveLength(1));
    const view = appView(1, {
      ref: { cluster: 'practice', namespace: 'course', name: 'newcomer' },
    });
    backend.list = new FakeBackend([view, ...allScenes()]).list;
    await act(async () =>
      backend.send({
        type: 'changes',
        revision: 2,
        asOf: NOW,
        changed: [summarizeApp(view)],
        removed: [{ cluster: 'practice', namespace: 'course', name: 'web' }],
      }),
    );
    await waitFor(() => expect(names()).not.toContain('web'));
    await waitFor(() => expect(names()).toContain('newcomer'));
    expect(names()[0]).toBe('consul');
  });

  it('says what is wrong with a cluster', async () => {
    const { container } = show({
      problems: ['The Kubernetes plugin is not installed.'],
      clusters: [
        {
          name: 'east',
          state: 'partial',
          notLive: [
            {
              resource: 'nodes',
              state: 'forbidden',
              missingVerb: 'watch',
              since: NOW,
            },
          ],
        },
      ],
    });
    await table();
    expect(screen.getByText(/plugin is not installed/)).toBeInTheDocument();
    expect(
      screen.getByText(/east: some resources cannot be read/),
    ).toHaveTextContent('may not watch nodes (missing verb watch)');
    await expectNoViolations(container);
  });

  it('says when nothing matches, and lets go of the filters', async () => {
    const { backend } = show(
      { items: [], total: 0 },
      '/stateful-apps?cluster=west',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear the filters' }),
    );
    await waitFor(() =>
      expect(backend.listsAsked.at(-1)!.has('cluster')).toBe(false),
    );
  });
});
