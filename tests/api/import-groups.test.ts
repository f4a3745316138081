import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirm, importFiles, load, openTestCore, problemsOf, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';

let core: TestCore;
beforeAll(() => {
  core = openTestCore();
});
beforeEach(() => core.api.maintenance.startOver.mutate());
afterAll(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const groupsShown = async (): Promise<unknown> =>
  (await core.api.groups.list.query()).map(({ name, description, settings }) => ({
    name,
    description,
    settings,
  }));

describe('groups from Dynamics', () => {
  const row = (cells: string): string =>
    `GROUPNAME,SERIALNUMBERCAPTURINGOPERATION,ISSERIALNUMBERACTIVE,ISSERIALNUMBERENABLEDFORSALESPROCESS,ISPRIMARYSTOCKINGENABLEDFORSERIALNUMBER\r\n${cells}\r\n`;

  test('forced fields are adjusted and named: file value, stored value and why', async () => {
    const preview = await load(core, { name: 'g.csv', content: row('P,picking,YES,no,No') });
    expect(preview.files[0]).toMatchObject({ counts: { new: 1, refused: 0 }, problems: 2 });
    expect(await groupsShown()).toMatchObject([
      {
        settings: {
          captureSerialNumber: 'Picking',
          serialNumber: { blankReceiptAllowed: true, blankIssueAllowed: true },
        },
      },
    ]);
    const again = await importFiles(core, [groupsCsv([{ name: 'Q', capture: 'PACKING', active: true }])]);
    expect((await problemsOf(core, again)).map(({ outcome, reason }) => [outcome, reason])).toEqual([
      [
        'Adjusted',
        'Serial number: Blank receipt allowed: No becomes Yes. Selected because Capture serial number is Packing.',
      ],
      [
        'Adjusted',
        'Serial number: Blank issue allowed: No becomes Yes. Selected because Capture serial number is Packing.',
      ],
    ]);
  });

  test.each([
    [
      'P,Shipping,Yes,No,No',
      'SERIALNUMBERCAPTURINGOPERATION',
      'Shipping',
      /^Write None, Picking or Packing\.$/,
    ],
    ['P,2,Yes,No,No', 'SERIALNUMBERCAPTURINGOPERATION', '2', /is a number/],
    ['P,Receiving,Yes,No,No', 'SERIALNUMBERCAPTURINGOPERATION', 'Receiving', /choose None/],
    ['P,None,maybe,No,No', 'ISSERIALNUMBERACTIVE', 'maybe', /^Write Yes or No\.$/],
    ['P,Picking,No,No,No', 'SERIALNUMBERCAPTURINGOPERATION', 'Picking', /neither Active nor/],
    [
      'P,None,Yes,Yes,No',
      'ISSERIALNUMBERENABLEDFORSALESPROCESS',
      'Yes',
      /both Active and Active in sales process/,
    ],
    ['P,Packing,Yes,No,Yes', 'ISPRIMARYSTOCKINGENABLEDFORSERIALNUMBER', 'Yes', /Primary stocking/],
    [`${'x'.repeat(300)},None,Yes,No,No`, 'GROUPNAME', `${'x'.repeat(100)}…`, /at most 10 characters/],
    [',None,Yes,No,No', 'GROUPNAME', '', /Give the group a name/],
    ['P,None,Yes,No', '', '', /4 fields where the header has 5/],
  ])('%s is refused', async (cells, column, value, reason) => {
    const preview = await importFiles(core, [{ name: 'g.csv', content: row(cells) }]);
    expect(preview).toMatchObject({
      applicable: false,
      files: [{ rows: 1, counts: { new: 0, refused: 1 } }],
    });
    expect(await problemsOf(core, preview)).toEqual([
      { row: 2, column, value, outcome: 'Refused', reason: expect.stringMatching(reason) },
    ]);
    await confirm(core, preview);
    expect(await groupsShown()).toEqual([]);
  });

  test('a row with several problems names them all, and the same group twice is refused', async () => {
    const cells = `${'x'.repeat(11)},Shipping,maybe,No,No\r\nA,None,No,No,No\r\na,None,Yes,No,No`;
    const preview = await importFiles(core, [{ name: 'g.csv', content: row(cells) }]);
    expect(preview.files[0]).toMatchObject({ rows: 3, counts: { new: 1, refused: 2 } });
    expect((await problemsOf(core, preview)).map(({ row: line, column }) => `${line} ${column}`)).toEqual([
      '2 SERIALNUMBERCAPTURINGOPERATION',
      '2 ISSERIALNUMBERACTIVE',
      '2 GROUPNAME',
      '4 GROUPNAME',
    ]);
  });

  test('an item that names a group that does not exist is refused, and so is its stock', async () => {
    const preview = await importFiles(core, [
      itemsCsv([['I', 'Nowhere']]),
      onHandCsv([{ item: 'I', quantity: '1' }]),
    ]);
    expect(await problemsOf(core, preview, 0)).toMatchObject([
      {
        row: 2,
        column: 'TRACKINGDIMENSIONGROUPNAME',
        value: 'Nowhere',
        reason: expect.stringMatching(/no tracking dimension group Nowhere/),
      },
    ]);
    expect(await problemsOf(core, preview, 1)).toMatchObject([
      { row: 2, column: 'ITEMNUMBER', value: 'I', outcome: 'Refused' },
    ]);
  });
});
