/** @public */
export interface KvEntry {
  /** Base64. */
  value: string;
  flags: number;
  createIndex: number;
  modifyIndex: number;
}

/** @public */
export interface CatalogNode {
  id: string;
  address: string;
  createIndex: number;
  modifyIndex: number;
}

/** What raft replicates: all of it is immutable. @public */
export interface StateData {
  kv: ReadonlyMap<string, KvEntry>;
  /** By node name. */
  nodes: ReadonlyMap<string, CatalogNode>;
}

/** One entry of the log. @public */
export type StateCommand =
  | { kind: 'noop' }
  | { kind: 'kv-set'; key: string; value: string; flags: number; cas?: number }
  | { kind: 'kv-delete'; key: string; recurse: boolean; cas?: number }
  | { kind: 'register'; name: string; id: string; address: string }
  | { kind: 'deregister'; name: string; id?: string };

/** @public */
export const EMPTY_STATE: StateData = { kv: new Map(), nodes: new Map() };
