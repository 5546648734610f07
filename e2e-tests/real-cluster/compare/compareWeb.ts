import { createHash } from 'node:crypto';
import { IdentityView } from '@stateful-apps/backstage-plugin-common';
import { compareRows, Comparison, Row } from './Row';

const pageRows: Array<Row<IdentityView, string>> = [
  { field: 'status', ours: ({ page }) => page?.status, truth: () => 200 },
  {
    field: 'title',
    ours: ({ page }) => page?.title,
    truth: html => html.match(/<title>(.*)<\/title>/)?.[1],
  },
  {
    field: 'bytes',
    ours: ({ page }) => page?.bytes,
    truth: html => Buffer.byteLength(html),
  },
  {
    field: 'sha256',
    ours: ({ page }) => page?.sha256,
    truth: html => createHash('sha256').update(html).digest('hex'),
  },
  {
    field: 'compared with its sibling',
    ours: ({ page }) => page?.sibling,
    truth: () => 'different',
  },
];

/** What an identity serves against the file in its volume. */
export function compareWeb(identity: IdentityView, html: string): Comparison {
  return compareRows(`page of ${identity.name}`, pageRows, identity, html);
}
