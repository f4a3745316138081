import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATA_FILE } from '../../src-main/store/open.ts';
import { addGroup, backUp, groupNames, sample } from '../fixtures/backup-desk.ts';
import { load, openTestCore, temporaryFolder } from '../fixtures/core.ts';
import { startProgram } from '../fixtures/program.ts';

const ROUNDS = 6;

const folder = temporaryFolder();
const template = join(folder, 'template');
beforeAll(async () => {
  const core = openTestCore(template);
  await load(core, ...sample);
  await core.close();
  // Enough that copying and checking take a while.
  const database = new Database(join(template, DATA_FILE));
  database.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
    INSERT INTO app_settings (key, value) SELECT 'filling ' || i, json_quote(hex(randomblob(250))) FROM n`);
  database.close();
  const again = openTestCore(template);
  await backUp(again);
  await addGroup(again, 'Later');
  await again.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fresh = (name: string): string => {
  const at = join(folder, name);
  cpSync(template, at, { recursive: true });
  return at;
};

/** Opens a folder as the next start does, and says which data is there. */
async function found(at: string): Promise<'before' | 'after'> {
  const database = new Database(join(at, DATA_FILE), { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  database.close();
  const core = openTestCore(at);
  try {
    expect(existsSync(join(at, 'restore.part'))).toBe(false);
    const names = await groupNames(core);
    const { events } = await core.api.history.list.query({});
    const restored = events[0]?.name === 'Restored a backup';
    expect(names).toEqual(restored ? ['Ser'] : ['Later', 'Ser']);
    // The data from before is never lost: it is still there, or it is a backup.
    const { backups } = await core.api.backups.list.query();
    if (restored) expect(backups[0]).toMatchObject({ made: 'before', reason: 'restoring' });
    return restored ? 'after' : 'before';
  } finally {
    await core.close();
    expect(core.unexpected).toEqual([]);
  }
}

test('a process killed at any moment of a restore leaves the data before or the restored data', async () => {
  const whole = fresh('whole');
  const program = startProgram('restore-here.ts', whole);
  await program.said('begun');
  const begin = performance.now();
  await program.said('done');
  const took = performance.now() - begin;
  await program.ended();
  expect(await found(whole)).toBe('after');

  const outcomes: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = fresh(`round-${round}`);
    const running = startProgram('restore-here.ts', at);
    await running.said('begun');
    await wait(((round + Math.random()) / ROUNDS) * took);
    await running.kill();
    outcomes.push(await found(at));
    rmSync(at, { recursive: true });
  }
  expect(outcomes).toContain('before');
}, 120_000);
