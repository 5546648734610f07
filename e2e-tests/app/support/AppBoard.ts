import { Locator, Page } from '@playwright/test';

/** The board of one app on an entity's tab. */
export class AppBoard {
  readonly root: Locator;
  readonly table: Locator;

  constructor(page: Page, app: string) {
    this.table = page.getByRole('table', { name: `Identities of ${app}` });
    this.root = page.getByRole('article').filter({ has: this.table });
  }

  /** The heads of the identities' columns, in their order. */
  identities(): Locator {
    return this.table.locator('thead th').filter({ hasNotText: 'Identity' });
  }

  /** What stands in one row of one identity. */
  cell(row: string, ordinal: number): Locator {
    return this.table
      .getByRole('row')
      .filter({
        has: this.table.getByRole('rowheader', { name: row, exact: true }),
      })
      .getByRole('cell')
      .nth(ordinal);
  }

  row(row: string): Locator {
    return this.table
      .getByRole('row')
      .filter({
        has: this.table.getByRole('rowheader', { name: row, exact: true }),
      });
  }
}
