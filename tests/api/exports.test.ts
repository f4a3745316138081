import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyTrackingRules } from '../../src-main/domain/apply-tracking-rules.ts';
import { onHandColumns } from '../../src-main/domain/on-hand.ts';
import type { OnHandFilter } from '../../src-main/domain/on-hand-query.ts';
import type { ConfigurationListKey } from '../../src-main/domain/configuration-content.ts';
import { nameKey } from '../../src-main/domain/name-key.ts';
import { groupInputSchema } from '../../src-main/domain/tracking-dimension-group.ts';
import { readCsv } from '../../src-main/files/csv-reader.ts';
import {
  downloadText,
  exportConfiguration,
  exportedFile,
  importFiles,
  jobAt,
  jobEnd,
  load,
  openTestCore,
  ORIGIN,
  problemsOf,
  type TestCore,
} from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';
import { stockOf } from '../fixtures/stock.ts';
import { anySettings, settingsWith } from '../fixtures/tracking-settings.ts';

let core: TestCore;
beforeAll(() => {
  core = openTestCore();
});
beforeEach(() => core.api.maintenance.startOver.mutate());
afterAll(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const exported = async (format: 'json' | 'csv', ids?: number[]): Promise<string> => {
  const lists: ConfigurationListKey[] = ['groups'];
  const input = ids === undefined ? { format, lists } : { format, lists, groups: ids };
  return new TextDecoder().decode((await exportedFile(core, input)).content);
};
const groupsShown = async (): Promise<unknown> =>
  (await core.api.groups.list.query()).map(({ name, description, settings }) => ({
    name,
    description,
    settings,
  }));

describe('the configuration', () => {
  test('comes back the same from JSON and from Dynamics’ CSV, byte for byte on the next export', async () => {
    const name = fc.string({
      minLength: 1,
      maxLength: 10,
      unit: fc.constantFrom('a', 'B', '1', 'é', '"', ',', ';', '=', '<', ' ', '-'),
    });
    const group = fc.record({
      name,
      description: fc.string({ maxLength: 20 }),
      settings: anySettings.map((settings) => applyTrackingRules(settings).settings),
    });
    const groups = fc.uniqueArray(
      group.filter((one) => groupInputSchema.safeParse(one).success),
      { minLength: 1, maxLength: 4, selector: (one) => nameKey(one.name.trim()) },
    );
    await fc.assert(
      fc.asyncProperty(groups, async (all) => {
        await core.api.maintenance.startOver.mutate();
        for (const one of all) await core.api.groups.save.mutate(one);
        const saved = await groupsShown();
        const files = { json: await exported('json'), csv: await exported('csv') };
        for (const [format, content] of Object.entries(files)) {
          const unchanged = await importFiles(core, [{ name: `again.${format}`, content }]);
          expect(unchanged.files[0]).toMatchObject({
            problems: 0,
            counts: { new: 0, changed: 0, unchanged: all.length },
          });
          await core.api.maintenance.startOver.mutate();
          await load(core, { name: `new.${format}`, content });
          expect(await groupsShown()).toEqual(saved);
          expect(await exported('json')).toBe(files.json);
          expect(await exported('csv')).toBe(files.csv);
        }
      }),
      { numRuns: 6 },
    );
  });

  test('is exported for the groups asked for', async () => {
    await load(core, groupsCsv([{ name: 'One' }, { name: 'Two', active: true }]));
    const [, two] = await core.api.groups.list.query();
    const rows = [...readCsv([await exported('csv', [two?.id ?? 0])], ',')].flat();
    expect(rows.map(({ fields }) => fields[0])).toEqual(['GROUPNAME', 'Two']);
  });

  test('of no groups is refused', async () => {
    expect(await exportConfiguration(core, { format: 'json', lists: ['groups'] })).toMatchObject({
      code: 'not-found',
      error: 'There are no tracking dimension groups to export.',
    });
  });

  test('in JSON reports every problem of every group at once, by its path', async () => {
    const text = JSON.stringify({
      format: 'serial-capture-desk-configuration',
      version: 1,
      trackingDimensionGroups: [
        { name: 'Good', description: '', settings: settingsWith({}) },
        { name: 'x'.repeat(300), description: 'y'.repeat(61), settings: settingsWith({}), extra: 1 },
        { name: 'Odd', description: '', settings: settingsWith({ captureSerialNumber: 'Picking' }) },
        'nothing',
      ],
    });
    const preview = await importFiles(core, [{ name: 'c.scdesk', content: text }]);
    expect(preview.files[0]).toMatchObject({
      kind: 'configuration',
      rows: 4,
      counts: { new: 1, refused: 3 },
    });
    const problems = await problemsOf(core, preview);
    expect(problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '2 trackingDimensionGroups.1.name',
      '2 trackingDimensionGroups.1.description',
      '2 trackingDimensionGroups.1',
      '3 trackingDimensionGroups.2.settings.captureSerialNumber',
      '4 trackingDimensionGroups.3',
    ]);
  });
});

describe('on-hand to CSV', () => {
  const columns = onHandColumns.map(({ key }) => key);
  const write = async (filter: Partial<OnHandFilter> = {}): Promise<string> => {
    const { jobId } = await core.api.exports.onHand.mutate({
      filter,
      sort: [],
      columns,
    });
    const { result } = await jobEnd(core, jobId);
    return result?.kind === 'download' ? downloadText(core, result.downloadId) : '';
  };
  const nasty = ['=1+1', '-5', "'=x", '@a', '+1', 'a"b', 'c,d', '<b>', "it's", 'é漢'];
  const start = (): Promise<unknown> =>
    load(
      core,
      groupsCsv([{ name: 'Ser', active: true }]),
      itemsCsv(nasty.map((name, index) => [`I${index}`, 'Ser', name])),
      onHandCsv([
        ...nasty.map((serial, index) => ({ item: `I${index}`, serial, location: serial, quantity: '1' })),
        { item: 'I0', warehouse: '62', quantity: '2.5' },
      ]),
    );

  test('imports again as all Unchanged, and nothing in it runs in a spreadsheet', async () => {
    await start();
    const before = await stockOf(core);
    expect(before.map((row) => row.serialNumber).filter((serial) => serial !== '')).toEqual(
      nasty.map((text) => (text === "'=x" ? '=x' : text)),
    );
    const text = await write();
    const [header, ...rows] = [...readCsv([text], ',')].flat();
    expect(header?.fields.slice(0, 4)).toEqual([
      'ITEMNUMBER',
      'PRODUCTNAME',
      'TRACKINGDIMENSIONGROUPNAME',
      'SERIALNUMBERCAPTURINGOPERATION',
    ]);
    expect(rows).toHaveLength(11);
    for (const { fields } of rows) expect(fields.filter((field) => /^[=+\-@]/.test(field))).toEqual([]);
    const preview = await importFiles(core, [{ name: 'back.csv', content: text }]);
    expect(preview.files[0]).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 11, refused: 0 } });
    expect(preview.applicable).toBe(false);
  });

  test('holds what the filter shows', async () => {
    await start();
    const rows = [...readCsv([await write({ serial: 'blank' })], ',')].flat();
    expect(
      rows
        .slice(1)
        .map(({ fields }) => [
          fields[0],
          fields[columns.indexOf('warehouse')],
          fields[columns.indexOf('quantity')],
        ]),
    ).toEqual([['I0', '62', '2.5']]);
  });

  test('names the verdicts and counts the days since', async () => {
    await load(
      core,
      groupsCsv([{ name: 'Pick', active: true, capture: 'Picking' }, { name: 'No' }]),
      itemsCsv([
        ['A', 'Pick'],
        ['B', 'No'],
      ]),
      onHandCsv([
        { item: 'A', quantity: '2' },
        { item: 'A', serial: 'S1', quantity: '1' },
        { item: 'A', batch: 'half', quantity: '0.5' },
        { item: 'B', quantity: '7' },
      ]),
    );
    const [header, ...rows] = [...readCsv([await write()], ',')].flat();
    const at = columns.indexOf('verdict');
    expect(header?.fields.slice(at, at + 2)).toEqual(['VERDICT', 'AGEINDAYS']);
    expect(rows.map(({ fields }) => fields.slice(at, at + 2).join(' ')).sort()).toEqual([
      'Captured 0',
      'Expected 0',
      'Invalid 0',
      'Not tracked ',
    ]);
  });

  test('can be cancelled, and a download is fetched by its id only', async () => {
    await load(
      core,
      groupsCsv([{ name: 'Ser' }]),
      itemsCsv([['I', 'Ser']]),
      onHandCsv(
        Array.from({ length: 20_000 }, (_, index) => ({ item: 'I', location: `L${index}`, quantity: '1' })),
      ),
    );
    const { jobId } = await core.api.exports.onHand.mutate({ filter: {}, sort: [], columns });
    await jobAt(core, jobId, 'Writing on-hand');
    await core.api.jobs.cancel.mutate({ id: jobId });
    expect(['canceled', 'done']).toContain((await jobEnd(core, jobId)).status);
    const { result } = await exportConfiguration(core, { format: 'csv' });
    const { downloadId = '', fileName = '' } = result ?? {};
    const answer = await core.http(new Request(`${ORIGIN}/api/downloads/${downloadId}`));
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    );
    expect(Number(answer.headers.get('content-length'))).toBe((await downloadText(core, downloadId)).length);
  });
});
