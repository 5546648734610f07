import { AppBoard } from './support/AppBoard';
import { ClusterApi } from './support/ClusterApi';
import { expect, test } from './support/test';

test.setTimeout(240_000);

test('a deleted pod is replaced in place, and its server comes back', async ({
  open,
  page,
}) => {
  const cluster = ClusterApi.create();
  await open('/catalog/default/component/consul/stateful');
  const board = new AppBoard(page, 'consul');
  const member = board.cell('Member', 1);
  await expect(member).toContainText('voter');
  // Gone from the page if the page had been built anew.
  await board.table.evaluate(table => table.setAttribute('data-same', 'yes'));
  const before = await cluster.getPod('course', 'consul-1');

  await cluster.deletePod('course', 'consul-1');

  await expect(board.cell('Pod', 1)).toContainText(
    /(Terminating|No pod|Pending|not ready|replaced another pod)/,
    { timeout: 3_000 },
  );
  await expect(board.cell('Pod', 1)).toContainText('replaced another pod', {
    timeout: 60_000,
  });
  await expect(board.cell('Pod', 1)).toContainText('Running, ready', {
    timeout: 60_000,
  });
  const after = await cluster.getPod('course', 'consul-1');
  expect(after.metadata.uid).not.toBe(before.metadata.uid);
  await expect(member).toContainText(/(leader|follower), voter/, {
    timeout: 180_000,
  });
  await expect(board.identities().nth(1)).toContainText('Healthy', {
    timeout: 60_000,
  });
  await expect(board.table).toHaveAttribute('data-same', 'yes');
  await expect(board.identities()).toHaveText([
    /^consul-0/,
    /^consul-1/,
    /^consul-2/,
  ]);
});
