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
const ROUNDS = 6;

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

/** A copy of a folder, as one round finds it. */
function fresh(from: string, name: string): string {
  const at = join(folder, name);
  rmSync(at, { recursive: true, force: true });
  cpSync(from, at, { recursive: true });
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
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that changes a data folder: its file, and what it is to do. */
type Work = readonly [program: string, parameter: string];

/** Does the work on a copy of a folder. Returns the copy and how long it took, in milliseconds. */
async function doWhole(
  from: string,
  [program, parameter]: Work,
): Promise<readonly [at: string, took: number]> {
  const at = fresh(from, `${program}-whole`);
  const started = startProgram(program, at, parameter);
  await started.said('begun');
  const begin = performance.now();
  await started.said('done');
  const took = performance.now() - begin;
  await started.ended();
  return [at, took];
}

/** Kills the work at moments all over its time: each time there is what was there before, or all that it does. */
async function killOften(
  from: string,
  [program, parameter]: Work,
  rows: readonly [number, number],
): Promise<void> {
  const before = contents(from);
  const [whole, took] = await doWhole(from, [program, parameter]);
  const after = contents(whole);
  expect(before.recount).toEqual([rows[0], expect.any(Number)]);
  expect(after.recount).toEqual([rows[1], expect.any(Number)]);

  const outcomes: ('before' | 'after')[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = fresh(from, `${program}-${round}`);
    const running = startProgram(program, at, parameter);
    await running.said('begun');
    await wait(((round + Math.random()) / ROUNDS) * took);
    await running.kill();
    const found = contents(at);
    expect([before, after]).toContainEqual(found);
    outcomes.push(JSON.stringify(found) === JSON.stringify(after) ? 'after' : 'before');

    const core = openTestCore(at);
    const totals = await core.api.onHand.totals.query({
      filter: { serial: 'all', search: '', conditions: [] },
    });
    expect(totals.rows).toBe(rows[outcomes.at(-1) === 'after' ? 1 : 0]);
    await core.close();
    rmSync(at, { recursive: true });
  }
  expect(outcomes).toContain('before');
}

test('a process killed at any moment of an import leaves what was there before or after, never between', async () => {
  await killOften(template, ['apply-import.ts', importId], [OLD_ROWS, NEW_ROWS]);
}, 120_000);

test('nor does one killed at any moment of the undo of an import', async () => {
  const [imported] = await doWhole(template, ['apply-import.ts', importId]);
  const database = new Database(join(imported, DATA_FILE), { readonly: true });
  const changeId = database.prepare('SELECT max(change_id) FROM history').pluck().get();
  database.close();
  await killOften(imported, ['undo-change.ts', String(changeId)], [NEW_ROWS, OLD_ROWS]);
}, 120_000);
