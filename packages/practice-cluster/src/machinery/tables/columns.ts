import { KubeObject } from '../../types';
import { formatDuration } from './formatDuration';
import { TableColumn } from './TableDefinition';

/** The column of the object's name. @public */
export const NAME: TableColumn = { name: 'Name', format: 'name' };

/** Columns by their names; those after the first list are for `-o wide`. @public */
export function columns(
  names: readonly string[],
  wideNames: readonly string[] = [],
): TableColumn[] {
  return [
    NAME,
    ...names.map(name => ({ name })),
    ...wideNames.map(name => ({ name, priority: 1 as const })),
  ];
}

/** @public */
export function ageOf({ metadata }: KubeObject, now: number): string {
  return ageSince(metadata.creationTimestamp, now);
}

/** @public */
export function ageSince(time: string | undefined, now: number): string {
  return time ? formatDuration(now - Date.parse(time)) : '<unknown>';
}

/** @public */
export function orNone(text: string | undefined): string {
  return text || '<none>';
}

/** `a=b,c=d`. @public */
export function labelText(labels: Record<string, string> | undefined): string {
  return Object.entries(labels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
