import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SerialCheckInput } from '../../src-main/domain/serial-check.ts';
import { load, openTestCore, problemOf, type TestCore } from '../fixtures/core.ts';
import { groupsCsv, itemsCsv, onHandCsv } from '../fixtures/dynamics-files.ts';

const GTIN_A = '04006381333931';
const GTIN_B = '09506000134352';

let core: TestCore;

/** A is captured at picking: S1 and 100-200 stand in 24 BULK-1, T1 in 24 FAR; B is another item with a GTIN. */
beforeEach(async () => {
  core = openTestCore();
  await load(
    core,
    groupsCsv([
      { name: 'Pick', active: true, control: true, capture: 'Picking' },
      { name: 'Loose', active: true },
      { name: 'No' },
      { name: 'Asp', salesProcess: true },
    ]),
    itemsCsv([
      ['A', 'Pick', 'Camera'],
      ['B', 'Pick', 'Drone'],
      ['L', 'Loose', 'Lamp'],
      ['N', 'No', 'Nut'],
      ['P', 'Asp', 'Pump'],
    ]),
    onHandCsv([
      { item: 'A', warehouse: '24', location: 'BULK-1', serial: 'S1', quantity: '1' },
      { item: 'A', warehouse: '24', location: 'BULK-1', serial: '100-200', quantity: '1' },
      { item: 'A', warehouse: '24', location: 'BULK-1', plate: 'LP-7', serial: 'P1', quantity: '1' },
      { item: 'A', warehouse: '24', location: 'BULK-1', quantity: '5' },
      { item: 'A', warehouse: '24', location: 'FAR', serial: 'T1', quantity: '1' },
      { item: 'L', warehouse: '24', location: 'BULK-1', serial: 'SAME', quantity: '3' },
    ]),
  );
  await change('A', { gtin: GTIN_A });
  await change('B', { gtin: GTIN_B.slice(1) });
});

afterEach(async () => {
  await core.remove();
  expect(core.unexpected).toEqual([]);
});

const change = async (itemNumber: string, values: object): Promise<void> => {
  const item = await core.api.items.get.query({ itemNumber });
  await core.api.items.save.mutate({ ...item, units: [...item.units], ...values });
};

const place = { kind: 'place', warehouse: '24', location: 'BULK-1' } as const;

const check = (text: string, input: Partial<SerialCheckInput> = {}) =>
  core.api.serials.check.mutate({ itemNumber: 'a', text, scope: place, capturesNew: true, ...input });

/** Each answer in one line. */
const said = async (text: string, input?: Partial<SerialCheckInput>): Promise<readonly string[]> =>
  (await check(text, input)).answers.map((answer) =>
    answer.ok
      ? `+ ${answer.serial}${answer.notice === undefined ? '' : ` (${answer.notice})`}`
      : answer.reason,
  );

describe('a scan', () => {
  test('of a serial that stands here is spelled as it stands, a new one as it came', async () => {
    expect((await check(' s1\r')).answers).toEqual([{ ok: true, serial: 'S1', units: 1 }]);
    expect((await check('n1')).answers).toEqual([{ ok: true, serial: 'n1', units: 1 }]);
  });

  test('of a serial that stands elsewhere names the place and the stock row', async () => {
    const [answer] = (await check('T1')).answers;
    expect(answer).toMatchObject({
      ok: false,
      text: 'T1',
      reason: 'T1 stands elsewhere: Warehouse 24, location FAR.',
    });
    expect(answer?.ok === false && answer.standsIn).toBeGreaterThan(0);
  });

  test('keeps to the license plate where one is named', async () => {
    expect(await said('P1')).toEqual(['+ P1']);
    expect(await said('P1', { scope: { ...place, licensePlate: 'LP-7' } })).toEqual(['+ P1']);
    expect(await said('P1', { scope: { ...place, licensePlate: '' } })).toEqual([
      'P1 stands elsewhere: Warehouse 24, location BULK-1, license plate LP-7.',
    ]);
  });

  test('where nothing is captured must stand here', async () => {
    expect(await said('NEW', { capturesNew: false })).toEqual(['NEW does not stand here.']);
    expect(await said('S1', { capturesNew: false })).toEqual(['+ S1']);
  });

  test('of what is held for an order line is not free here', async () => {
    expect(await said('S1', { scope: { ...place, orderLineId: 7 } })).toEqual([
      'S1 stands elsewhere: Warehouse 24, location BULK-1.',
    ]);
  });

  test('may be of one stock row', async () => {
    const [answer] = (await check('T1')).answers;
    const stockIds = [answer?.ok === false ? (answer.standsIn ?? 0) : 0];
    expect(await said('T1\nS1', { scope: { kind: 'rows', stockIds } })).toEqual([
      '+ T1',
      'S1 stands elsewhere: Warehouse 24, location BULK-1.',
    ]);
  });

  test('where one serial stands for several units says for how many', async () => {
    expect((await check('SAME', { itemNumber: 'L' })).answers).toEqual([
      { ok: true, serial: 'SAME', units: 3 },
    ]);
  });

  test("of the item's number or barcode is refused as that", async () => {
    expect(await said('A')).toEqual(["A is the item's barcode, not a serial number."]);
    expect(await said(GTIN_A.slice(1))).toEqual([
      `${GTIN_A.slice(1)} is the item's barcode, not a serial number.`,
    ]);
    expect(await said(`(01)${GTIN_A}`)).toEqual([
      `(01)${GTIN_A} is the item's barcode, not a serial number.`,
    ]);
  });

  test('at receiving is refused wherever it stands', async () => {
    expect(await said('S1', { scope: { kind: 'receive' } })).toEqual([
      'S1 stands elsewhere: Warehouse 24, location BULK-1.',
    ]);
  });
});

test('a serial that only the sales document carries is not looked for on-hand', async () => {
  const scope = { kind: 'document', orderLineId: 1 } as const;
  expect(await said('S1\nX\nx\nP', { itemNumber: 'P', scope })).toEqual([
    '+ S1',
    '+ X',
    'x is entered twice.',
    "P is the item's barcode, not a serial number.",
  ]);
});

describe('a list', () => {
  test('has all its problems at once, good entries stay', async () => {
    await change('A', { serialMask: '?##' });
    expect(await said('S01, X1; 9-2\ns01\nT1\nB02')).toEqual([
      '+ S01',
      "X1 does not fit the item's serial mask ?##.",
      '9-2 is a range that runs backwards: 9 comes after 2.',
      's01 is entered twice.',
      'T1 stands elsewhere: Warehouse 24, location FAR.',
      '+ B02',
    ]);
  });

  test('a range is counted out, unless it is known to be a serial', async () => {
    const { answers, doubtful } = await check('X8-X10');
    expect(answers).toEqual(
      ['X8', 'X9', 'X10'].map((serial) => ({ ok: true, serial, units: 1, range: 'X8-X10' })),
    );
    expect(doubtful).toEqual([{ text: 'X8-X10', as: 'range', count: 3 }]);
    expect(await check('100-200')).toMatchObject({
      answers: [{ ok: true, serial: '100-200' }],
      doubtful: [{ text: '100-200', as: 'serial', count: 101 }],
    });
    expect((await check('100-200', { reading: 'ranges' })).answers).toHaveLength(101);
    expect(await said('X8-X10', { reading: 'serials' })).toEqual(['+ X8-X10']);
  });

  test('a mask says what is a serial', async () => {
    await change('A', { serialMask: '###-###' });
    expect(await said('300-301')).toEqual(['+ 300-301']);
  });

  test('of nothing has no answers', async () => {
    expect(await check(' \n,')).toEqual({ answers: [], doubtful: [], labels: [] });
  });

  test('of more than 100,000 is refused as a whole', async () => {
    expect(await problemOf(check('A1-A90000\nB1-B90000'))).toMatchObject({ code: 'too-large', path: 'text' });
  });
});

describe('a GS1 label', () => {
  test('gives its serial, batch and count', async () => {
    const { answers, labels } = await check(`]C101${GTIN_A}10LOT\u001D3706\u001D21S1`);
    expect(answers).toEqual([{ ok: true, serial: 'S1', units: 1 }]);
    expect(labels).toEqual([{ gtin: GTIN_A, batch: 'LOT', serial: 'S1', count: 6 }]);
  });

  test('of another item is refused, naming that', async () => {
    expect(await said(`(01)${GTIN_B}(21)S1`)).toEqual(['This label belongs to B (Drone), not to A.']);
    expect(await said('(01)00000096385074(21)S1')).toEqual([
      `This label belongs to another item: its GTIN is 00000096385074, that of A is ${GTIN_A}.`,
    ]);
  });

  test('of nobody is taken for an item without a GTIN, with a notice', async () => {
    await change('A', { gtin: '' });
    expect(await said('(01)00000096385074(21)N1')).toEqual([
      '+ N1 (The GTIN 00000096385074 of this label is not that of any item yet.)',
    ]);
    expect(await said(`(01)${GTIN_B}(21)N1`)).toEqual(['This label belongs to B (Drone), not to A.']);
  });

  test('with the sign that the scanner sends', async () => {
    const text = `01${GTIN_A}10L~21N1`;
    expect(await said(text)).toEqual([`${text} is longer than 20 characters.`]);
    await core.api.settings.set.mutate({ gs1Sign: '~' });
    expect(await said(text)).toEqual(['+ N1']);
    expect(await said('A~1')).toEqual(['+ A~1']);
  });

  test('without a serial is refused', async () => {
    expect(await said(']C110LOT')).toEqual([']C110LOT is a label without a serial number.']);
  });
});

describe('the doors', () => {
  test('an item without serial numbers takes none', async () => {
    expect(await problemOf(check('X', { itemNumber: 'N' }))).toMatchObject({
      code: 'invalid',
      path: 'itemNumber',
      sentence: 'N is not tracked by serial number, so none can be entered for it.',
    });
    expect(await problemOf(check('X', { itemNumber: 'Q' }))).toMatchObject({ code: 'not-found' });
  });

  test.each([
    ['no scope', { scope: undefined }],
    ['an unknown scope', { scope: { kind: 'anywhere' } }],
    ['an unknown field', { scope: { ...place, color: 'red' } }],
    ['a long text', { text: 'A'.repeat(6_200_001) }],
    ['an unknown reading', { reading: 'guess' }],
  ])('%s is refused', async (_name, input) => {
    expect(await problemOf(check('X', input as Partial<SerialCheckInput>))).toMatchObject({
      httpStatus: 400,
    });
  });

  test('numbers of a format are made, and refused where they overflow', async () => {
    expect(await core.api.serials.createNumbers.query({ format: 'ABC-###-DEF', from: 9, to: 10 })).toEqual({
      serials: ['ABC-009-DEF', 'ABC-010-DEF'],
    });
    expect(
      await problemOf(core.api.serials.createNumbers.query({ format: 'A#', from: 9, to: 10 })),
    ).toMatchObject({ code: 'invalid', path: 'to', sentence: '10 needs 2 digits; the format has 1 #.' });
  });
});
