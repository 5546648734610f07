import { run } from 'axe-core';

/** Fails when axe finds anything in an element. Colours are checked in a browser, which jsdom is not; landmarks are the page's. */
export async function expectNoViolations(element: Element): Promise<void> {
  const { violations } = await run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html }) => html),
    })),
  ).toEqual([]);
}
