import type { StockKey } from '../domain/stock-key.ts';
import { stageOfUnit, type LocationStage } from '../domain/verdict.ts';
import { stageAt } from './places.ts';
import type { Store } from './store.ts';

/** How one of the kept sums changes: its key, its rows and its quantity in thousandths. */
interface SumChange {
  readonly key: readonly [itemNumber: string, warehouse: string, stage: LocationStage, blank: 0 | 1];
  rows: number;
  quantity: number;
}

/** Changes of the kept sums, gathered and written at once. */
export interface SumChanges {
  /** Notes that rows and quantity came (or, below zero, went). */
  add(stock: StockKey, rows: number, quantity: number): void;
  /** The stage of stock: of its location, unless it is held. */
  stageOf(stock: StockKey): LocationStage;
  /** Writes what was gathered. */
  flush(): void;
}

/** Gathers changes of the sums in the transaction that changes the rows. */
export function createSumChanges(store: Store): SumChanges {
  let changes = new Map<string, SumChange>();
  const stages = new Map<string, LocationStage>();
  const placeStage = ({ warehouse, location }: StockKey): LocationStage => {
    const place = `${warehouse}\u0000${location}`;
    const stage = stages.get(place) ?? stageAt(store, warehouse, location);
    stages.set(place, stage);
    return stage;
  };
  return {
    stageOf: (stock) => stageOfUnit(stock, placeStage(stock)),
    add: (stock, rows, quantity) => {
      const { itemNumber, warehouse, serialNumber } = stock;
      const key = [itemNumber, warehouse, placeStage(stock), serialNumber === '' ? 1 : 0] as const;
      const text = key.join('\u0000');
      const known = changes.get(text) ?? { key, rows: 0, quantity: 0 };
      known.rows += rows;
      known.quantity += quantity;
      changes.set(text, known);
    },
    flush: () => {
      for (const { key, rows, quantity } of changes.values())
        if (rows !== 0 || quantity !== 0) write(store, key, rows, quantity);
      changes = new Map();
    },
  };
}

const AT = 'WHERE item_number = ? AND warehouse = ? AND stage = ? AND blank = ?';

function write(store: Store, key: SumChange['key'], rows: number, quantity: number): void {
  const [sum] = store.allSql<{ rows: number }>(`SELECT rows FROM on_hand_sums ${AT}`, key);
  if (sum === undefined)
    store.runSql(
      `INSERT INTO on_hand_sums (item_number, warehouse, stage, blank, rows, quantity) VALUES (?, ?, ?, ?, ?, ?)`,
      [...key, rows, quantity],
    );
  else if (sum.rows + rows === 0) store.runSql(`DELETE FROM on_hand_sums ${AT}`, key);
  else
    store.runSql(`UPDATE on_hand_sums SET rows = rows + ?, quantity = quantity + ? ${AT}`, [
      rows,
      quantity,
      ...key,
    ]);
}
