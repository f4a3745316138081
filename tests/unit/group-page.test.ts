import { describe, expect, it } from 'vitest';
import type { GroupInput } from '../../src-main/domain/tracking-dimension-group.ts';
import { defaultTrackingSettings } from '../../src-main/domain/tracking-settings.ts';
import { gatherReasons, joinLabels, reasonId } from '../../src-renderer/form/held-reasons.ts';
import { filterRows } from '../../src-renderer/form/groups/group-filter.ts';
import { changedFields, keepMine } from '../../src-renderer/form/groups/group-kind.ts';
import { freeName } from '../../src-renderer/form/groups/opened-group.ts';
import { createTypeAhead } from '../../src-renderer/form/groups/type-ahead.ts';
import { groupFields } from '../../src-main/domain/tracking-group-fields.ts';
import { groupRow } from '../../src-renderer/pages/tracking-dimension-groups/group-row.ts';

const group = (patch: Partial<GroupInput> = {}): GroupInput => ({
  name: 'Ser',
  description: '',
  settings: defaultTrackingSettings,
  ...patch,
});

describe('two edits of one group', () => {
  const base = group();
  const theirs = group({
    description: 'Theirs',
    settings: { ...defaultTrackingSettings, owner: { active: true } },
  });
  const mine = group({
    description: 'Mine',
    settings: { ...defaultTrackingSettings, gtdNumber: { active: true } },
  });

  it('names what differs', () => {
    expect(changedFields(groupFields, base, theirs).map(({ label }) => label)).toEqual([
      'Description',
      'Owner: Active',
    ]);
    expect(changedFields(groupFields, base, base)).toEqual([]);
  });

  it('keeps what this window changed, and takes everything else from the newer version', () => {
    expect(keepMine(groupFields, base, theirs, mine)).toEqual(
      group({
        description: 'Mine',
        settings: { ...defaultTrackingSettings, owner: { active: true }, gtdNumber: { active: true } },
      }),
    );
  });
});

describe('the name of a copy', () => {
  it.each([
    ['Ser', ['Ser'], 'Ser2'],
    ['Ser', ['SER', 'ser2'], 'Ser3'],
    ['Ser2', ['Ser2'], 'Ser3'],
    ['TenLetters', ['TenLetters'], 'TenLetter2'],
    ['Tenletter9', ['Tenletter9', 'Tenletter2'], 'Tenletter3'],
  ])('of %s beside %j is %s', (name, names, expected) => {
    const found = freeName(name, names, 10);
    expect(found.length).toBeLessThanOrEqual(10);
    expect(found).toBe(expected);
  });
});

describe('the filter of the list', () => {
  const groups = [
    { ...group({ description: 'Serial from receiving' }), id: 1, version: 1 },
    {
      ...group({ name: 'Sales', description: 'Only on the sales line' }),
      settings: {
        ...defaultTrackingSettings,
        serialNumber: { ...defaultTrackingSettings.serialNumber, activeInSalesProcess: true },
      },
      id: 2,
      version: 1,
    },
  ];
  it.each([
    ['', [1, 2]],
    ['  ', [1, 2]],
    ['RECEIVING ser', [1]],
    ['sales process', [2]],
    ['none', [1, 2]],
    ['packing', []],
  ])('%j finds %j', (text, ids) => {
    expect(filterRows(groups.map(groupRow), text).map(({ id }) => id)).toEqual(ids);
  });
});

describe('typing in the list', () => {
  const names = ['None', 'Ser', 'SerPack', 'SerPick', 'Étage'];

  it('goes on to the next name with the same first letter, and round again', () => {
    const type = createTypeAhead();
    expect(type('s', 0, names, 0)).toBe(1);
    expect(type('s', 100, names, 1)).toBe(2);
    expect(type('s', 200, names, 2)).toBe(3);
    expect(type('s', 300, names, 3)).toBe(1);
  });

  it('reads letters that follow each other as one word, and forgets them after a pause', () => {
    const type = createTypeAhead();
    expect(type('s', 0, names, 0)).toBe(1);
    expect(type('e', 100, names, 1)).toBe(1);
    expect(type('r', 200, names, 1)).toBe(1);
    expect(type('p', 300, names, 1)).toBe(2);
    expect(type('n', 5_000, names, 2)).toBe(0);
    expect(type('x', 10_000, names, 0)).toBeUndefined();
  });

  it('takes letters with accents', () => {
    expect(createTypeAhead()('é', 0, names, 0)).toBe(4);
  });
});

describe('reasons', () => {
  const reasons = gatherReasons('table', [
    { label: 'Serial number: Active', because: 'Needed.' },
    { label: 'Serial number: Blank issue allowed', because: 'Selected.' },
    { label: 'Serial number: Blank receipt allowed', because: 'Selected.' },
  ]);

  it('are gathered, each with the fields it holds', () => {
    expect(reasons.map(({ because, labels }) => [because, joinLabels(labels)])).toEqual([
      ['Needed.', 'Serial number: Active'],
      ['Selected.', 'Serial number: Blank issue allowed, Blank receipt allowed'],
    ]);
  });

  it('are found by a field, for its description', () => {
    expect(reasonId(reasons, 'Selected.')).toBe(reasons[1]?.id);
    expect(reasonId(reasons, undefined)).toBeUndefined();
    expect(new Set(reasons.map(({ id }) => id)).size).toBe(2);
  });

  it('name fields of several dimensions one after the other', () => {
    expect(
      joinLabels(['Batch number: Active', 'Serial number control', 'Batch number: For sales prices']),
    ).toBe('Batch number: Active, For sales prices; Serial number control');
  });
});
