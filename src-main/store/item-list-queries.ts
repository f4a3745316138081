import type { Store } from './store.ts';

/** Puts a list of items where `whereOf` finds it: into a table of this connection only. */
export function fillItemList(store: Store, list: string, itemNumbers: readonly string[]): void {
  store.exec(
    `CREATE TEMP TABLE IF NOT EXISTS item_lists (list TEXT, item_number TEXT, PRIMARY KEY (list, item_number))
     STRICT, WITHOUT ROWID`,
  );
  store.runSql(
    `INSERT OR IGNORE INTO temp.item_lists (list, item_number) SELECT ?, value FROM json_each(?)`,
    [list, JSON.stringify(itemNumbers)],
  );
}

/** Takes a list out again. */
export function dropItemList(store: Store, list: string): void {
  store.runSql('DELETE FROM temp.item_lists WHERE list = ?', [list]);
}
