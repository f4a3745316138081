import type { Store } from './store.ts';

const same =
  's.item_number = d.item_number AND s.warehouse = d.warehouse AND s.stage = d.stage AND s.blank = d.blank';

/**
 * Adds to the kept sums what comes and goes in very many rows, in as many statements for a hundred thousand as for one.
 * Called before the rows change.
 * @param changes a SELECT of item_number, warehouse, location, blank, rows and quantity; below zero they go.
 */
export function addToSums(store: Store, changes: string): void {
  store.exec(
    `DROP TABLE IF EXISTS temp.sum_changes;
     CREATE TEMP TABLE sum_changes (item_number TEXT, warehouse TEXT, stage TEXT, blank INTEGER, rows INTEGER,
       quantity INTEGER, PRIMARY KEY (item_number, warehouse, stage, blank)) WITHOUT ROWID;
     INSERT INTO temp.sum_changes (item_number, warehouse, stage, blank, rows, quantity)
       SELECT c.item_number, c.warehouse, coalesce(p.stage, 'Storage'), c.blank, sum(c.rows), sum(c.quantity)
       FROM (${changes}) c
         LEFT JOIN main.places p ON p.warehouse = c.warehouse AND p.location = c.location
       GROUP BY 1, 2, 3, 4;
     DELETE FROM main.on_hand_sums AS s WHERE EXISTS
       (SELECT 1 FROM temp.sum_changes d WHERE ${same} AND s.rows + d.rows = 0);
     UPDATE main.on_hand_sums AS s SET rows = s.rows + d.rows, quantity = s.quantity + d.quantity
       FROM temp.sum_changes d WHERE ${same};
     INSERT INTO main.on_hand_sums (item_number, warehouse, stage, blank, rows, quantity)
       SELECT d.item_number, d.warehouse, d.stage, d.blank, d.rows, d.quantity FROM temp.sum_changes d
       WHERE d.rows > 0 AND NOT EXISTS (SELECT 1 FROM main.on_hand_sums s WHERE ${same});
     DROP TABLE temp.sum_changes`,
  );
}
