import { KubeObject } from '../../types';
import { APP_TABLES } from './appTables';
import { CLUSTER_TABLES } from './clusterTables';
import { CONFIG_TABLES } from './configTables';
import { NETWORK_TABLES } from './networkTables';
import { partialMetadata } from './partialMetadata';
import { STORAGE_TABLES } from './storageTables';
import { TableDefinition } from './TableDefinition';

const TABLES = new Map<string, TableDefinition>([
  ...APP_TABLES,
  ...CLUSTER_TABLES,
  ...CONFIG_TABLES,
  ...NETWORK_TABLES,
  ...STORAGE_TABLES,
]);

/** @public */
export interface TableOptions {
  /** Milliseconds, for ages. */
  now: number;
  /** What each row carries besides its cells. */
  includeObject: 'Metadata' | 'Object' | 'None';
  /** A watch names its columns only once. */
  withColumns: boolean;
}

/**
 * A `meta.k8s.io/v1` Table, as `kubectl get` asks for.
 *
 * @public
 */
export function renderTable(
  resource: string,
  objects: readonly KubeObject[],
  metadata: object,
  { now, includeObject, withColumns }: TableOptions,
) {
  const table = TABLES.get(resource);
  if (!table) throw new Error(`No table for ${resource}`);
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: withColumns
      ? table.columns.map(({ name, type, format, priority }) => ({
          name,
          type: type ?? 'string',
          format: format ?? '',
          description: '',
          priority: priority ?? 0,
        }))
      : [],
    rows: objects.map(object => ({
      cells: table.cells(object, now),
      ...(includeObject === 'None'
        ? {}
        : {
            object:
              includeObject === 'Object' ? object : partialMetadata(object),
          }),
    })),
  };
}
