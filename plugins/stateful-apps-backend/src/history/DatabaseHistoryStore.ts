import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  AppRef,
  IdentityChange,
  IdentityIncarnation,
} from '@stateful-apps/backstage-plugin-common';
import { Knex } from 'knex';
import { AppHistory } from './AppHistory';
import { HistoryStore, MAX_CHANGES } from './HistoryStore';

interface ChangeRow {
  cluster: string;
  namespace: string;
  name: string;
  set_uid: string;
  ordinal: number;
  to_pod_uid: string;
  at: string;
  from_incarnation: string;
  to_incarnation: string;
}

interface IdentityRow {
  cluster: string;
  set_uid: string;
  ordinal: number;
  seen_at: string;
  incarnation: string;
}

/** `seen_at` of an identity that does not change is the start of the backend. */
const YEAR_MS = 365 * 24 * 3_600_000;

/** Rows of one statement: SQLite takes no more than about a thousand values at once. */
const ROWS_PER_STATEMENT = 50;

/** History in Backstage's own database, SQLite and PostgreSQL alike. */
export class DatabaseHistoryStore implements HistoryStore {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  static async create(database: DatabaseService): Promise<HistoryStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@stateful-apps/backstage-plugin-backend',
          'migrations',
        ),
      });
    }
    return new DatabaseHistoryStore(knex);
  }

  async load(cluster: string, setUid: string): Promise<AppHistory> {
    const rows = await this.#knex<IdentityRow>('identities').where({
      cluster,
      set_uid: setUid,
    });
    const changes = await this.list(cluster, setUid);
    return {
      incarnations: Object.fromEntries(
        rows.map(row => [row.ordinal, parse(row.incarnation)]),
      ),
      changes: changes.reverse(),
    };
  }

  async save(
    ref: AppRef,
    setUid: string,
    history: AppHistory,
    seenAt: string,
  ): Promise<void> {
    const identities = Object.entries(history.incarnations).map<IdentityRow>(
      ([ordinal, incarnation]) => ({
        cluster: ref.cluster,
        set_uid: setUid,
        ordinal: Number(ordinal),
        seen_at: seenAt,
        incarnation: JSON.stringify(incarnation),
      }),
    );
    const changes = history.changes.map<ChangeRow>(change => ({
      ...ref,
      set_uid: setUid,
      ordinal: change.ordinal,
      to_pod_uid: change.to.podUid,
      at: change.at,
      from_incarnation: JSON.stringify(change.from),
      to_incarnation: JSON.stringify(change.to),
    }));
    await this.#knex.transaction(async tx => {
      for (const rows of inParts(identities)) {
        await tx<IdentityRow>('identities')
          .insert(rows)
          .onConflict(['cluster', 'set_uid', 'ordinal'])
          .merge(['seen_at', 'incarnation']);
      }
      // When a change was first seen stays; what stood behind it may be known better.
      for (const rows of inParts(changes)) {
        await tx<ChangeRow>('identity_changes')
          .insert(rows)
          .onConflict(['cluster', 'set_uid', 'ordinal', 'to_pod_uid'])
          .merge(['from_incarnation', 'to_incarnation']);
      }
    });
  }

  async list(cluster: string, setUid: string): Promise<IdentityChange[]> {
    const rows = await this.#knex<ChangeRow>('identity_changes')
      .where({ cluster, set_uid: setUid })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'ordinal', order: 'desc' },
      ])
      .limit(MAX_CHANGES);
    return rows.map(row => ({
      ordinal: row.ordinal,
      at: row.at,
      from: parse(row.from_incarnation),
      to: parse(row.to_incarnation),
    }));
  }

  async prune(before: string): Promise<void> {
    await this.#knex('identity_changes').where('at', '<', before).delete();
    const yearBefore = new Date(Date.parse(before) - YEAR_MS).toISOString();
    await this.#knex('identities').where('seen_at', '<', yearBefore).delete();
    const crowded = await this.#knex<ChangeRow>('identity_changes')
      .select('cluster', 'set_uid')
      .groupBy('cluster', 'set_uid')
      .havingRaw('count(*) > ?', [MAX_CHANGES]);
    for (const { cluster, set_uid } of crowded) {
      const oldestKept = await this.#knex<ChangeRow>('identity_changes')
        .where({ cluster, set_uid })
        .orderBy('at', 'desc')
        .offset(MAX_CHANGES - 1)
        .first('at');
      if (!oldestKept) continue;
      await this.#knex('identity_changes')
        .where({ cluster, set_uid })
        .andWhere('at', '<', oldestKept.at)
        .delete();
    }
  }
}

function parse(text: string): IdentityIncarnation {
  return JSON.parse(text);
}

function inParts<T>(rows: T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    parts.push(rows.slice(start, start + ROWS_PER_STATEMENT));
  }
  return parts;
}
