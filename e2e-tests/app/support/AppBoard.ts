import { Locator, Page } from '@playwright/test';

/** The board of one app on an entity's tab. */
export class AppBoard {
  readonly root: Locator;
  readonly table: Locator;

  constructor(private readonly page: Page, app: string) {
    this.table = page.getByRole('table', { name: `Identities of ${app}` });
    this.root = page.getByRole('article').filter({ has: this.table });
  }

  /** The heads of the identities' columns, in their order. */
  identities(): Locator {
    return this.table.locator('thead th').filter({ hasNotText: 'Identity' });
  }

  /** One row, by its head. */
  row(name: string): Locator {
    const head = this.page.getByRole('rowheader', { name, exact: true });
    return this.table.getByRole('row').filter({ has: head });
  }

  /** What stands in one row of one identity. */
  cell(row: string, ordinal: number): Locator {
    return this.row(row).getByRole('cell').nth(ordinal);
  }
}
