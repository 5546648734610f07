import { AxeBuilder } from '@axe-core/playwright';
import { expect, Page, test as base } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const IMAGES = join(__dirname, '..', '..', '..', 'docs', 'images');

/** What the standard asks of a page; of its content axe's advice is asked, too. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Fixtures {
  /** Opens a path of the app as the guest. */
  open: (path: string) => Promise<void>;
  /** Fails with what axe finds on the page as it stands. */
  expectAccessible: () => Promise<void>;
  /** Keeps a picture for the documentation, when `UPDATE_SCREENSHOTS=1` asks for it. */
  picture: (name: string) => Promise<void>;
  browserErrors: string[];
}

async function signIn(page: Page) {
  const enter = page.getByRole('button', { name: 'Enter' });
  await enter.click();
  await expect(enter).toHaveCount(0);
}

/** A test with a guest in the browser. It fails when the browser's console shows an error. */
export const test = base.extend<Fixtures>({
  browserErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', error => errors.push(String(error)));
      page.on('console', message => {
        if (message.type() === 'error') {
          errors.push(`${message.text()} (${message.location().url})`);
        }
      });
      await use(errors);
      expect(errors, 'errors in the console of the browser').toEqual([]);
    },
    { auto: true },
  ],

  open: async ({ page }, use) => {
    let isSignedIn = false;
    await use(async path => {
      await page.goto(path);
      if (!isSignedIn) await signIn(page);
      isSignedIn = true;
    });
  },

  expectAccessible: async ({ page }, use) => {
    await use(async () => {
      const whole = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      const content = await new AxeBuilder({ page }).include('main').analyze();
      const found = [...whole.violations, ...content.violations].map(
        ({ id, help, nodes }) =>
          `${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join('\n')}`,
      );
      expect(found, 'what axe finds').toEqual([]);
    });
  },

  picture: async ({ page }, use) => {
    await use(async name => {
      if (process.env.UPDATE_SCREENSHOTS !== '1') return;
      mkdirSync(IMAGES, { recursive: true });
      await page.screenshot({ path: join(IMAGES, `${name}.png`) });
    });
  },
});

export { expect };
