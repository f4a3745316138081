import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemScope, openGapDesk, type GapDesk } from '../fixtures/gap-desk.ts';
import { stockId, stockWords } from '../fixtures/stock-words.ts';

let core: GapDesk['core'];
let planOf: GapDesk['plan'];
let linesOf: GapDesk['lines'];
let words: GapDesk['words'];
beforeEach(async () => {
  const desk = await openGapDesk();
  ({ core, plan: planOf, lines: linesOf, words } = desk);
});
afterEach(async () => {
  expect(core.unexpected).toEqual([]);
  await core.remove();
});

describe('a plan', () => {
  it('says which serial goes to which blank unit, the oldest first, and changes nothing', async () => {
    const before = await stockWords(core, 'P');
    const plan = await planOf('A1\nA2\nA3', itemScope('P'));
    expect(plan).toMatchObject({ lines: 3, planned: 3, problems: 0, notices: 0, blankLeft: 1000 });
    expect(await words(plan)).toEqual(['1 A1: P 61 BULK-1', '2 A2: P 61 BULK-1', '3 A3: P 61 BULK-2 LP-1']);
    expect((await linesOf(plan))[0]).toMatchObject({ productName: 'Drill', byMask: false });
    expect(await stockWords(core, 'P')).toEqual(before);
  });

  it('goes by what the lines say: item, warehouse, location, plate and batch, in any case', async () => {
    const plan = await planOf(
      'Serial number\tItem number\tWarehouse\tLocation\tLicense plate\tBatch number\n' +
        'A1\tp\t61\tbulk-2\tlp-1\t\nA2\tP\t\tBULK-1\t\t\nA3\tN\t\t\t\tb1\nA4\tP\t62\t\t\t\nA5\tN\t\t\t\tB2',
    );
    expect(plan.columns).toEqual([
      'serialNumber',
      'itemNumber',
      'warehouse',
      'location',
      'licensePlate',
      'batchNumber',
    ]);
    expect(await words(plan)).toEqual([
      '5 A4! There is no blank unit of P, warehouse 62 here.',
      '6 A5! There is no blank unit of N, batch number B2 here.',
      '2 A1: P 61 BULK-2 LP-1',
      '3 A2: P 61 BULK-1',
      '4 A3: N 61 BULK-1',
    ]);
  });

  it('tells every problem at once and keeps the good lines', async () => {
    const plan = await planOf(
      'Item number\tSerial number\nP\tS9\nP\tA1\nP\ta1\nX\tA2\nU\tA3\nP\tP\nP\t123456789012345678901\nP\t\nP\tA9-A2\n' +
        'P\tB1-B4',
    );
    expect(plan).toMatchObject({ lines: 13, planned: 4, problems: 9 });
    expect(await words(plan)).toEqual([
      '2 S9! S9 stands elsewhere: Warehouse 61, location BULK-3.',
      '4 a1! a1 is entered twice.',
      '5 A2! There is no item X.',
      '6 A3! U is not tracked by serial number, so none can be entered for it.',
      "7 P! P is the item's barcode, not a serial number.",
      '8 123456789012345678901! 123456789012345678901 is longer than 20 characters.',
      '9 P! There is no serial number in this line.',
      '10 A9-A2! A9-A2 is a range that runs backwards: A9 comes after A2.',
      '11 B1-B4! All blank units of P go to other lines.',
      '3 A1: P 61 BULK-1',
      '11 B1: P 61 BULK-1',
      '11 B2: P 61 BULK-2 LP-1',
      '11 B3: P 61 BULK-2 LP-1',
    ]);
    expect(plan.ranges).toEqual({ count: 1, first: ['B1-B4'] });
    expect((await linesOf(plan, 'problems')).length).toBe(9);
    expect((await linesOf(plan, 'planned')).map(({ number }) => number)).toEqual([2, 10, 11, 12]);
  });

  it('asks for the item where several have blanks, unless only one mask fits', async () => {
    expect(await words(await planOf('A1'))).toEqual([
      '1 A1! Several items have blank units here. Say the item of A1 in its line.',
    ]);
    await change('P', { serialMask: 'AB##' });
    const plan = await planOf('AB12\nA1');
    expect(await words(plan)).toEqual([
      '2 A1! Several items have blank units here. Say the item of A1 in its line.',
      '1 AB12: P 61 BULK-1',
    ]);
    expect((await linesOf(plan, 'planned'))[0]?.byMask).toBe(true);
  });

  it('knows the columns of a block without a heading by their values', async () => {
    const plan = await planOf('A1\tP\tBULK-2\nA2\tN\tBULK-1');
    expect(await words(plan)).toEqual(['1 A1: P 61 BULK-2 LP-1', '2 A2: N 61 BULK-1']);
    expect(await words(await planOf('LP-1\tA1', itemScope('P')))).toEqual(['1 A1: P 61 BULK-2 LP-1']);
  });

  it('finds the item of a GS1 label by its GTIN, and the unit by its batch', async () => {
    await change('N', { gtin: '4012345678901' });
    expect(
      await words(
        await planOf(
          '(01)04012345678901(10)B1(21)A1\n(01)04012345678901(10)B2(21)A2\n(01)00614141999996(21)A3',
        ),
      ),
    ).toEqual([
      '2 (01)04012345678901(10)B2(21)A2! There is no blank unit of N, batch number B2 here.',
      '3 (01)00614141999996(21)A3! The GTIN 00614141999996 of this label is not that of any item with blank units here.',
      '1 A1: N 61 BULK-1',
    ]);
  });

  it('takes selected rows only', async () => {
    const id = await stockId(core, 'P', '', 'BULK-2');
    const plan = await planOf('A1-A3', { stockIds: [id] });
    expect(await words(plan)).toEqual([
      '1 A1-A3! All blank units of P go to other lines.',
      '1 A1: P 61 BULK-2 LP-1',
      '1 A2: P 61 BULK-2 LP-1',
    ]);
    expect(plan.blankLeft).toBe(0);
    expect(await core.api.closeGaps.blanks.mutate({ stockIds: [id] })).toEqual({
      quantity: 2000,
      exceptions: 0,
    });
  });

  it('leaves units alone that are recorded as not readable, unless the line names their place', async () => {
    const scope = itemScope('P');
    await core.api.closeGaps.recordExceptions.mutate({ scope, reason: 'Label torn', units: 2 });
    expect(await core.api.closeGaps.blanks.mutate(scope)).toEqual({ quantity: 2000, exceptions: 2000 });
    expect(await words(await planOf('A1-A3', scope))).toEqual([
      '1 A1-A3! All blank units of P go to other lines.',
      '1 A1: P 61 BULK-2 LP-1',
      '1 A2: P 61 BULK-2 LP-1',
    ]);
    expect(await words(await planOf('Item number\tLocation\tSerial number\nP\tBULK-1\tA1', scope))).toEqual([
      '2 A1! There is no blank unit of P, location BULK-1 here. Units that are recorded as not readable get their ' +
        'serial numbers where the line names warehouse and location.',
    ]);
    const plan = await planOf('Item number\tWarehouse\tLocation\tSerial number\nP\t61\tBULK-1\tA1', scope);
    expect(plan).toMatchObject({ planned: 1, notices: 1, blankLeft: 2000 });
    expect((await linesOf(plan))[0]?.notice).toBe('It was recorded as not readable; that ends.');
    const { actionId } = await core.api.closeGaps.confirm.mutate({ planId: plan.planId });
    expect(await stockWords(core, 'P')).toContain('BULK-1 - A1 1');
    expect(await core.api.closeGaps.blanks.mutate(scope)).toEqual({ quantity: 2000, exceptions: 1000 });
    await core.api.stock.reverseAction.mutate({ actionId });
    expect(await core.api.closeGaps.blanks.mutate(scope)).toEqual({ quantity: 2000, exceptions: 2000 });
  });
});

async function change(itemNumber: string, values: { serialMask?: string; gtin?: string }): Promise<void> {
  const { units, ...item } = await core.api.items.get.query({ itemNumber });
  await core.api.items.save.mutate({ ...item, units: [...units], ...values });
}
