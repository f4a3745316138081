import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { JobCanceledError, unwatched, type JobControl } from '../../src-main/domain/job.ts';
import { makeBackup } from '../../src-main/services/make-backup.ts';
import { DATA_FILE, dataFiles, openSecondStore, openStore } from '../../src-main/store/open.ts';
import { addGroup, backUp, sample } from '../fixtures/backup-desk.ts';
import { load, openTestCore, ORIGIN, problemOf, temporaryFolder, type TestCore } from '../fixtures/core.ts';

const cores: TestCore[] = [];
const folders: string[] = [];
const openDesk = (): TestCore => {
  const core = openTestCore();
  cores.push(core);
  return core;
};
afterEach(async () => {
  for (const core of cores.splice(0)) {
    await core.remove();
    expect(core.unexpected).toEqual([]);
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const namesIn = (core: Pick<TestCore, 'folder'>): readonly string[] =>
  existsSync(join(core.folder, 'backups')) ? readdirSync(join(core.folder, 'backups')) : [];

const order = { made: 'by-hand', reason: '', appVersion: '1.2.3', at: new Date().toISOString() } as const;

describe('a backup by hand', () => {
  test('is one file in the folder of the backups, with all that was there', async () => {
    const core = openDesk();
    await load(core, ...sample);
    const backup = await backUp(core);
    expect(backup).toMatchObject({ made: 'by-hand', reason: '', appVersion: '0.0.0-test' });
    expect(namesIn(core)).toEqual([backup.fileName]);
    expect(await core.api.backups.list.query()).toEqual({
      folder: join(core.folder, 'backups'),
      backups: [backup],
      nightlyFailure: null,
    });
    const file = new Database(join(core.folder, 'backups', backup.fileName), { readonly: true });
    expect(file.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(file.prepare('SELECT count(*) FROM on_hand').pluck().get()).toBe(2);
    file.close();
    expect(namesIn(core)).toEqual([backup.fileName]);
  });

  test('is of one moment, however much is written meanwhile', async () => {
    const folder = temporaryFolder();
    folders.push(folder);
    const page = openStore(folder);
    page.exec('CREATE TABLE filling (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
    page.runSql(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
       INSERT INTO filling (text) SELECT hex(randomblob(400)) FROM n`,
    );
    const job = openSecondStore(folder);
    let written = 0;
    const control: JobControl = {
      phase: () => undefined,
      progress: () => {
        page.runSql("INSERT INTO filling (text) VALUES ('late')");
        page.runSql('UPDATE filling SET text = ? WHERE id = ?', ['changed', ++written]);
      },
    };
    const { fileName } = await makeBackup(job, dataFiles, folder, order, control);
    expect(written).toBeGreaterThan(5);
    const copy = dataFiles.read(join(folder, 'backups', fileName));
    // What was written while the tables were counted may be in it, and nothing after the first page.
    const late = copy.allSql<{ n: number }>("SELECT count(*) AS n FROM filling WHERE text = 'late'")[0]?.n;
    const changed = copy.allSql<{ n: number }>("SELECT count(*) AS n FROM filling WHERE text = 'changed'");
    expect(changed[0]?.n).toBe(late);
    expect(late).toBeLessThan(written);
    for (const store of [copy, job, page]) store.close();
  });

  test.each(['phase', 'progress'] as const)(
    'leaves nothing wherever its %s is interrupted',
    async (where) => {
      const folder = temporaryFolder();
      folders.push(folder);
      openStore(folder).close();
      const job = openSecondStore(folder);
      for (let left = 0; ; left += 7) {
        let calls = 0;
        const interrupt = (): void => {
          if (calls++ === left) throw new JobCanceledError('Here.');
        };
        const control: JobControl = { ...unwatched, [where]: interrupt };
        const made = makeBackup(job, dataFiles, folder, order, control);
        const error = await made.then(
          () => undefined,
          (reason: unknown) => reason,
        );
        if (error === undefined) break;
        expect(error).toBeInstanceOf(JobCanceledError);
        expect(namesIn({ folder })).toEqual([]);
        expect(job.pragma('integrity_check')).toBe('ok');
      }
      expect(namesIn({ folder })).toHaveLength(1);
      job.close();
    },
  );

  test('that turns out damaged is thrown away', async () => {
    const folder = temporaryFolder();
    folders.push(folder);
    openStore(folder).close();
    const job = openSecondStore(folder);
    const spoiling = {
      ...job,
      backup: async (file: string) => {
        await job.backup(file, () => undefined);
        const copy = new Database(file);
        copy.exec('DELETE FROM revision');
        copy.close();
      },
    };
    await expect(makeBackup(spoiling, dataFiles, folder, order, unwatched)).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringMatching(/^The backup is damaged/),
    });
    expect(namesIn({ folder })).toEqual([]);
    job.close();
  });

  test('of a damaged data file is thrown away too', async () => {
    const folder = temporaryFolder();
    folders.push(folder);
    const store = openStore(folder);
    store.exec('CREATE TABLE filling (text TEXT); CREATE INDEX by_text ON filling (text)');
    store.runSql("INSERT INTO filling VALUES ('one'), ('two')");
    store.close();
    const database = new Database(join(folder, DATA_FILE));
    database.unsafeMode();
    database.pragma('writable_schema = ON');
    database.exec(
      "UPDATE sqlite_schema SET sql = 'CREATE INDEX by_text ON filling (text DESC)' WHERE name = 'by_text'",
    );
    database.close();
    const job = openSecondStore(folder);
    await expect(makeBackup(job, dataFiles, folder, order, unwatched)).rejects.toThrow(
      /^The backup is damaged/,
    );
    expect(namesIn({ folder })).toEqual([]);
    job.close();
  });
});

describe('the list', () => {
  test('passes other files over, and tells why each was made', async () => {
    const core = openDesk();
    await load(core, ...sample);
    await backUp(core);
    await core.api.maintenance.clearWarehouse.mutate({ warehouse: '62' });
    for (const name of ['notes.txt', 'x.db', '2026-13-99 00-00-00Z nightly (1).db', 'a.db.part'])
      writeFileSync(join(core.folder, 'backups', name), 'x');
    const { backups } = await core.api.backups.list.query();
    expect(backups.map(({ made, reason }) => [made, reason]).sort()).toEqual([
      ['before', 'clearing 62'],
      ['by-hand', ''],
    ]);
  });

  test('gives a backup out as it is, and deletes it', async () => {
    const core = openDesk();
    const { id, fileName } = await backUp(core);
    const path = join(core.folder, 'backups', fileName);
    const { downloadId, fileName: offered } = await core.api.backups.download.mutate({ id });
    expect(offered).toBe(`Serial Capture Desk ${fileName}`);
    const fetch = (): Promise<Response> => core.http(new Request(`${ORIGIN}/api/downloads/${downloadId}`));
    const answer = await fetch();
    expect(decodeURIComponent(answer.headers.get('x-desk-file') ?? '')).toBe(path);
    expect(answer.headers.get('content-length')).toBe(String(readFileSync(path).length));
    await core.api.backups.remove.mutate({ id });
    expect(existsSync(path)).toBe(false);
    expect((await fetch()).status).toBe(404);
    for (const gone of [
      core.api.backups.remove.mutate({ id }),
      core.api.backups.download.mutate({ id }),
      core.api.backups.question.query({ id }),
      core.api.backups.restore.mutate({ id }),
    ])
      expect(await problemOf(gone)).toMatchObject({ code: 'not-found' });
  });

  test.each(['../serial-capture-desk.db', 'x'.repeat(32), '', '..%2f', 'A'.repeat(32)])(
    'takes %j for no backup',
    async (id) => {
      const core = openDesk();
      for (const call of [core.api.backups.remove.mutate({ id }), core.api.backups.restore.mutate({ id })])
        expect(await problemOf(call)).toMatchObject({ code: 'invalid', httpStatus: 400 });
    },
  );

  test('starts without what a killed run left half written', async () => {
    const core = openDesk();
    await addGroup(core, 'One');
    await backUp(core);
    await core.close();
    const left = ['backups/half.part', 'backups/half.part-journal', 'restore.part', 'restore.part-wal'];
    for (const name of left) writeFileSync(join(core.folder, name), 'x');
    const again = openTestCore(core.folder);
    expect(left.filter((name) => existsSync(join(core.folder, name)))).toEqual([]);
    expect((await again.api.backups.list.query()).backups).toHaveLength(1);
    await again.close();
  });
});
