import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATA_FILE } from '../../src-main/store/open.ts';
import { importFiles, load, openTestCore, temporaryFolder } from '../fixtures/core.ts';
import { csvFile, groupsCsv, itemsCsv, onHandHeader } from '../fixtures/dynamics-files.ts';
import { startProgram } from '../fixtures/program.ts';

/** So many rows that applying them drops the indexes and makes them anew. */
const NEW_ROWS = 51_000;
const OLD_ROWS = 2000;
const ROUNDS = 8;

const folder = temporaryFolder();
const template = join(folder, 'template');
let importId = '';

const onHand = (rows: number, quantity: string) =>
  csvFile(
    'warehouse-on-hand.csv',
    onHandHeader,
    Array.from({ length: rows }, (_, index) => [
      'A',
      index % 2 === 0 ? '61' : '62',
      `L${index % 100}`,
      '',
      '',
      '',
      index % 3 === 0 ? '' : `SN-${quantity}-${index}`,
      `C${index}`,
      quantity,
    ]),
  );

/** What a data file holds, and whether it agrees with itself. */
function contents(at: string): Record<string, unknown> {
  const database = new Database(join(at, DATA_FILE));
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    const one = (sql: string): unknown => database.prepare(sql).raw().get();
    const recount = one('SELECT count(*), sum(quantity) FROM on_hand');
    expect(one('SELECT sum(rows), sum(quantity) FROM on_hand_sums')).toEqual(recount);
    expect(one("SELECT sum(quantity) FROM on_hand WHERE serial_number = ''")).toEqual(
      one('SELECT sum(quantity) FROM on_hand_sums WHERE blank = 1'),
    );
    return {
      recount,
      groups: database.prepare('SELECT name, version FROM tracking_dimension_groups ORDER BY id').raw().all(),
      items: database.prepare('SELECT item_number, name FROM items ORDER BY item_number').raw().all(),
      sources: database.prepare('SELECT warehouse, rows FROM on_hand_sources ORDER BY warehouse').raw().all(),
      indexes: database
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name")
        .raw()
        .all(),
      revision: one('SELECT value FROM revision'),
    };
  } finally {
    database.close();
  }
}

/** A copy of the template, as one round finds it. */
function fresh(name: string): string {
  const at = join(folder, name);
  cpSync(template, at, { recursive: true });
  return at;
}

beforeAll(async () => {
  const core = openTestCore(template);
  await load(
    core,
    groupsCsv([{ name: 'Ser', active: true }]),
    itemsCsv([['A', 'Ser']]),
    onHand(OLD_ROWS, '1'),
  );
  const next = [
    groupsCsv([{ name: 'Ser', active: true, control: true }, { name: 'New' }]),
    itemsCsv([['A', 'New', 'Renamed']]),
  ];
  importId = (await importFiles(core, [...next, onHand(NEW_ROWS, '2')])).importId;
  await core.close();
  expect(core.unexpected).toEqual([]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a process killed at any moment of an import leaves what was there before or after, never between', async () => {
  const before = contents(template);
  const whole = fresh('whole');
  const started = startProgram('apply-import.ts', whole, importId);
  await started.said('applying');
  const begin = performance.now();
  await started.said('applied');
  const took = performance.now() - begin;
  await started.ended();
  const after = contents(whole);
  expect(after.recount).toEqual([NEW_ROWS, NEW_ROWS * 2000]);
  expect(after).not.toEqual(before);

  const outcomes: ('before' | 'after')[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = fresh(`round-${round}`);
    const program = startProgram('apply-import.ts', at, importId);
    await program.said('applying');
    await wait(((round + Math.random()) / ROUNDS) * took);
    await program.kill();
    const found = contents(at);
    expect([before, after]).toContainEqual(found);
    outcomes.push(
      found.revision === after.revision || JSON.stringify(found) === JSON.stringify(after)
        ? 'after'
        : 'before',
    );

    const core = openTestCore(at);
    const totals = await core.api.onHand.totals.query({
      filter: { serial: 'all', search: '', conditions: [] },
    });
    expect(totals.rows).toBe(outcomes.at(-1) === 'after' ? NEW_ROWS : OLD_ROWS);
    await core.close();
    rmSync(at, { recursive: true });
  }
  expect(outcomes).toContain('before');
}, 60_000);
