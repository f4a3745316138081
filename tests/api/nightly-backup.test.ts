import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupName, lastStrike, outdatedBackups, readBackupName } from '../../src-main/domain/backup.ts';
import { beginChange } from '../../src-main/services/history-recorder.ts';
import { createNightlyBackup } from '../../src-main/services/nightly-backup.ts';
import type { JobRunner } from '../../src-main/services/jobs.ts';
import { dataFiles, openStore } from '../../src-main/store/open.ts';
import { DomainError } from '../../src-main/domain/problem.ts';
import { addGroup, backUp } from '../fixtures/backup-desk.ts';
import { jobEnd, openTestCore, problemOf, temporaryFolder, type TestCore } from '../fixtures/core.ts';

const local = (day: number, hour: number, minute = 0): Date => new Date(2030, 4, day, hour, minute);

let core: TestCore;
let time = local(1, 12);
let tick: (() => void) | undefined;
const open = (folder?: string): TestCore =>
  openTestCore(folder, {
    now: () => time,
    schedule: (work) => {
      tick = work;
      return () => {
        tick = undefined;
      };
    },
  });
beforeEach(() => {
  time = local(1, 12);
  core = open();
});
afterEach(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
  expect(tick).toBeUndefined();
});

/** The clock ticks at a time. Returns how many nightly backups there are once what it has begun has ended. */
async function at(when: Date): Promise<number> {
  time = when;
  tick?.();
  // Jobs take turns: this one ends after the one that the clock may have begun.
  const { jobId } = await core.api.ledger.check.mutate();
  await jobEnd(core, jobId);
  // One more turn, for whoever waited for its end.
  await wait(1);
  const { backups } = await core.api.backups.list.query();
  return backups.filter(({ made }) => made === 'nightly').length;
}

describe('the nightly backup', () => {
  test('is made once, at the first opportunity after its hour', async () => {
    await addGroup(core, 'One');
    expect(await at(local(1, 23, 59))).toBe(0);
    expect(await at(local(2, 1, 59))).toBe(0);
    expect(await at(local(2, 2, 0))).toBe(1);
    expect(await at(local(2, 2, 1))).toBe(1);
    await addGroup(core, 'Two');
    expect(await at(local(2, 23))).toBe(1);
    expect(await at(local(3, 9, 30))).toBe(2);
    expect((await core.api.backups.list.query()).backups[0]).toMatchObject({
      made: 'nightly',
      at: local(3, 9, 30).toISOString(),
    });
  });

  test('is made up for after a start, where the app was closed at its hour', async () => {
    await addGroup(core, 'One');
    await core.close();
    time = local(4, 8);
    core = open(core.folder);
    expect(await at(local(4, 8, 1))).toBe(1);
  });

  test('leaves out nights in which nothing has changed, and data that is not a night old', async () => {
    expect(await at(local(2, 3))).toBe(0);
    await addGroup(core, 'One');
    expect(await at(local(2, 4))).toBe(0);
    expect(await at(local(3, 3))).toBe(1);
    expect(await at(local(4, 3))).toBe(1);
    await addGroup(core, 'Two');
    time = local(5, 1);
    await backUp(core);
    expect(await at(local(5, 3))).toBe(1);
  });

  test('follows its settings: off, another hour, how many are kept', async () => {
    await core.api.settings.set.mutate({ nightlyBackup: false });
    expect(await at(local(2, 12))).toBe(0);
    await core.api.settings.set.mutate({ nightlyBackup: true, backupHour: 22, backupsKept: 2 });
    expect(await at(local(3, 21, 59))).toBe(1);
    await backUp(core);
    for (const day of [4, 5, 6]) {
      await addGroup(core, `Day${day}`);
      await at(local(day, 22));
    }
    const { backups } = await core.api.backups.list.query();
    expect(backups.map((one) => [one.made, one.at])).toEqual([
      ['nightly', local(6, 22).toISOString()],
      ['nightly', local(5, 22).toISOString()],
      ['by-hand', local(3, 21, 59).toISOString()],
    ]);
  });

  test('goes on after a restore, by what is restored', async () => {
    await addGroup(core, 'One');
    const { id } = await backUp(core);
    const { jobId } = await core.api.backups.restore.mutate({ id });
    await jobEnd(core, jobId);
    expect(await at(local(2, 3))).toBe(1);
  });

  test.each([
    { backupHour: 24 },
    { backupHour: -1 },
    { backupHour: 1.5 },
    { backupsKept: 0 },
    { backupsKept: 61 },
    { nightlyBackup: 'yes' as unknown as boolean },
  ])('takes no %j', async (settings) => {
    expect(await problemOf(core.api.settings.set.mutate(settings))).toMatchObject({ code: 'invalid' });
  });
});

test('a failure is told of, tried again after an hour, and forgotten once it went well', async () => {
  const folder = temporaryFolder();
  const store = openStore(folder);
  store.change(() =>
    beginChange({ store, user: '', now: () => local(1, 0) }, 'page').record({
      kind: 'item',
      subject: 'A',
      name: 'A',
      before: null,
      after: {},
    }),
  );
  let now = local(2, 3);
  let runs = 0;
  let trouble: Error | undefined = new DomainError('busy', 'A backup is being restored.');
  const reported: unknown[] = [];
  const jobs = {
    run: async () => {
      runs += 1;
      if (trouble !== undefined) throw trouble;
      return { kind: 'backup' };
    },
  } as unknown as JobRunner;
  const nightly = createNightlyBackup(
    () => ({ store, dataFolder: folder, now: () => now }),
    dataFiles,
    jobs,
    '1.0.0',
    (error) => reported.push(error),
  );
  try {
    await nightly.check();
    expect([runs, nightly.failure()]).toEqual([1, null]);
    trouble = new DomainError('storage', 'The disk is full.');
    await nightly.check();
    expect(nightly.failure()).toEqual({ at: local(2, 3).toISOString(), sentence: 'The disk is full.' });
    now = local(2, 3, 59);
    await nightly.check();
    expect([runs, reported]).toEqual([2, []]);
    now = local(2, 4);
    trouble = new Error('details');
    await nightly.check();
    expect(nightly.failure()?.sentence).toMatch(/^Something unexpected happened/);
    expect(reported).toEqual([trouble]);
    now = local(2, 5);
    trouble = undefined;
    await nightly.check();
    await nightly.check();
    expect([runs, nightly.failure()]).toEqual([4, null]);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a strike is the last one of its hour', () => {
  expect(lastStrike(local(3, 2), 2)).toEqual(local(3, 2));
  expect(lastStrike(local(3, 1, 59), 2)).toEqual(local(2, 2));
  expect(lastStrike(local(1, 0), 23)).toEqual(new Date(2030, 3, 30, 23));
});

test.each([
  ['by-hand', ''],
  ['nightly', ''],
  ['before', 'clearing 61'],
  ['before', 'starting over'],
  ['before', 'clearing (1)'],
] as const)('the name of a backup made %s %s says all about it', (made, reason) => {
  const name = backupName(local(3, 2), made, reason, '1.2.3-beta.1');
  const said = { at: local(3, 2).toISOString(), made, reason, appVersion: '1.2.3-beta.1' };
  expect(readBackupName(`${name}.db`)).toEqual(said);
  expect(readBackupName(`${name} 2.db`)).toEqual(said);
  expect(readBackupName(`${name}.db.part`)).toBeUndefined();
});

test('only nightly backups are ever too many', () => {
  const one = (made: 'nightly' | 'by-hand' | 'before', day: number) => ({
    id: `${made}${day}`,
    fileName: '',
    at: local(day, 2).toISOString(),
    made,
    reason: '',
    appVersion: '1',
    bytes: 1,
  });
  const backups = [1, 2, 3].flatMap((day) => [one('nightly', day), one('by-hand', day), one('before', day)]);
  expect(outdatedBackups(backups, 1).map(({ id }) => id)).toEqual(['nightly2', 'nightly1']);
  expect(outdatedBackups(backups, 3)).toEqual([]);
});
