import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Capture } from '../../src-main/domain/capture.ts';
import type { SerialEntry } from '../../src-main/domain/serial-entry.ts';
import { blankMayPass, capturesAt, type OutboundStep } from '../../src-main/domain/serial-policy.ts';
import { stockedItem } from '../../src-main/services/stocked-item.ts';
import { takeUnits, type Taken } from '../../src-main/services/take-units.ts';
import { countStatements } from '../fixtures/count-statements.ts';
import { capturing, openLedgerDesk, type LedgerDesk } from '../fixtures/ledger-desk.ts';

let desk: LedgerDesk;
beforeEach(() => {
  desk = openLedgerDesk();
});
afterEach(() => desk.remove());

/** Two units with a serial, three blank ones, in one place. */
const mixed = (capture: Capture, blankIssueAllowed = false): void => {
  desk.item('A', {
    ...capturing(capture),
    ...(capture === 'None'
      ? { 'serialNumber.blankReceiptAllowed': true, 'serialNumber.blankIssueAllowed': blankIssueAllowed }
      : {}),
  });
  desk.receive({ itemNumber: 'A' }, ['S1', 'S2'], 3);
};

const take = (units: number, entries: readonly SerialEntry[], step: OutboundStep = 'Pick'): Taken =>
  desk.act((posting) => {
    const item = stockedItem(desk.store, 'a');
    return takeUnits(desk.store, posting, {
      item,
      rows: desk.stock('A').filter(({ key }) => key.orderLineId === 0),
      quantity: units * 1000,
      entries,
      captures: capturesAt(item.policy, step),
      blankMayPass: blankMayPass(item.policy, step),
      kind: 'pick',
      to: (key) => ({ ...key, location: 'STAGE', orderLineId: 7 }),
    });
  });

const serials = (...texts: readonly string[]): readonly SerialEntry[] => texts.map((serial) => ({ serial }));

/** What stands where: `location serial units`, a row each. */
const seen = (): readonly string[] =>
  desk
    .stock('A')
    .map(({ key, quantity }) =>
      [
        key.location,
        key.serialNumber || (key.exceptionId === 0 ? '(blank)' : '(not readable)'),
        quantity / 1000,
      ].join(' '),
    )
    .sort();

describe('under Picking', () => {
  beforeEach(() => mixed('Picking'));

  it('moves the unit of a serial that stands here, and captures a new one onto a blank', () => {
    expect(take(2, serials('s1', 'N1'))).toEqual({ captured: 1, notices: [] });
    expect(seen()).toEqual(['BULK-1 (blank) 2', 'BULK-1 S2 1', 'STAGE N1 1', 'STAGE S1 1']);
  });

  it('asks each unit of a part', () => {
    expect(() => take(2, serials('N1'))).toThrow('A needs 2 serial numbers; 1 is entered.');
    expect(() => take(2, serials('N1', 'N2', 'N3'))).toThrow('3 serial numbers were entered for 2 units.');
    expect(seen()).toEqual(['BULK-1 (blank) 3', 'BULK-1 S1 1', 'BULK-1 S2 1']);
  });

  it('takes the serials of a whole place unasked, and asks for its blanks only', () => {
    expect(() => take(5, serials('N1', 'N2'))).toThrow('A needs 3 serial numbers; 2 are entered.');
    take(5, serials('N1', 'N2', 'N3'));
    expect(seen()).toEqual(['STAGE N1 1', 'STAGE N2 1', 'STAGE N3 1', 'STAGE S1 1', 'STAGE S2 1']);
  });

  it('refuses a serial that stands elsewhere, naming the place, and one that is entered twice', () => {
    desk.receive({ itemNumber: 'A', warehouse: '62', location: 'FAR' }, ['T1']);
    const near = desk.stock('A').filter(({ key }) => key.warehouse === '61');
    expect(near).toHaveLength(3);
    expect(() =>
      desk.act((posting) => {
        const item = stockedItem(desk.store, 'A');
        takeUnits(desk.store, posting, {
          item,
          rows: near,
          quantity: 1000,
          entries: serials('t1'),
          captures: true,
          blankMayPass: true,
          kind: 'pick',
          to: (key) => key,
        });
      }),
    ).toThrow('t1 stands elsewhere: Warehouse 62, location FAR.');
    expect(() => take(2, serials('N1', 'n1'))).toThrow('n1 is entered twice.');
  });

  it('records a label that cannot be read as a row of its own', () => {
    take(2, [{ notReadable: 'Label torn' }, ...serials('N1')]);
    expect(seen()).toEqual([
      'BULK-1 (blank) 1',
      'BULK-1 S1 1',
      'BULK-1 S2 1',
      'STAGE (not readable) 1',
      'STAGE N1 1',
    ]);
  });

  it('refuses more than stands there', () => {
    expect(() => take(6, [])).toThrow('Only 5 of A can be taken here, not 6.');
  });
});

describe('under Packing, at picking', () => {
  beforeEach(() => mixed('Packing'));

  it('lets blanks go first, unasked', () => {
    take(3, []);
    expect(seen()).toEqual(['BULK-1 S1 1', 'BULK-1 S2 1', 'STAGE (blank) 3']);
  });

  it('asks which serials where blanks are too few, and captures none', () => {
    expect(() => take(4, [])).toThrow('A needs 1 serial number; 0 are entered.');
    expect(() => take(4, serials('NEW'))).toThrow('NEW does not stand here.');
    take(4, serials('S2'));
    expect(seen()).toEqual(['BULK-1 S1 1', 'STAGE (blank) 3', 'STAGE S2 1']);
  });

  it('takes the whole place unasked', () => {
    take(5, []);
    expect(seen()).toEqual(['STAGE (blank) 3', 'STAGE S1 1', 'STAGE S2 1']);
  });
});

describe('under None', () => {
  it('asks which serials make up a part', () => {
    mixed('None');
    expect(() => take(1, [])).toThrow('A needs 1 serial number; 0 are entered.');
    take(1, serials('S1'));
    expect(seen()).toEqual(['BULK-1 (blank) 3', 'BULK-1 S2 1', 'STAGE S1 1']);
  });

  it('refuses blank units where blank issue is off', () => {
    mixed('None');
    expect(() => take(5, [])).toThrow('Blank issue allowed is off. Record their serials now.');
  });

  it('lets a blank unit go where blank issue is allowed', () => {
    mixed('None', true);
    take(5, []);
    expect(seen()).toEqual(['STAGE (blank) 3', 'STAGE S1 1', 'STAGE S2 1']);
  });
});

it('needs as many statements for a hundred units as for ten, ten times over at most', async () => {
  desk.item('A', capturing('Picking'));
  const statements = (units: number): Promise<number> => {
    desk.receive({ itemNumber: 'A' }, [], units);
    expect(desk.stock('A').length).toBeGreaterThan(0);
    return countStatements(desk.store, () =>
      take(units, serials(...Array.from({ length: units }, (_, index) => `N${units}-${index}`))),
    );
  };
  const [ten, hundred] = [await statements(10), await statements(100)];
  expect(hundred).toBeLessThanOrEqual(ten * 10);
});
