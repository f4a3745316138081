import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EPOCH_HEADER } from '../../src-main/domain/backup.ts';
import { unwatched } from '../../src-main/domain/job.ts';
import { prepareRestore } from '../../src-main/services/prepare-restore.ts';
import { swapDataFile, swapSteps } from '../../src-main/services/swap-data-file.ts';
import { DATA_FILE, dataFiles, openSecondStore } from '../../src-main/store/open.ts';
import { addGroup, backUp, groupNames, restore, sample } from '../fixtures/backup-desk.ts';
import {
  importFiles,
  jobEnd,
  load,
  openTestCore,
  ORIGIN,
  problemOf,
  type TestCore,
} from '../fixtures/core.ts';
import { everything } from '../fixtures/stock.ts';

let core: TestCore;
beforeEach(async () => {
  core = openTestCore();
  await load(core, ...sample);
});
afterEach(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const pathOf = ({ fileName }: { readonly fileName: string }): string =>
  join(core.folder, 'backups', fileName);
const halfWritten = (): readonly string[] =>
  readdirSync(core.folder).filter((name) => name.includes('.part'));

describe('a restore', () => {
  test('brings back what was there, and keeps what was there until then', async () => {
    const before = await everything(core);
    const backup = await backUp(core);
    await addGroup(core, 'Later');
    await core.api.maintenance.clearWarehouse.mutate({ warehouse: '61' });
    const later = await everything(core);
    expect(await core.api.backups.question.query({ id: backup.id })).toMatchObject({
      backup: { onHandRows: 2, items: 1, groups: 1, orders: 0, lastChange: expect.stringMatching(/Z$/) },
      now: { onHandRows: 1, items: 1, groups: 2, orders: 0 },
    });
    const { status, result } = await restore(core, backup);
    expect([status, result?.kind]).toEqual(['done', 'restored']);
    expect(await everything(core)).toEqual(before);
    const { backups } = await core.api.backups.list.query();
    const kept = backups.find(({ reason }) => reason === 'restoring');
    expect(kept).toEqual(result?.kind === 'restored' && result.kept);
    expect((await core.api.history.list.query({})).events[0]).toMatchObject({
      kind: 'data-file',
      name: 'Restored a backup',
      after: { backup: backup.fileName, kept: kept?.fileName },
    });
    expect((await core.api.history.check.query()).brokenFrom).toBeNull();
    await restore(core, { id: kept?.id ?? '' });
    expect(await everything(core)).toEqual(later);
    expect(halfWritten()).toEqual([]);
  });

  test('can be gone on with: imports, jobs and another start', async () => {
    const backup = await backUp(core);
    await addGroup(core, 'Later');
    await restore(core, backup);
    await addGroup(core, 'New');
    await load(core, ...sample);
    const after = await everything(core);
    await core.close();
    core = openTestCore(core.folder);
    expect(await everything(core)).toEqual(after);
    expect(await groupNames(core)).toEqual(['New', 'Ser']);
  });

  test('counts changes on from where the data was, so that nothing older is taken for current', async () => {
    const backup = await backUp(core);
    const preview = await importFiles(core, sample);
    for (const name of ['One', 'Two', 'Three']) await addGroup(core, name);
    await restore(core, backup);
    const { jobId } = await core.api.imports.confirm.mutate({ importId: preview.importId, scope: 'items' });
    expect((await jobEnd(core, jobId)).error).toMatch(/changed/);
  });

  test('keeps the settings of the nightly backup as they are', async () => {
    const backup = await backUp(core);
    await core.api.settings.set.mutate({ backupHour: 5, backupsKept: 3, serialLength: 60 });
    await restore(core, backup);
    expect(await core.api.settings.get.query()).toMatchObject({
      backupHour: 5,
      backupsKept: 3,
      serialLength: 20,
    });
  });

  test('refuses pages that were loaded before it, until they load the restored data', async () => {
    const old = (await core.api.app.query()).epoch;
    const backup = await backUp(core);
    await restore(core, backup);
    const { epoch } = await core.api.app.query();
    expect(epoch).not.toBe(old);
    const ask = (path: string, said: string): Promise<Response> =>
      core.http(new Request(`${ORIGIN}/api/trpc/${path}`, { headers: { [EPOCH_HEADER]: said } }));
    const refused = await ask('groups.list', old);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ error: { data: { problem: { code: 'restored' } } } });
    expect((await ask('groups.list', epoch)).status).toBe(200);
    expect((await ask('app', old)).status).toBe(200);
    await core.close();
    core = openTestCore(core.folder);
    expect((await core.api.app.query()).epoch).toBe(epoch);
  });

  test('lets no change in that waited for its end', async () => {
    const backup = await backUp(core);
    const restoring = await core.api.backups.restore.mutate({ id: backup.id });
    const waiting = problemOf(addGroup(core, 'Late'));
    expect(await problemOf(core.api.backups.make.mutate())).toMatchObject({
      code: 'busy',
      sentence: expect.stringMatching(/^A backup is being restored/),
    });
    expect((await jobEnd(core, restoring.jobId)).status).toBe('done');
    expect(await waiting).toMatchObject({ code: 'restored' });
    expect(await groupNames(core)).toEqual(['Ser']);
  });

  test('is refused while a job runs', async () => {
    const backup = await backUp(core);
    const { jobId } = await core.api.ledger.check.mutate();
    expect(await problemOf(core.api.backups.restore.mutate({ id: backup.id }))).toMatchObject({
      code: 'busy',
      sentence: expect.stringMatching(/still at work on something else/),
    });
    await jobEnd(core, jobId);
  });

  test('that is cancelled changes nothing', async () => {
    const backup = await backUp(core);
    await addGroup(core, 'Later');
    const { jobId } = await core.api.backups.restore.mutate({ id: backup.id });
    await core.api.jobs.cancel.mutate({ id: jobId });
    expect((await jobEnd(core, jobId)).status).toBe('canceled');
    expect(await groupNames(core)).toEqual(['Later', 'Ser']);
    expect(halfWritten()).toEqual([]);
    await addGroup(core, 'More');
  });
});

describe('a crash', () => {
  test.each(swapSteps)('while the files change places, at %s, leaves the one or the other', async (step) => {
    const { folder } = core;
    const backup = await backUp(core);
    const then = await groupNames(core);
    await addGroup(core, 'Later');
    const now = await groupNames(core);
    const path = pathOf(backup);
    await core.close();
    const store = openSecondStore(folder);
    const order = { path, name: backup.fileName, appVersion: '1' };
    await prepareRestore(store, dataFiles, folder, order, { user: '', now: new Date() }, unwatched);
    expect(store.pragma('journal_mode = DELETE')).toBe('delete');
    store.close();
    expect(() =>
      swapDataFile(folder, join(folder, DATA_FILE), (at) => {
        if (at === step) throw new Error('The power is gone.');
      }),
    ).toThrow('The power is gone.');
    core = openTestCore(folder);
    expect(await groupNames(core)).toEqual(step === 'closed' || step === 'renaming' ? now : then);
    expect(existsSync(join(folder, 'restore.part'))).toBe(false);
    expect((await core.api.backups.list.query()).backups).toHaveLength(2);
  });

  test('a data file that still has a log beside it is not replaced', async () => {
    const { folder } = core;
    const backup = await backUp(core);
    copyFileSync(pathOf(backup), join(folder, 'restore.part'));
    expect(() => swapDataFile(folder, join(folder, DATA_FILE))).toThrow(/still in use/);
    expect(existsSync(join(folder, 'restore.part'))).toBe(true);
  });
});
