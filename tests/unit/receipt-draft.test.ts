import { describe, expect, it } from 'vitest';
import type { ReceivableLine } from '../../src-main/domain/receive.ts';
import { newDraft, readRemembered, remembered } from '../../src-renderer/pages/receive/receipt-draft.ts';
import { lineSource, type Source } from '../../src-renderer/pages/receive/receive-source.ts';

const line = (changes: Partial<ReceivableLine> = {}): Source =>
  lineSource(
    { number: 'PO-1', kind: 'Purchase' },
    {
      id: 1,
      lineNumber: 1,
      itemNumber: 'A',
      itemName: '',
      inventoryUnit: 'ea',
      quantity: 12_000,
      unitQuantity: 2000,
      unit: 'box',
      warehouse: '61',
      open: 12_000,
      ...changes,
    },
  );
const item: Source = { kind: 'item', itemNumber: 'A', itemName: '', batchNumber: 'B7' };

describe('a new receipt', () => {
  it('proposes what is left in the ordered unit, where whole units of it are left', () => {
    const draft = (source: Source): unknown => {
      const { quantity, unit } = newDraft(source, readRemembered(null));
      return { quantity, unit };
    };
    expect(draft(line())).toEqual({ quantity: '2', unit: 'box' });
    expect(draft(line({ open: 6000 }))).toEqual({ quantity: '1', unit: 'box' });
    expect(draft(line({ open: 7000 }))).toEqual({ quantity: '7', unit: '' });
    expect(draft(line({ unit: 'ea', unitQuantity: 12_000, open: 2500 }))).toEqual({
      quantity: '2.5',
      unit: '',
    });
    expect(draft(item)).toEqual({ quantity: '1', unit: '' });
  });

  it('begins where the last one ended: the location of the warehouse, the status, never the plate', () => {
    const posted = {
      ...newDraft(item, readRemembered(null)),
      warehouse: '62',
      location: 'RECV',
      licensePlate: 'LP-1',
      inventoryStatus: 'Available',
      document: 'production' as const,
    };
    const kept = readRemembered(JSON.stringify(remembered(readRemembered(null), item, posted)));
    expect(newDraft(item, kept)).toMatchObject({
      warehouse: '62',
      location: 'RECV',
      licensePlate: '',
      batchNumber: 'B7',
      inventoryStatus: 'Available',
      document: 'production',
    });
    // Another warehouse has locations of its own.
    expect(newDraft(line(), kept).location).toBe('');
    const next = remembered(kept, line(), { ...posted, location: 'BULK-1' });
    expect(newDraft(line(), next).location).toBe('BULK-1');
    expect(newDraft(item, next)).toMatchObject({ warehouse: '62', location: 'RECV' });
  });

  it('takes whatever it cannot read as nothing', () => {
    for (const text of ['', '{', '1', '{"locations":[1],"document":"transfer","warehouse":7}'])
      expect(newDraft(item, readRemembered(text))).toMatchObject({
        warehouse: '',
        location: '',
        document: 'purchase',
      });
  });
});
