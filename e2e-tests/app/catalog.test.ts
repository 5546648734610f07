import { expect, test } from './support/test';

test('a guest signs in and finds the apps in the catalog', async ({
  open,
  page,
  expectAccessible,
}) => {
  await open('/');
  for (const name of ['Web', 'Consul', 'Consul with volumes']) {
    await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Consul', exact: true }).click();
  await expect(page).toHaveURL(/\/catalog\/default\/component\/consul$/);
  await page.getByRole('link', { name: 'Stateful', exact: true }).click();
  await expect(page).toHaveURL(/\/component\/consul\/stateful$/);
  await expect(
    page.getByRole('table', { name: 'Identities of consul' }),
  ).toBeVisible();
  await expectAccessible();
});
