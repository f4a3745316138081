import { expect, it } from 'vitest';
import type { EventLine } from '../../src-main/domain/inventory-event.ts';
import { eventGist } from '../../src-renderer/pages/transactions/event-gist.ts';

const line = (quantity: number, place: Partial<EventLine>): EventLine => ({
  stockId: 1,
  itemNumber: 'A',
  warehouse: '61',
  location: '',
  licensePlate: '',
  batchNumber: '',
  serialNumber: '',
  exceptionId: 0,
  inTransit: 0,
  ...place,
  quantity: quantity * 1000,
});

it.each([
  ['a receipt', [line(3, { location: 'BULK' })], 'A × 3: → 61 BULK'],
  [
    'a receipt of serials',
    [line(1, { serialNumber: 'S1' }), line(1, { serialNumber: 'S2' })],
    'A S1, S2: → 61',
  ],
  [
    'a move',
    [line(-1, { location: 'X', serialNumber: 'S1' }), line(1, { location: 'Y', serialNumber: 'S1' })],
    'A S1: 61 X → 61 Y',
  ],
  [
    'a capture',
    [line(-1, { location: 'X' }), line(1, { location: 'X', serialNumber: 'S1' })],
    'A S1: at 61 X',
  ],
  [
    'an exception',
    [line(-1, { location: 'X' }), line(1, { location: 'X', exceptionId: 9 })],
    'A not readable: at 61 X',
  ],
  [
    'a swap',
    [
      line(-1, { location: 'X' }),
      line(-1, { location: 'Y', serialNumber: 'S1' }),
      line(1, { location: 'X', serialNumber: 'S1' }),
      line(1, { location: 'Y' }),
    ],
    'A S1: 61 Y → 61 X',
  ],
  ['a shipment', [line(-2, { location: 'BAY', licensePlate: 'LP' })], 'A × 2: 61 BAY LP →'],
  [
    'a transfer',
    [line(-1, { location: 'BAY' }), line(1, { inTransit: 1 })],
    'A × 1: 61 BAY → 61 (in transit)',
  ],
  ['an import, whose rows are not listed', [], ''],
] as const)('%s', (_name, lines, gist) => {
  expect(eventGist(lines, false)).toBe(gist);
});

it('says that there is more', () => {
  expect(eventGist([line(1, { serialNumber: 'S1' })], true)).toBe('A S1: → 61, and more');
});
