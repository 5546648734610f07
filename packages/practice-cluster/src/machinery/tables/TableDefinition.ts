import { KubeObject } from '../../types';

/** @public */
export interface TableColumn {
  name: string;
  /** `string` where it is left out. */
  type?: 'integer' | 'boolean' | 'date';
  /** `name` for the column that names the object. */
  format?: 'name';
  /** 1 for columns that `-o wide` adds. */
  priority?: 0 | 1;
}

/** The columns of one resource, and the cells of one object. @public */
export interface TableDefinition {
  columns: TableColumn[];
  /** `now`: milliseconds, for ages. */
  cells(object: KubeObject, now: number): unknown[];
}
