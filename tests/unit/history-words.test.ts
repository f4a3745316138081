import { describe, expect, it } from 'vitest';
import { defaultAppSettings } from '../../src-main/domain/app-settings.ts';
import type { HistoryEvent, HistoryKind } from '../../src-main/domain/history.ts';
import { fieldChanges } from '../../src-main/domain/version-differences.ts';
import { newNumberGroup } from '../../src-main/domain/tracking-number-group.ts';
import { withSetting } from '../../src-main/domain/tracking-fields.ts';
import { defaultTrackingSettings } from '../../src-main/domain/tracking-settings.ts';
import { checkResult } from '../../src-renderer/pages/history/check-result.ts';
import { canRestore, eventGist } from '../../src-renderer/pages/history/event-words.ts';
import {
  everyEvent,
  historyQueryOf,
  readHistoryFilter,
  showsEveryEvent,
  writeHistoryFilter,
} from '../../src-renderer/pages/history/history-filter.ts';

const active = withSetting(defaultTrackingSettings, 'serialNumber.active', true);
const group = { name: 'Ser', description: '', settings: active };
const item = { itemNumber: 'A', name: 'Drone', groupId: 1, trackingDimensionGroup: 'Ser', units: [] };
const numbers = { ...newNumberGroup, code: 'SN' };

type Version = HistoryEvent['before'];

describe('a change in words', () => {
  it.each<[HistoryKind, Version, Version, string]>([
    ['tracking-dimension-group', null, group, 'Created'],
    ['tracking-dimension-group', group, null, 'Deleted'],
    [
      'tracking-dimension-group',
      group,
      { ...group, description: 'Serial', settings: withSetting(active, 'captureSerialNumber', 'Packing') },
      'Description: – → Serial; Capture serial number: None → Packing',
    ],
    [
      'tracking-dimension-group',
      group,
      { ...group, settings: withSetting(active, 'owner.active', true) },
      'Owner: Active: No → Yes',
    ],
    [
      'tracking-number-group',
      numbers,
      { ...numbers, name: 'Serials', sequence: { ...numbers.sequence, format: 'S-######' } },
      'Name: – → Serials; Format: ###### → S-######',
    ],
    // Its group is shown by name, never by the number it has in the database.
    [
      'item',
      item,
      { ...item, groupId: 2, trackingDimensionGroup: 'SerPick' },
      'Tracking dimension group: Ser → SerPick',
    ],
    ['item', item, { ...item, units: [{ unit: 'box', quantity: 6000 }] }, 'Units: – → box of 6'],
    [
      'storage-dimension-group',
      { name: 'Wh', warehouseProcesses: true },
      { name: 'Wh', warehouseProcesses: false },
      'Use warehouse management processes: Yes → No',
    ],
    [
      'location-stages',
      {
        patterns: [
          { warehouse: '', pattern: 'PACK-*', stage: 'Packing' },
          { warehouse: '24', pattern: 'DOCK', stage: 'Loaded' },
        ],
      },
      { patterns: [{ warehouse: '', pattern: 'PACK-*', stage: 'Loaded' }] },
      'PACK-*: Packing → Loaded; DOCK in warehouse 24: Loaded → –',
    ],
    ['settings', { serialLength: 20 }, { serialLength: 60 }, 'Longest serial number: 20 → 60'],
    [
      'settings',
      { ...defaultAppSettings, serialUniqueness: 'across-items' },
      { ...defaultAppSettings, gs1Sign: '~' },
      'Serial number uniqueness: Across items → Per item, on-hand; ' +
        'Sign between elements of a GS1 label: FNC1 itself (GS, ASCII 29) → ~',
    ],
    ['data-file', null, { rows: 3, backup: 'a.db' }, 'Rows taken away: 3; Backup: a.db'],
  ])('of a %s', (kind, before, after, words) => {
    expect(eventGist({ kind, before, after })).toBe(words);
  });

  it('tells all fields of what was created, and of what was deleted', () => {
    const created = fieldChanges({ kind: 'item', before: null, after: item });
    expect(created).toContainEqual({ label: 'Product name', before: '–', after: 'Drone' });
    const deleted = fieldChanges({ kind: 'item', before: item, after: null });
    expect(deleted).toContainEqual({ label: 'Product name', before: 'Drone', after: '–' });
  });

  it('shows a version of another shape as it stands', () => {
    const changes = fieldChanges({
      kind: 'tracking-dimension-group',
      before: { name: 'Ser', flag: true },
      after: { name: 'Ser', flag: false },
    });
    expect(changes).toEqual([{ label: 'flag', before: 'Yes', after: 'No' }]);
  });
});

describe('a version to go back to', () => {
  it.each<[HistoryKind, 'before' | 'after', boolean]>([
    ['tracking-dimension-group', 'after', true],
    ['tracking-dimension-group', 'before', false],
    ['tracking-number-group', 'after', true],
    ['storage-dimension-group', 'after', true],
    ['item', 'after', true],
    ['data-file', 'after', false],
    ['settings', 'after', true],
  ])('of a %s that was created: %s %s', (kind, side, there) => {
    expect(canRestore({ kind, before: null, after: {} }, side)).toBe(there);
  });
});

describe('a check in words', () => {
  it.each([
    [{ events: 1, brokenFrom: null }, 'success', 'The chain holds for 1 event.'],
    [{ events: 1234, brokenFrom: null }, 'success', 'The chain holds for 1,234 events.'],
  ] as const)('%j', (check, severity, text) => {
    expect(checkResult(check)).toEqual({ severity, text });
  });

  it('names the first event that does not hold', () => {
    const { severity, text } = checkResult({ events: 6, brokenFrom: 7 });
    expect(severity).toBe('error');
    expect(text).toMatch(/^The chain does not hold from event 7 on: .* the 6 events before\.$/);
  });
});

describe('the filter', () => {
  const filter = {
    ...everyEvent,
    kind: 'item',
    subject: 'A & B',
    door: 'bulk',
    search: 'drone',
    from: '2026-11-23',
    until: '2026-11-23',
  } as const;

  it('comes back from its address, and leaves out what makes no sense there', () => {
    expect(readHistoryFilter(writeHistoryFilter(filter))).toEqual(filter);
    expect(writeHistoryFilter(everyEvent).toString()).toBe('');
    const nonsense = new URLSearchParams({ kind: 'cat', door: 'window', from: '2026-02-99', until: 'soon' });
    expect(readHistoryFilter(nonsense)).toEqual(everyEvent);
    expect(showsEveryEvent(readHistoryFilter(nonsense))).toBe(true);
    expect(showsEveryEvent(filter)).toBe(false);
  });

  it('asks for whole days of this machine’s calendar, the last one included', () => {
    const { from = '', until = '', ...rest } = historyQueryOf(filter, 100, 50);
    expect(new Date(from)).toEqual(new Date(2026, 10, 23));
    expect(new Date(until)).toEqual(new Date(2026, 10, 24));
    expect(rest).toEqual({
      kind: 'item',
      subject: 'A & B',
      door: 'bulk',
      search: 'drone',
      offset: 100,
      limit: 50,
    });
    expect(historyQueryOf(everyEvent, 0, 10)).toEqual({ search: '', offset: 0, limit: 10 });
  });
});
