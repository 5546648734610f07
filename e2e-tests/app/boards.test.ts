import { AppBoard } from './support/AppBoard';
import { expect, test } from './support/test';

test('three Consul servers without volumes: pods, data that die with the container, one leader', async ({
  open,
  page,
  expectAccessible,
  picture,
}) => {
  await open('/catalog/default/component/consul/stateful');
  const board = new AppBoard(page, 'consul');
  await expect(board.identities()).toHaveText([
    /^consul-0/,
    /^consul-1/,
    /^consul-2/,
  ]);
  for (const ordinal of [0, 1, 2]) {
    await expect(board.cell('Pod', ordinal)).toContainText('Running, ready');
    await expect(board.cell('Place', ordinal)).toContainText('node-');
    await expect(board.cell('Volumes', ordinal)).toContainText('/consul/data');
    await expect(board.cell('Volumes', ordinal)).toContainText(
      'dies with the container',
    );
    await expect(board.cell('Member', ordinal)).toContainText(
      /(leader|follower), voter/,
    );
    await expect(board.cell('Seen alive by', ordinal)).toContainText('3 of 3');
  }
  await expect(board.row('Member').getByText('leader, voter')).toHaveCount(1);
  await expect(board.root).toContainText(/Can lose 1 more server/i);
  await expect(board.root).toContainText(/as of \d+ s ago\s*· live/);
  await expectAccessible();
  await picture('tab');
});

test('three Consul servers with claims: each bound, of a size and a class, outliving the pod', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/catalog/default/component/consul-persistent/stateful');
  const board = new AppBoard(page, 'consul-persistent');
  for (const ordinal of [0, 1, 2]) {
    const volumes = board.cell('Volumes', ordinal);
    await expect(volumes).toContainText(
      `data-consul-persistent-${ordinal}: Bound`,
    );
    await expect(volumes).toContainText(
      /(survives the pod|dies with the node)/,
    );
    await expect(volumes).toContainText(/\d+ ?[GM]i?B/);
  }
  await expectAccessible();
});

test('two web servers: each serves a page of its own', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/catalog/default/component/web/stateful');
  const board = new AppBoard(page, 'web');
  await expect(board.identities()).toHaveCount(2);
  for (const ordinal of [0, 1]) {
    await expect(board.cell('Page', ordinal)).toContainText('HTTP 200');
    await expect(board.cell('Page', ordinal)).toContainText(
      'differs from its siblings',
    );
  }
  const hashOf = async (ordinal: number) =>
    (await board.cell('Page', ordinal).innerText()).match(/sha256 \w+/)?.[0];
  expect(await hashOf(0)).toBeDefined();
  expect(await hashOf(0)).not.toBe(await hashOf(1));
  await expectAccessible();
});

test('what a verdict rests on is one click away', async ({ open, page }) => {
  await open('/catalog/default/component/consul/stateful');
  const board = new AppBoard(page, 'consul');
  await board.root.getByRole('button', { name: /Why do we say so/ }).click();
  const facts = board.root.getByRole('table').filter({ hasText: 'Object' });
  await expect(facts.getByRole('row').nth(1)).toContainText(/consul/i);
});

test('a keyboard reaches every value, and it tells where it was read', async ({
  open,
  page,
}) => {
  await open('/catalog/default/component/consul/stateful');
  const board = new AppBoard(page, 'consul');
  // The one before may still be fading away.
  const source = (text: string) =>
    page.getByRole('tooltip').filter({ hasText: text });
  await board.root.getByRole('button', { name: /Why do we say so/ }).focus();
  await page.keyboard.press('Tab');
  await expect(source('Pod/consul-0')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(source('Pod/consul-1')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(source('restartCount')).toBeVisible();
});
