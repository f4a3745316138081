import { describe, expect, it, test } from 'vitest';
import { captures, type Capture } from '../../src-main/domain/capture.ts';
import type { Holding } from '../../src-main/domain/on-hand.ts';
import {
  locationStages,
  NOT_TRACKED,
  rowVerdicts,
  stageOfUnit,
  verdicts,
  type LocationStage,
} from '../../src-main/domain/verdict.ts';
import { verdictLabel, verdictSentence, type JudgedRow } from '../../src-main/domain/verdict-words.ts';

const day = (iso: string): string => `${Number(iso.slice(8, 10))} Nov`;
const sentence = (row: JudgedRow): string => verdictSentence(row, day);

/** What a blank row stands for: its policy, where it is, how many units, and how many of them open work holds. */
interface Situation {
  readonly capture: Capture;
  readonly processes: boolean;
  readonly blankReceipt: boolean;
  readonly place: LocationStage;
  readonly holding: Holding;
  readonly units: number;
  readonly awaited: number;
}

const places: Readonly<Record<LocationStage, string>> = {
  Storage: 'BULK-1',
  'Staged after pick': 'STAGE-1',
  Packing: 'PACK-1',
  Loaded: 'BAYDOOR',
};
const groups = { None: 'Ser', Picking: 'SerPick', Packing: 'SerPack' } as const;
const held = {
  '': { orderLineId: 0, containerId: 0, inTransit: 0 },
  Picked: { orderLineId: 1, containerId: 0, inTransit: 0 },
  Packed: { orderLineId: 1, containerId: 1, inTransit: 0 },
  'In transit': { orderLineId: 1, containerId: 0, inTransit: 1 },
} as const;

function rowOf({ capture, processes, blankReceipt, place, holding, units, awaited }: Situation): JudgedRow {
  const stage = stageOfUnit(held[holding], place);
  const parts = rowVerdicts({
    policy: { capture, warehouseProcesses: processes, blankReceiptAllowed: blankReceipt },
    invalid: false,
    exception: false,
    blank: true,
    stage,
    quantity: units * 1000,
    awaited: awaited * 1000,
  });
  return {
    itemNumber: 'A-100',
    warehouse: '61',
    location: places[place],
    trackingDimensionGroup: groups[capture],
    capture,
    warehouseProcesses: processes,
    quantity: units * 1000,
    stage,
    holding,
    heldFor: holding === '' ? '' : 'SO-1007',
    container: holding === 'Packed' ? 'C-1' : '',
    heldFrom: holding === '' ? '' : '2026-11-12T08:00:00.000Z',
    heldUntil: holding === '' ? '' : '2026-11-12T09:00:00.000Z',
    notReadable: '',
    notReadableAt: '',
    invalid: [],
    verdict: parts[0]?.verdict ?? NOT_TRACKED,
    verdicts: parts,
    since: '2026-11-03T08:00:00.000Z',
  };
}

const table: readonly Situation[] = captures.flatMap((capture) =>
  [true, false].flatMap((processes) =>
    [true, false].flatMap((blankReceipt) =>
      locationStages.flatMap((place) =>
        (['', 'Picked', 'Packed', 'In transit'] as const).flatMap((holding) =>
          [1, 40].flatMap((units) =>
            (holding === '' ? [...new Set([0, Math.min(3, units), units])] : [0]).map((awaited) => ({
              capture,
              processes,
              blankReceipt,
              place,
              holding,
              units,
              awaited,
            })),
          ),
        ),
      ),
    ),
  ),
);

/** What must not be told apart, or must be: the documented rules look at nothing else. */
function meaning({ capture, processes, blankReceipt, place, holding, units, awaited }: Situation): string {
  if (!processes) return JSON.stringify([groups[capture], blankReceipt, units]);
  const waits = capture === 'Picking' && place === 'Storage' && holding === '' ? awaited : 0;
  return JSON.stringify([capture, holding === '' ? place : holding, units, waits]);
}

describe('a blank under every policy, at every place, held by anything', () => {
  test('is told apart from every other that means something else, and from no other', () => {
    const bySentence = new Map<string, Set<string>>();
    const byMeaning = new Map<string, Set<string>>();
    const note = (map: Map<string, Set<string>>, key: string, value: string): void => {
      map.set(key, (map.get(key) ?? new Set()).add(value));
    };
    for (const situation of table) {
      const words = sentence(rowOf(situation));
      note(bySentence, words, meaning(situation));
      note(byMeaning, meaning(situation), words);
    }
    expect([...bySentence].filter(([, meanings]) => meanings.size > 1)).toEqual([]);
    expect([...byMeaning].filter(([, sentences]) => sentences.size > 1)).toEqual([]);
    expect(bySentence.size).toBeGreaterThan(50);
  });

  test('is said in one sentence that agrees with its verdict and its number', () => {
    for (const situation of table) {
      const row = rowOf(situation);
      const words = sentence(row);
      expect(words).toMatch(/^[A-Z][^.]*\.$/);
      expect(words).not.toMatch(/undefined|null|NaN| {2}|,,| ,/);
      const isPart = row.verdicts.length > 1;
      expect(/ due[.;]/.test(words), words).toBe(row.verdict === 'Due');
      expect(/may be blank/.test(words), words).toBe(row.verdict === 'Expected' || isPart);
      expect(/(still|left) blank\.$/.test(words), words).toBe(row.verdict === 'Overdue');
      expect(/this unit/.test(words), words).toBe(situation.units === 1);
      expect(words).toContain(groups[situation.capture]);
    }
  });

  const words = (situation: Partial<Situation>): string =>
    sentence(
      rowOf({
        capture: 'Picking',
        processes: true,
        blankReceipt: true,
        place: 'Storage',
        holding: '',
        units: 1,
        awaited: 0,
        ...situation,
      }),
    );

  it.each<[Partial<Situation>, string]>([
    [{ capture: 'None' }, 'Ser asks at receiving; this unit is in storage at BULK-1 and is still blank.'],
    [
      { capture: 'None', holding: 'Picked', units: 2 },
      'Ser asks at receiving; these 2 units were picked on 12 Nov for SO-1007 and are still blank.',
    ],
    [
      {},
      'SerPick asks at picking; this unit is in storage at BULK-1, so it may be blank until it is picked.',
    ],
    [{ awaited: 1 }, 'SerPick asks at picking; open pick work holds this unit, so its serial number is due.'],
    [
      { units: 40, awaited: 3 },
      'SerPick asks at picking; open pick work holds 3 of these 40 units, so their serial numbers are due; the rest may be blank until they are picked.',
    ],
    [
      { units: 2, awaited: 1 },
      'SerPick asks at picking; open pick work holds 1 of these 2 units, so its serial number is due; the rest may be blank until it is picked.',
    ],
    [
      { holding: 'Picked' },
      'SerPick asks at picking; this unit was picked on 12 Nov for SO-1007 and left blank.',
    ],
    [
      { holding: 'Packed' },
      'SerPick asks at picking; this unit was packed into C-1 on 12 Nov for SO-1007 and left blank.',
    ],
    [
      { place: 'Staged after pick', units: 1200 },
      'SerPick asks at picking; these 1,200 units stand at STAGE-1, where the stage is Staged after pick, and are still blank.',
    ],
    [
      { capture: 'Packing', holding: 'Picked' },
      'SerPack asks at packing; this unit was picked on 12 Nov for SO-1007, so it may be blank until it is packed.',
    ],
    [
      { capture: 'Packing', place: 'Packing' },
      'SerPack asks at packing; this unit stands at PACK-1, where the stage is Packing, so its serial number is due.',
    ],
    [
      { capture: 'Packing', holding: 'Packed', units: 4 },
      'SerPack asks at packing; these 4 units were packed into C-1 on 12 Nov for SO-1007, so their serial numbers are due.',
    ],
    [
      { capture: 'Packing', holding: 'In transit' },
      'SerPack asks at packing; this unit went into transit on 12 Nov for SO-1007 and is still blank.',
    ],
    [
      { capture: 'None', processes: false },
      'A-100 uses no warehouse management processes and Ser allows blank receipt, so this unit may be blank.',
    ],
    [
      { capture: 'Packing', processes: false, blankReceipt: false, units: 2 },
      'A-100 uses no warehouse management processes and SerPack does not allow blank receipt; these 2 units are still blank.',
    ],
  ])('%j', (situation, expected) => {
    expect(words(situation)).toBe(expected);
  });
});

const blank = rowOf({
  capture: 'Picking',
  processes: true,
  blankReceipt: true,
  place: 'Storage',
  holding: 'Picked',
  units: 2,
  awaited: 0,
});

describe('what is known in part', () => {
  it('says between which days units came, and no day where that is not known of all', () => {
    expect(sentence({ ...blank, heldUntil: '2026-11-14T08:00:00.000Z' })).toContain(
      'were picked between 12 Nov and 14 Nov for SO-1007',
    );
    expect(sentence({ ...blank, heldFrom: '', heldUntil: '' })).toContain('were picked for SO-1007 and left');
    expect(sentence({ ...blank, heldFor: '' })).toContain('were picked on 12 Nov and left');
  });

  it('names the warehouse where there is no location', () => {
    const free = { ...blank, holding: '', stage: 'Storage', location: '', verdict: 'Expected' } as const;
    expect(sentence(free)).toContain('are in storage in warehouse 61, so');
    expect(sentence({ ...free, warehouse: '' })).toContain('are in storage without a location, so');
  });
});

test('the other verdicts say why, too', () => {
  expect(sentence({ ...blank, verdict: 'Captured' })).toBe(
    'The serial number is captured; it has stood in on-hand since 3 Nov.',
  );
  const torn = { ...blank, verdict: 'Exception', notReadableAt: '2026-11-20T08:00:00.000Z' } as const;
  expect(sentence({ ...torn, notReadable: 'Torn. ' })).toBe(
    'The label was recorded as not readable on 20 Nov: Torn.',
  );
  expect(sentence(torn)).toBe('The label was recorded as not readable on 20 Nov.');
  const reasons = ['The quantity of a serial-tracked item is not whole.', 'It is too long.'];
  expect(sentence({ ...blank, verdict: 'Invalid', invalid: reasons })).toBe(reasons.join(' '));
  expect(sentence({ ...blank, verdict: NOT_TRACKED, verdicts: [] })).toBe(
    'Serial number is not Active for this item, so its stock has no verdict.',
  );
});

test('a chip names the worst verdict, and how many units have it where others have another', () => {
  const due = { verdict: 'Due', quantity: 3000 } as const;
  for (const verdict of verdicts)
    expect(verdictLabel({ verdicts: [{ verdict, quantity: 5000 }], quantity: 5000 })).toBe(verdict);
  expect(
    verdictLabel({ verdicts: [due, { verdict: 'Expected', quantity: 1_197_000 }], quantity: 1_200_000 }),
  ).toBe('Due 3 of 1,200');
  expect(verdictLabel({ verdicts: [], quantity: 5000 })).toBe('');
});
