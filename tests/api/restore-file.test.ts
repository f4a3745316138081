import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../src-main/store/migrate.ts';
import { DATA_FILE, dataFiles } from '../../src-main/store/open.ts';
import {
  addGroup,
  backUp,
  groupNames,
  inspect,
  restore,
  sample,
  uploadBackup,
} from '../fixtures/backup-desk.ts';
import { load, openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
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

describe('a file that was brought here', () => {
  const foreign = (sql: string): string => {
    const path = join(core.folder, 'incoming-foreign.db');
    rmSync(path, { force: true });
    const database = new Database(path);
    database.exec(sql);
    database.close();
    return path;
  };
  const changed = async (change: (database: Database.Database) => void): Promise<string> => {
    const path = join(core.folder, 'incoming-changed.db');
    copyFileSync(pathOf(await backUp(core)), path);
    const database = new Database(path);
    change(database);
    database.close();
    return path;
  };

  test('is checked, told about and restored', async () => {
    const before = await everything(core);
    const path = pathOf(await backUp(core));
    await addGroup(core, 'Later');
    const uploadId = await uploadBackup(core, path);
    expect((await inspect(core, uploadId)).result).toMatchObject({
      kind: 'backup-inspected',
      summary: { onHandRows: 2, groups: 1 },
    });
    expect(await groupNames(core)).toEqual(['Later', 'Ser']);
    expect((await restore(core, { uploadId })).status).toBe('done');
    expect(await everything(core)).toEqual(before);
    expect(await problemOf(core.api.backups.restore.mutate({ uploadId }))).toMatchObject({
      code: 'not-found',
    });
  });

  test('of an older version is brought up to date', async () => {
    const path = join(core.folder, 'old.db');
    const old = dataFiles.model(1);
    old.runSql("INSERT INTO app_settings (key, value) VALUES ('app', '{\"serialLength\":60}')");
    old.runSql('VACUUM INTO ?', [path]);
    old.close();
    const uploadId = await uploadBackup(core, path);
    expect((await inspect(core, uploadId)).result).toMatchObject({
      summary: { onHandRows: 0, orders: null, lastChange: null },
    });
    expect((await restore(core, { uploadId })).status).toBe('done');
    expect(await groupNames(core)).toEqual([]);
    expect((await core.api.settings.get.query()).serialLength).toBe(60);
    const file = new Database(join(core.folder, DATA_FILE), { readonly: true });
    expect(file.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    file.close();
  });

  test.each<[string, () => Promise<string> | string, RegExp]>([
    [
      'no database',
      () => {
        const path = join(core.folder, 'no.db');
        writeFileSync(path, 'This is no database. '.repeat(500));
        return path;
      },
      /brought\.db is not a data file of Serial Capture Desk: it is no database/,
    ],
    [
      'an empty file',
      () => {
        const path = join(core.folder, 'empty.db');
        writeFileSync(path, '');
        return path;
      },
      /it is no database/,
    ],
    [
      'another app’s database',
      () => foreign('CREATE TABLE t (x); PRAGMA user_version = 3'),
      /not one of Serial/,
    ],
    [
      'a database with our names',
      () =>
        foreign(
          'CREATE TABLE tracking_dimension_groups (x); CREATE TABLE on_hand (x); PRAGMA user_version = 3',
        ),
      /not one of Serial/,
    ],
    [
      'a newer version',
      () => changed((database) => database.pragma(`user_version = ${SCHEMA_VERSION + 1}`)),
      /newer version of Serial Capture Desk\. Update the app/,
    ],
    [
      'a trigger of someone else',
      () =>
        changed((database) =>
          database.exec('CREATE TRIGGER evil AFTER INSERT ON items BEGIN DELETE FROM items; END'),
        ),
      /not one of Serial/,
    ],
    [
      'half a file',
      async () => {
        const path = await changed(() => undefined);
        truncateSync(path, Math.floor(readFileSync(path).length / 2 / 4096) * 4096);
        return path;
      },
      /is damaged and cannot be restored/,
    ],
    [
      'a page of garbage',
      async () => {
        const path = await changed(() => undefined);
        const bytes = readFileSync(path);
        bytes.fill(0xa5, 4096 * 12, 4096 * 40);
        writeFileSync(path, bytes);
        return path;
      },
      /is damaged and cannot be restored/,
    ],
    [
      'references that lead nowhere',
      () =>
        changed((database) => {
          database.pragma('foreign_keys = OFF');
          database.exec('DELETE FROM items');
        }),
      /is damaged and cannot be restored/,
    ],
  ])('is refused where it is %s, before anything happens', async (_name, make, sentence) => {
    const path = await make();
    const before = await everything(core);
    const uploadId = await uploadBackup(core, path);
    const inspected = await inspect(core, uploadId);
    expect(inspected).toMatchObject({ status: 'failed', code: 'unreadable-file' });
    expect(inspected.error).toMatch(sentence);
    // Whoever restores without a look is refused too.
    expect(await restore(core, { uploadId })).toMatchObject({ status: 'failed', code: 'unreadable-file' });
    expect(await everything(core)).toEqual(before);
    expect(existsSync(join(core.folder, 'restore.part'))).toBe(false);
  });

  test('is refused where it did not arrive whole, or is several', async () => {
    const { uploadId } = await core.api.backups.announce.mutate({ name: 'a.db', size: 10 });
    expect(await problemOf(core.api.backups.inspect.mutate({ uploadId }))).toMatchObject({ code: 'invalid' });
    const size = 65 * 1024 ** 3;
    expect(await problemOf(core.api.backups.announce.mutate({ name: 'a.db', size }))).toMatchObject({
      code: 'too-large',
    });
    const files = [1, 2].map((n) => ({ name: `${n}.db`, size: 0 }));
    const { importId } = await core.api.imports.begin.mutate({ files });
    expect(await problemOf(core.api.backups.restore.mutate({ uploadId: importId }))).toMatchObject({
      code: 'invalid',
    });
  });
});
