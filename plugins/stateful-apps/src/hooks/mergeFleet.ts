import {
  AppListView,
  AppSummary,
} from '@stateful-apps/backstage-plugin-common';
import { FleetData } from './FleetData';

/**
 * A list loaded anew, with the rows that are shown in their places and new ones
 * at the end. Rows that the page loaded anew does not have are kept only while
 * there are pages after it.
 */
export function mergeFleet(shown: FleetData, fresh: AppListView): FleetData {
  const isWhole =
    fresh.nextCursor === undefined && shown.nextCursor === undefined;
  const unplaced = new Map(fresh.items.map(item => [item.id, item] as const));
  const items: AppSummary[] = [];
  for (const item of shown.items) {
    const freshItem = unplaced.get(item.id);
    unplaced.delete(item.id);
    if (freshItem) items.push(freshItem);
    else if (!isWhole) items.push(item);
  }
  return {
    ...fresh,
    items: [...items, ...unplaced.values()],
    nextCursor:
      shown.items.length > fresh.items.length
        ? shown.nextCursor
        : fresh.nextCursor,
    isOutdated: false,
  };
}
