import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '../../src-main/domain/item.ts';
import { openSecondStore } from '../../src-main/store/open.ts';
import {
  confirm,
  importFiles,
  load,
  openTestCore,
  problemOf,
  problemsOf,
  type TestCore,
  type TestFile,
} from '../fixtures/core.ts';
import { csvFile, groupsCsv, itemsCsv } from '../fixtures/dynamics-files.ts';

const EAN = '4006381333931';
const SAME_AS_14 = `0${EAN}`;
const GTIN_8 = '96385074';
const SAME_AS_12 = `0000${GTIN_8}`;

let core: TestCore;

beforeEach(async () => {
  core = openTestCore();
  await load(
    core,
    groupsCsv([{ name: 'Ser', active: true }]),
    itemsCsv([
      ['A', 'Ser', 'Laser'],
      ['B', 'Ser', 'Drone'],
      ['C', 'Ser', ''],
    ]),
  );
});
afterEach(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const get = (itemNumber: string): Promise<Item> => core.api.items.get.query({ itemNumber });
const give = async (itemNumber: string, gtin: string): Promise<{ readonly changeId: number | null }> => {
  const item = await get(itemNumber);
  return core.api.items.save.mutate({ ...item, units: [...item.units], gtin });
};
const gtins = async (): Promise<readonly string[]> =>
  Promise.all(['A', 'B', 'C'].map(async (itemNumber) => (await get(itemNumber)).gtin));
/** As a data file from before two items with one GTIN were refused. */
const storeTwice = (gtin: string, same: string): void => {
  const store = openSecondStore(core.folder);
  store.change(() => {
    store.runSql("UPDATE items SET gtin = ? WHERE item_number = 'A'", [gtin]);
    store.runSql("UPDATE items SET gtin = ? WHERE item_number = 'B'", [same]);
  });
  store.close();
};
const itemFile = (rows: readonly (readonly [item: string, gtin: string])[]): TestFile =>
  csvFile(
    'released-products.csv',
    ['ITEMNUMBER', 'TRACKINGDIMENSIONGROUPNAME', 'GTIN'],
    rows.map(([item, gtin]) => [item, 'Ser', gtin]),
  );

describe('a GTIN that another item has', () => {
  test.each([
    [EAN, EAN],
    [EAN, SAME_AS_14],
    [SAME_AS_14, EAN],
    [GTIN_8, SAME_AS_12],
    [SAME_AS_12, GTIN_8],
  ])('%s is refused as %s, at its field, naming the other item', async (first, second) => {
    await give('A', first);
    const refusal = {
      code: 'name-taken',
      path: 'gtin',
      sentence: 'A (Laser) has this GTIN already. Two items cannot have the same one.',
    };
    expect(await problemOf(give('B', second))).toMatchObject(refusal);
    const item = await get('B');
    const asked = { ...item, units: [], gtin: second };
    expect(await problemOf(core.api.items.whatIf.query(asked))).toMatchObject(refusal);
    const { version: _version, ...fresh } = asked;
    expect(await problemOf(core.api.items.save.mutate({ ...fresh, itemNumber: 'NEW' }))).toMatchObject(
      refusal,
    );
    expect(await gtins()).toEqual([first, '', '']);
  });

  test('is free again once that item has it no more; an undo does not bring it back twice', async () => {
    await give('A', EAN);
    const { changeId } = await give('A', '');
    await give('B', SAME_AS_14);
    expect(await problemOf(core.api.history.undo.mutate({ changeId: changeId ?? 0 }))).toMatchObject({
      sentence: 'B (Drone) has this GTIN already. Two items cannot have the same one.',
    });
    await give('B', '');
    await core.api.history.undo.mutate({ changeId: changeId ?? 0 });
    expect(await gtins()).toEqual([EAN, '', '']);
  });

  test('can be written another way by its own item', async () => {
    await give('A', EAN);
    await give('A', SAME_AS_14);
    expect(await gtins()).toEqual([SAME_AS_14, '', '']);
  });
});

describe('an import', () => {
  const refused = async (rows: Parameters<typeof itemFile>[0]): Promise<unknown> => {
    const preview = await importFiles(core, [itemFile(rows)]);
    const problems = await problemsOf(core, preview);
    if (preview.applicable) expect((await confirm(core, preview)).error).toBeNull();
    return problems
      .filter(({ outcome }) => outcome === 'Refused')
      .map(({ row, column, value, reason }) => `${row} ${column} ${value}: ${reason}`);
  };
  const twice = 'Two items cannot have the same one.';

  test('brings GTINs, and says of one that is none what is wrong', async () => {
    expect(
      await refused([
        ['A', EAN],
        ['B', '4006381333932'],
        ['C', GTIN_8],
      ]),
    ).toEqual([
      '3 GTIN 4006381333932: The last digit of this GTIN does not fit the others. Check it for a typing error.',
    ]);
    expect(await gtins()).toEqual([EAN, '', GTIN_8]);
    await load(core, itemsCsv([['A', 'Ser', 'Renamed']]));
    expect(await gtins()).toEqual([EAN, '', GTIN_8]);
  });

  test('of which two rows bring the same one reports both, and takes the others', async () => {
    const preview = await importFiles(core, [
      itemFile([
        ['A', EAN],
        ['C', GTIN_8],
        ['NEW', SAME_AS_14],
      ]),
    ]);
    expect(preview.files[0]?.counts).toEqual({ new: 0, changed: 1, unchanged: 0, refused: 2 });
    expect(
      await refused([
        ['A', EAN],
        ['C', GTIN_8],
        ['NEW', SAME_AS_14],
      ]),
    ).toEqual([
      `2 GTIN ${EAN}: Row 4 gives NEW this GTIN as well. ${twice}`,
      `4 GTIN ${SAME_AS_14}: Row 2 gives A this GTIN as well. ${twice}`,
    ]);
    expect(await gtins()).toEqual(['', '', GTIN_8]);
    expect(await problemOf(get('NEW'))).toMatchObject({ code: 'not-found' });
  });

  test('refuses what a stored item has, unless a row of the file takes it from that', async () => {
    await give('A', EAN);
    expect(await refused([['B', EAN]])).toEqual([`2 GTIN ${EAN}: A (Laser) has this GTIN already. ${twice}`]);
    expect(
      await refused([
        ['A', GTIN_8],
        ['B', EAN],
      ]),
    ).toEqual([]);
    expect(await gtins()).toEqual([GTIN_8, EAN, '']);
    // Each takes the other's.
    expect(
      await refused([
        ['A', EAN],
        ['B', GTIN_8],
      ]),
    ).toEqual([]);
    expect(await gtins()).toEqual([EAN, GTIN_8, '']);
    // A keeps its own, because C has what it was to get: then B cannot have it.
    await give('C', '036000291452');
    expect(
      await refused([
        ['A', '036000291452'],
        ['B', EAN],
      ]),
    ).toEqual([
      `2 GTIN 036000291452: C has this GTIN already. ${twice}`,
      `3 GTIN ${EAN}: A (Laser) has this GTIN already. ${twice}`,
    ]);
    expect(await gtins()).toEqual([EAN, GTIN_8, '036000291452']);
  });
});

describe('a data file in which two items have the same GTIN', () => {
  beforeEach(() => storeTwice(EAN, SAME_AS_14));

  test('goes on: both can be edited, imported and cleared; a third item cannot get it', async () => {
    const item = await get('A');
    await core.api.items.save.mutate({ ...item, units: [], name: 'Renamed' });
    expect((await importFiles(core, [itemFile([['B', SAME_AS_14]])])).files[0]?.counts.refused).toBe(0);
    await load(core, itemsCsv([['B', 'Ser', 'Other']]));
    expect((await problemOf(give('C', EAN))).path).toBe('gtin');
    await give('B', '');
    expect(await gtins()).toEqual([EAN, '', '']);
  });

  test('says at a scan which items it could be', async () => {
    const problem = (gtin: string): string =>
      `${gtin} is the GTIN of more than one item: A (Laser), B (Drone). Type the item number, and give each item a GTIN of its own on the page Items.`;
    const find = (text: string) => core.api.receive.find.query({ text });
    expect(await find(EAN)).toMatchObject({ item: null, problem: problem(EAN) });
    expect(await find(`(01)${SAME_AS_14}(21)S1`)).toMatchObject({ item: null, problem: problem(SAME_AS_14) });
    expect(await find('A')).toMatchObject({ item: { itemNumber: 'A' }, problem: '' });
    const check = async (itemNumber: string): Promise<unknown> => {
      const input = { itemNumber, text: `(01)${SAME_AS_14}(21)S1`, scope: { kind: 'receive' } } as const;
      return (await core.api.serials.check.mutate({ ...input, capturesNew: true })).answers;
    };
    expect(await check('B')).toMatchObject([{ ok: true, serial: 'S1' }]);
    expect(await check('C')).toMatchObject([
      { ok: false, reason: 'This label belongs to A (Laser) or B (Drone), not to C.' },
    ]);
  });
});
