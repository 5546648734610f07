import { AppBoard } from './support/AppBoard';
import { expect, test } from './support/test';

test('the overview has a card with the sentence and a way to the board', async ({
  open,
  page,
  expectAccessible,
  picture,
}) => {
  await open('/catalog/default/component/consul');
  const link = page.getByRole('link', { name: /Open the board/ });
  await expect(link).toBeVisible();
  await expectAccessible();
  await picture('card');
  await link.click();
  await expect(page).toHaveURL(/\/component\/consul\/stateful$/);
});

test('the Kubernetes tab stands beside ours, and each links to the other', async ({
  open,
  page,
}) => {
  await open('/catalog/default/component/consul/stateful');
  await expect(new AppBoard(page, 'consul').table).toBeVisible();
  await page
    .getByRole('main')
    .getByRole('link', { name: 'Kubernetes tab' })
    .click();
  await expect(page).toHaveURL(/\/component\/consul\/kubernetes/);
  await expect(page.getByText('Your Clusters')).toBeVisible();
  await page
    .getByRole('link', { name: /tab Stateful|Stateful/ })
    .last()
    .click();
  await expect(page).toHaveURL(/\/component\/consul\/stateful/);
});

test('YAML, events and logs of an identity open beside the board', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/catalog/default/component/consul/stateful');
  await page.getByRole('button', { name: 'YAML of consul-0' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('kind: Pod');
  await expectAccessible();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await expect(drawer).toHaveCount(0);
  await page.getByRole('button', { name: 'Logs of consul-0' }).click();
  await expect(page.getByRole('dialog')).toContainText(/consul|agent/i);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Events of consul-0' }).click();
  await expect(page.getByRole('dialog')).toContainText(/Scheduled|Started/);
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('the board keeps its contrast', async ({
    open,
    page,
    expectAccessible,
    picture,
  }) => {
    await open('/catalog/default/component/consul/stateful');
    await expect(new AppBoard(page, 'consul').cell('Member', 0)).toContainText(
      'voter',
    );
    await expectAccessible();
    await picture('dark');
    await page.goto('/stateful-apps');
    await expect(
      page.getByRole('table', { name: 'Stateful apps' }),
    ).toBeVisible();
    await expectAccessible();
  });
});
