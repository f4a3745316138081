import { sql } from 'kysely';
import type { OnHandFilter, OnHandSort } from '../domain/on-hand-query.ts';
import { fromFor, orderOf, whereOf } from './on-hand-where.ts';
import { query, type Store } from './store.ts';

/** Lists that are kept at the same time. */
const KEPT = 4;

interface List {
  readonly key: string;
  readonly table: string;
  readonly length: number;
}

/** The ids of the filtered and sorted rows, kept by position, so that any page is a look-up and not a scan. */
export interface OnHandLists {
  /** How many rows there are under the filter. */
  length(filter: OnHandFilter, sort: OnHandSort): number;
  /** The ids at `offset` and after it, at most `limit`. */
  ids(filter: OnHandFilter, sort: OnHandSort, offset: number, limit: number): readonly number[];
}

/** Makes the lists of one connection. They live in its temporary tables and are made anew after every change of the data. */
export function createOnHandLists(store: Store): OnHandLists {
  let lists: List[] = [];
  let revision = -1;
  let made = 0;

  const drop = (list: List): void => store.exec(`DROP TABLE temp.${list.table}`);

  const build = (key: string, filter: OnHandFilter, sort: OnHandSort): List => {
    made += 1;
    const table = `on_hand_list_${made}`;
    store.exec(`CREATE TEMP TABLE ${table} (position INTEGER PRIMARY KEY, id INTEGER NOT NULL)`);
    const { changes } = store.run(
      sql`INSERT INTO ${sql.table(table)} (id) SELECT o.id FROM ${fromFor(sort)}
        WHERE ${whereOf(filter, 'on_hand')} ORDER BY ${orderOf(sort)}`.compile(query),
    );
    return { key, table, length: changes };
  };

  const listOf = (filter: OnHandFilter, sort: OnHandSort): List => {
    const now = store.revision();
    if (now !== revision) {
      lists.forEach(drop);
      lists = [];
      revision = now;
    }
    const key = JSON.stringify([filter, sort]);
    const list = lists.find((one) => one.key === key) ?? build(key, filter, sort);
    lists = [list, ...lists.filter((one) => one !== list)];
    lists.splice(KEPT).forEach(drop);
    return list;
  };

  return {
    length: (filter, sort) => listOf(filter, sort).length,
    ids: (filter, sort, offset, limit) =>
      store
        .allSql<{ id: number }>(
          `SELECT id FROM temp.${listOf(filter, sort).table} WHERE position > ? ORDER BY position LIMIT ?`,
          [offset, limit],
        )
        .map((row) => row.id),
  };
}
