import { expect, test } from './support/test';

const apps = ['course/consul', 'course/consul-persistent', 'course/web'];

test('the fleet lists every app with its state, and each leads to its board', async ({
  open,
  page,
  expectAccessible,
  picture,
}) => {
  await open('/stateful-apps');
  const table = page.getByRole('table', { name: 'Stateful apps' });
  for (const app of apps) {
    await expect(
      table
        .getByRole('row')
        .filter({ hasText: app.split('/')[1] })
        .first(),
    ).toBeVisible();
  }
  await expect(page.getByText(/3 of 3 apps/)).toBeVisible();
  await expectAccessible();
  await picture('fleet');
});

test('filters stand in the URL and are there again after a reload', async ({
  open,
  page,
}) => {
  await open('/stateful-apps');
  const rows = page
    .getByRole('table', { name: 'Stateful apps' })
    .locator('tbody')
    .getByRole('row');
  await expect(rows).toHaveCount(3);
  await page.getByRole('textbox', { name: 'Search' }).fill('persistent');
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/[?&]\w+=persistent/);
  await page.reload();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('consul-persistent');
  await page.getByRole('textbox', { name: 'Search' }).fill('');
  await expect(rows).toHaveCount(3);
});

test('a kind can be chosen from a link', async ({ open, page }) => {
  await open('/stateful-apps?kind=web');
  const rows = page
    .getByRole('table', { name: 'Stateful apps' })
    .locator('tbody')
    .getByRole('row');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('web');
});
