import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  locationPatternsSchema,
  stageUnder,
  type LocationPattern,
} from '../../src-main/domain/location-stage.ts';
import { locationStages } from '../../src-main/domain/verdict.ts';
import { saveLocationPatterns } from '../../src-main/store/location-stage-queries.ts';
import { refreshSums } from '../../src-main/store/on-hand-queries.ts';
import { openStore } from '../../src-main/store/open.ts';
import { settleStages, stageAt } from '../../src-main/store/places.ts';
import type { Store } from '../../src-main/store/store.ts';
import { temporaryFolder } from '../fixtures/core.ts';

const folder = temporaryFolder();
let store: Store;

beforeAll(() => {
  store = openStore(folder);
});

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Row {
  readonly item: string;
  readonly warehouse: string;
  readonly location: string;
  readonly serial: string;
  readonly quantity: number;
}

const dimensions =
  'license_plate, inventory_status, batch_number, site, configuration, color, size, style, version, owner, inventory_profile, gtd_number';

/** Makes this the stock, as an import does: rows, places, sums. */
function stock(rows: readonly Row[]): void {
  store.exec('DELETE FROM on_hand');
  for (const { item, warehouse, location, serial, quantity } of rows) {
    store.runSql(
      `INSERT OR IGNORE INTO items (item_number, item_key, name, storage_dimension_group, reservation_hierarchy,
         serial_number_group, batch_number_group, inventory_unit, catch_weight_unit) VALUES (?, ?, '', '', '', '', '', '', '')`,
      [item, item],
    );
    store.runSql(
      `INSERT INTO on_hand (item_number, warehouse, location, serial_number, quantity, ${dimensions})
       VALUES (?, ?, ?, ?, ?, ${dimensions
         .split(', ')
         .map(() => "''")
         .join(', ')})`,
      [item, warehouse, location, serial, quantity],
    );
    stageAt(store, warehouse, location);
  }
  refreshSums(store, ['24', '61']);
}

const sums = (): readonly unknown[] =>
  store.allSql(
    `SELECT item_number AS item, warehouse, stage, blank, rows, quantity FROM on_hand_sums ORDER BY 1, 2, 3, 4`,
  );

/** The sums as the rows and the rule say, counted without any of what is kept. */
function recount(rows: readonly Row[], patterns: readonly LocationPattern[]): readonly unknown[] {
  const stageOf = stageUnder(patterns);
  const found = new Map<string, { rows: number; quantity: number }>();
  for (const { item, warehouse, location, serial, quantity } of rows) {
    const key = JSON.stringify([item, warehouse, stageOf(warehouse, location), serial === '' ? 1 : 0]);
    const sum = found.get(key) ?? { rows: 0, quantity: 0 };
    found.set(key, { rows: sum.rows + 1, quantity: sum.quantity + quantity });
  }
  return [...found]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, sum]) => {
      const [item, warehouse, stage, blank] = JSON.parse(key) as [string, string, string, number];
      return { item, warehouse, stage, blank, ...sum };
    });
}

const anyRow = fc.record({
  item: fc.constantFrom('A', 'B'),
  warehouse: fc.constantFrom('24', '61'),
  location: fc.constantFrom('', 'A-1', 'a-2', 'B-1', 'C-1', 'C-2', 'D'),
  serial: fc.constantFrom('', '', 'S1', 'S2'),
  quantity: fc.integer({ min: 1, max: 9 }),
});
const anyPatterns = fc
  .uniqueArray(
    fc.record({
      warehouse: fc.constantFrom('', '24', '61'),
      pattern: fc.constantFrom('*', 'A-*', 'B*', 'C-1', '*-1', 'D', 'c-*'),
      stage: fc.constantFrom(...locationStages),
    }),
    { maxLength: 5, selector: ({ warehouse, pattern }) => `${warehouse}/${pattern}` },
  )
  .map((patterns) => locationPatternsSchema.parse(patterns));
const anyStep = fc.oneof(
  fc.record({ rows: fc.array(anyRow, { maxLength: 12 }) }),
  fc.record({ patterns: anyPatterns }),
);

it('keeps the sums by stage equal to a recount, whatever imports and changes of patterns come', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 6 }), (steps) => {
      store.transaction(() => saveLocationPatterns(store, []));
      store.transaction(() => settleStages(store));
      let [rows, patterns]: [readonly Row[], readonly LocationPattern[]] = [[], []];
      stock(rows);
      for (const step of steps) {
        if ('rows' in step) stock((rows = step.rows));
        else {
          patterns = step.patterns;
          const moved = store.transaction(() => {
            saveLocationPatterns(store, patterns);
            return settleStages(store);
          });
          expect(moved.every(({ from, to }) => from !== to)).toBe(true);
        }
        expect(sums()).toEqual(recount(rows, patterns));
      }
    }),
    { numRuns: 150 },
  );
});
