import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { AppView } from '@stateful-apps/backstage-plugin-common';
import {
  act,
  configure,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { appView, consulView } from '../__testUtils__/appView';
import { consulEntity, entity } from '../__testUtils__/entity';
import { expectNoViolations } from '../__testUtils__/expectNoViolations';
import { FakeBackend } from '../__testUtils__/FakeBackend';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { consulQuorumLost, webPartial } from '../__testUtils__/scenes';
import { EntityStateful } from './EntityStateful';

configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

describe('EntityStateful', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  function show(
    views: AppView[],
    options: Partial<FakeBackend> = {},
    of = consulEntity,
  ) {
    const backend = Object.assign(new FakeBackend(views), options);
    server.use(...backend.handlers);
    const { container } = renderWithBackend(<EntityStateful />, { entity: of });
    return { backend, container };
  }

  const board = () => screen.findByRole('table', { name: /Identities of/ });

  function row(name: string) {
    return screen.getByRole('row', { name: new RegExp(`^${name}`) });
  }

  it('has the shape of the board while it loads', async () => {
    const { container } = show([consulView(3)], { isSilent: true });
    expect(
      await screen.findByRole('status', { name: 'Loading the stateful apps' }),
    ).toBeInTheDocument();
    await expectNoViolations(container);
  });

  it('shows each identity with its pod, place, name, volumes and member', async () => {
    const { container } = show([consulView(3)]);
    const table = await board();
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Identity',
      'consul-0Healthy',
      'consul-1Healthy',
      'consul-2Healthy',
    ]);
    const cells = within(row('Member')).getAllByRole('cell');
    expect(cells[0]).toHaveTextContent('leader, voter');
    expect(cells[1]).toHaveTextContent('follower, voter');
    expect(cells[1]).toHaveTextContent('index 812 · term 9');
    expect(row('Pod')).toHaveTextContent('Running, ready');
    expect(row('Place')).toHaveTextContent('node-2');
    expect(row('Name')).toHaveTextContent('consul-1.consul.course.svc');
    expect(row('Volumes')).toHaveTextContent('survives the pod');
    expect(row('Volumes')).toHaveTextContent('310 MiB of 1 GiB used');
    expect(row('Seen alive by')).toHaveTextContent('3 of 3');
    expect(screen.getByText('Can lose 1 more server.')).toBeInTheDocument();
    await expectNoViolations(container);
  });

  it('says what is the matter, and what it rests on', async () => {
    const { container } = show([consulQuorumLost()]);
    await board();
    expect(screen.getAllByText(/Quorum lost/)[0]).toBeInTheDocument();
    expect(row('Volumes')).toHaveTextContent('dies with the container');
    const others = screen.getByRole('table', { name: 'Other members' });
    expect(
      within(others).getByRole('row', { name: /consul-old/ }),
    ).toHaveTextContent('failed');

    await userEvent.click(
      screen.getByRole('button', { name: 'Why do we say so? 4 facts' }),
    );
    expect(
      screen.getByRole('cell', { name: 'GET /v1/status/leader' }),
    ).toBeInTheDocument();
    await expectNoViolations(container);
  });

  it('says what could not be read, and why', async () => {
    const { container } = show([webPartial()]);
    await board();
    expect(
      screen.getByText(
        'persistentvolumes unknown: may not list persistentvolumes (missing verb list)',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Disk use unknown/)).toBeInTheDocument();
    expect(row('Page')).toHaveTextContent('differs from its siblings');
    expect(
      screen.getByRole('table', { name: 'Claims left over' }),
    ).toHaveTextContent('data-web-2');
    await expectNoViolations(container);
  });

  it('tells which pod gave way to which when asked', async () => {
    const history = {
      items: [
        {
          ordinal: 1,
          at: '2026-11-22T10:01:51Z',
          fromUid: 'aaaaaaaa-1',
          toUid: 'bbbbbbbb-2',
          claim: 'same' as const,
          nodeId: 'new' as const,
        },
      ],
    };
    show([consulView(3)], { history });
    await board();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the replacements' }),
    );
    expect(
      await screen.findByRole('row', { name: /^consul-1/ }),
    ).toHaveTextContent('aaaaaaaa → bbbbbbbbthe samea new one');
  });

  it('changes in place when the backend tells of a change', async () => {
    const { backend } = show([consulView(3)]);
    await board();
    const header = screen.getByRole('columnheader', { name: /consul-1/ });
    await waitFor(() => expect(backend.streamsAsked).toHaveLength(1));
    expect(backend.streamsAsked[0]).toMatch(/consul\/events\?after=1$/);

    const view = consulView(3, { revision: 2 });
    view.identities[1] = {
      ...view.identities[1],
      state: 'healing',
      sentence: 'consul-1 is coming back.',
      pod: undefined,
    };
    await act(async () => backend.send({ type: 'view', revision: 2, view }));
    expect(
      await screen.findByText('consul-1 is coming back.'),
    ).toBeInTheDocument();
    expect(header).toBeInTheDocument();
    expect(header).toHaveTextContent('Healing· missing');
    expect(row('Pod')).toHaveTextContent('No pod');
  });

  it('keeps the board under a lost connection, and says how old it is', async () => {
    const { backend } = show([consulView(3)]);
    await board();
    await waitFor(() => expect(backend.streamsAsked).toHaveLength(1));
    backend.failure = {
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'down',
    };
    await act(async () => backend.hangUp());
    expect(
      await screen.findByText(/last seen .* ago, reconnecting/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('columnheader', { name: /consul-2/ }),
    ).toBeInTheDocument();
  });

  it('keeps the last board of an app that is gone', async () => {
    const { backend, container } = show([consulView(3)]);
    await board();
    await waitFor(() => expect(backend.streamsAsked).toHaveLength(1));
    await act(async () =>
      backend.send({ type: 'gone', revision: 2, reason: 'It was deleted.' }),
    );
    expect(
      await screen.findByText('consul is no longer there'),
    ).toBeInTheDocument();
    expect(await board()).toBeInTheDocument();
    await expectNoViolations(container);
  });

  it('turns the board for more than six identities, and sorts it', async () => {
    // jsdom lays nothing out: the window needs a height, and so does each row.
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    jest
      .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
      .mockReturnValue(150);
    const view = appView(20);
    view.identities[12] = {
      ...view.identities[12],
      state: 'needs-person',
      sentence: 'store-12 has lost its claim.',
    };
    const { container } = show([view]);
    const table = await board();
    expect(table).toHaveAttribute('aria-rowcount', '21');
    const names = () =>
      within(table)
        .getAllByRole('rowheader')
        .map(({ textContent }) => /store-\d+/.exec(textContent ?? '')?.[0]);
    expect(names().slice(0, 2)).toEqual(['store-0', 'store-1']);
    expect(names().length).toBeLessThan(20);

    await userEvent.click(screen.getByRole('button', { name: 'State' }));
    expect(names().slice(0, 2)).toEqual(['store-12', 'store-0']);
    await userEvent.click(screen.getByRole('button', { name: 'Identity' }));
    await userEvent.click(screen.getByRole('button', { name: 'Identity' }));
    expect(names()[0]).toBe('store-19');
    await expectNoViolations(container);
    jest.restoreAllMocks();
  });

  it('says of a value where it was read', async () => {
    show([consulView(3)]);
    await board();
    await userEvent.hover(within(row('Pod')).getAllByText('Running, ready')[0]);
    const tooltip = await screen.findByRole('tooltip');
    expect(tooltip).toHaveTextContent('Pod/consul-0 status.phase');
    expect(tooltip).toHaveTextContent(/read .*\d/);
  });

  it('is one stop of the Tab key, with the arrow keys between its values', async () => {
    show([consulView(3)]);
    const table = await board();
    expect(table.querySelectorAll('[tabindex="0"][data-fact]')).toHaveLength(1);
    while (!document.activeElement?.hasAttribute('data-fact')) {
      await userEvent.tab();
    }
    expect(document.activeElement).toHaveTextContent('Running, ready');
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    const [, second] = within(row('Pod')).getAllByRole('cell');
    expect(second).toContainElement(document.activeElement as HTMLElement);
    expect(document.activeElement).toHaveTextContent('0 restarts');
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toHaveTextContent('node-2');
    await userEvent.keyboard('{ArrowUp}{ArrowLeft}');
    expect(within(row('Pod')).getAllByRole('cell')[0]).toContainElement(
      document.activeElement as HTMLElement,
    );
    expect(table.querySelectorAll('[tabindex="0"][data-fact]')).toHaveLength(1);
  });

  it('lists several apps with the worst unfolded', async () => {
    show([appView(2), consulQuorumLost()]);
    expect(
      await screen.findByRole('heading', { name: /2 stateful apps/ }),
    ).toBeInTheDocument();
    expect(await board()).toHaveAccessibleName('Identities of consul');
    expect(screen.getByRole('button', { name: /^consul / })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    expect(screen.getByRole('button', { name: /^store / })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });

  it('gives the line to add to an entity that names nothing', async () => {
    const { container } = show([], {}, entity());
    expect(
      await screen.findByText('consul names no StatefulSet'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/stateful-apps\.io\/statefulset/),
    ).toBeInTheDocument();
    await expectNoViolations(container);
  });

  it('says what was looked for when nothing was found', async () => {
    const backend = new FakeBackend([], {
      problems: [
        'The annotation of component:default/consul has no namespace.',
      ],
      clusters: [
        {
          name: 'east',
          state: 'failed',
          message: 'it does not answer',
          notLive: [],
        },
      ],
    });
    server.use(...backend.handlers);
    const { container } = renderWithBackend(<EntityStateful />, {
      entity: consulEntity,
    });
    expect(
      await screen.findByText('No StatefulSet found for consul'),
    ).toBeInTheDocument();
    expect(screen.getByText(/has no namespace/)).toBeInTheDocument();
    expect(screen.getByText(/east .*it does not answer/)).toBeInTheDocument();
    await expectNoViolations(container);
  });

  it('names the permission that is missing', async () => {
    const { container } = show([consulView(3)], {
      failure: { status: 403, name: 'NotAllowedError', message: 'denied' },
    });
    expect(
      await screen.findByText(/permission stateful-apps\.app\.read/),
    ).toBeInTheDocument();
    await expectNoViolations(container);
  });

  it('says what failed, why and what to do', async () => {
    const { container } = show([consulView(3)], {
      failure: {
        status: 500,
        name: 'Error',
        message: 'the database is locked',
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be loaded.*Its log says why.*the database is locked/,
    );
    await expectNoViolations(container);
  });

  it('shows hostile text as text', async () => {
    const view = appView(1);
    view.verdict = {
      ...view.verdict,
      state: 'unknown',
      sentence: '<img src=x onerror=alert(1)> \u202Egnp.exe',
    };
    show([view]);
    await board();
    expect(
      screen.getByText(/<img src=x onerror=alert\(1\)> ⟨U\+202E⟩gnp\.exe/),
    ).toBeInTheDocument();
    expect(document.querySelector('img[src="x"]')).toBeNull();
  });
});
