import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { Desk } from './desk.ts';
import { p95, timed, type FigureLog } from './figures.ts';
import type { BenchFiles } from './make-data.ts';
import { groups } from './stock-rows.ts';

/** How often each figure of the board is asked for, every time after a change of the data. */
const ROUNDS = 20;

/** Units and rows by verdict, as one text a line. */
type Lines = readonly string[];

/**
 * Measures the board, and the same totals by DuckDB from the same rows: both must say the same.
 * @throws Error where they do not.
 */
export async function measureBoard(log: FigureLog, desk: Desk, files: BenchFiles): Promise<void> {
  const totals = await afterChanges(desk, () => desk.api.gaps.totals.query({}));
  const aging = await afterChanges(desk, () => desk.api.gaps.aging.query({}), 3);
  const cut = await afterChanges(desk, () => desk.api.gaps.cut.query({ by: 'location' }), 3);
  log.add('board.totals', p95(totals.times), 'ms');
  log.add('board.aging', p95(aging.times), 'ms');
  log.add('board.cut', p95(cut.times), 'ms');
  const ours = totals.value.totals.map(
    ({ verdict, rows, quantity }) => `${verdict} ${rows} ${quantity / 1000}`,
  );
  const duck = await duckTotals(files);
  if (ours.toSorted().join('\n') !== duck.lines.join('\n'))
    throw new Error(`The board says ${ours.toSorted().join('; ')}, DuckDB ${duck.lines.join('; ')}.`);
  log.add('board.duckdb', duck.time, 'ms');
  log.add('board.ratio', p95(totals.times) / duck.time, 'ratio');
}

/** Asks again and again, each time after a change, so that no answer is one that was kept. */
async function afterChanges<T>(
  desk: Desk,
  ask: () => Promise<T>,
  rounds = ROUNDS,
): Promise<{ readonly value: T; readonly times: readonly number[] }> {
  const times: number[] = [];
  for (let round = 0; ; round += 1) {
    await desk.api.settings.set.mutate({ serialLength: round % 2 === 0 ? 60 : 20 });
    const { value, time } = await timed(ask);
    times.push(time);
    if (round >= rounds && round % 2 === 1) return { value, times };
  }
}

/** The totals by verdict of the file's rows; everything stands in storage and nothing is held. */
async function duckTotals(files: BenchFiles): Promise<{ readonly lines: Lines; readonly time: number }> {
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  try {
    await load(connection, files);
    const query = `SELECT verdict, count(*) AS rows, sum(quantity) AS quantity FROM (
        SELECT o.quantity, CASE WHEN NOT g.serial THEN CASE WHEN o.serial <> '' THEN 'Invalid' ELSE 'Not tracked' END
          WHEN o.serial <> '' THEN 'Captured' WHEN g.capture = 'None' THEN 'Overdue' ELSE 'Expected' END AS verdict
        FROM on_hand o JOIN items i ON i.item = o.item JOIN groups g ON g.name = i.name) GROUP BY verdict`;
    const times: number[] = [];
    let lines: Lines = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { value, time } = await timed(async () => (await connection.runAndReadAll(query)).getRows());
      lines = value
        .map(([verdict, rows, quantity]) => `${String(verdict)} ${String(rows)} ${String(quantity)}`)
        .toSorted();
      times.push(time);
    }
    return { lines, time: p95(times) };
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

async function load(connection: DuckDBConnection, { masterData, firstDay }: BenchFiles): Promise<void> {
  await connection.run('CREATE TABLE groups (name VARCHAR, serial BOOLEAN, capture VARCHAR)');
  for (const { name, serial, capture } of groups)
    await connection.run('INSERT INTO groups VALUES ($1, $2, $3)', [name, serial, capture]);
  await connection.run(
    `CREATE TABLE on_hand AS SELECT ITEMNUMBER AS item, WAREHOUSEID AS warehouse, WAREHOUSELOCATIONID AS location,
       coalesce(ITEMSERIALNUMBER, '') AS serial, CAST(ONHANDQUANTITY AS BIGINT) AS quantity
     FROM read_csv($1, header = true, all_varchar = true)`,
    [firstDay.path],
  );
  await connection.run(
    `CREATE TABLE items AS SELECT ITEMNUMBER AS item, TRACKINGDIMENSIONGROUPNAME AS name
     FROM read_csv($1, header = true, all_varchar = true)`,
    [masterData[1] ?? ''],
  );
}
