import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SerialAnswer } from '../../src-main/domain/serial-check.ts';
import { serialOf } from '../../src-main/domain/serial-entry.ts';
import { serialKey } from '../../src-main/domain/serial-number.ts';
import { wordsOf } from '../../src-renderer/serial-entry/scan-words.ts';
import { settleCheck, tallyOf } from '../../src-renderer/serial-entry/settle-check.ts';

const ok = (
  serial: string,
  more: { units?: number; range?: string; notice?: string } = {},
): SerialAnswer => ({
  ok: true,
  serial,
  units: 1,
  ...more,
});
const no = (text: string, reason: string, standsIn?: number): SerialAnswer => ({
  ok: false,
  text,
  reason,
  ...(standsIn !== undefined && { standsIn }),
});

/** What is added, and the reasons of what is not. */
const settle = (answers: readonly SerialAnswer[], room = 10, before: readonly string[] = []) => {
  const tally = tallyOf(before.map((serial) => ({ serial })));
  const { added, notTaken, notices } = settleCheck({ answers }, tally, room);
  return { added: added.map(serialOf), reasons: notTaken.map(({ reason }) => reason), notices };
};

describe('what is taken of a check', () => {
  test('all that is accepted, in its order, with its notices', () => {
    expect(settle([ok('B'), no('C', 'C is wrong.'), ok('A', { notice: 'A left.' })])).toEqual({
      added: ['B', 'A'],
      reasons: ['C is wrong.'],
      notices: ['A left.'],
    });
  });

  test('nothing that is entered already, in any case, or comes twice', () => {
    expect(settle([ok('a1'), ok('B'), ok('b')], 10, ['A1'])).toMatchObject({
      added: ['B'],
      reasons: ['a1 is entered already.', 'b is entered already.'],
    });
  });

  test('a serial of several units as often as it stands', () => {
    expect(settle([ok('S', { units: 2 }), ok('S', { units: 2 })], 10, ['S'])).toMatchObject({
      added: ['S'],
      reasons: ['S is entered already.'],
    });
  });

  test('no more than is missing', () => {
    expect(settle([ok('A'), ok('B'), ok('C')], 2)).toMatchObject({
      added: ['A', 'B'],
      reasons: ['C is one too many: nothing is missing.'],
    });
  });

  test('no part of a range that is longer than what is missing', () => {
    const range = 'A1-A3';
    const answers = [ok('X'), ...['A1', 'A2', 'A3'].map((serial) => ok(serial, { range })), ok('Y')];
    expect(settle(answers, 2)).toMatchObject({
      added: ['X', 'Y'],
      reasons: ['A1-A3 is a range of 3 serial numbers; only 1 more can be entered.'],
    });
    expect(settleCheck({ answers }, new Map(), 2).notTaken).toMatchObject([{ text: range, asSerial: true }]);
    expect(settle(answers, 3)).toMatchObject({
      added: ['X', 'Y'],
      reasons: ['A1-A3 is a range of 3 serial numbers; only 2 more can be entered.'],
    });
    expect(settle(answers, 5).added).toEqual(['X', 'A1', 'A2', 'A3', 'Y']);
  });

  test('where a serial stands instead is kept for a swap', () => {
    expect(settleCheck({ answers: [no('T', 'T stands elsewhere.', 7)] }, new Map(), 1).notTaken).toEqual([
      { text: 'T', reason: 'T stands elsewhere.', standsIn: 7 },
    ]);
  });

  test('never a serial twice, never more than there is room, and every answer is accounted for', () => {
    const serial = fc.constantFrom('a', 'A', 'b', 'B', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(serial), fc.array(serial), fc.nat(6), (before, now, room) => {
        const tally = tallyOf([...new Set(before.map(serialKey))].map((one) => ({ serial: one })));
        const { added, notTaken } = settleCheck({ answers: now.map((one) => ok(one)) }, tally, room);
        expect(added.length).toBeLessThanOrEqual(room);
        expect(added.length + notTaken.length).toBe(now.length);
        expect([...tally.values()].every((times) => times === 1)).toBe(true);
      }),
    );
  });
});

describe('what is said', () => {
  const words = (answers: readonly SerialAnswer[], room: number, needed: number, before = 0) => {
    const { added, notTaken, notices } = settleCheck({ answers }, new Map(), room);
    return wordsOf({ added, notTaken, notices, doubtful: [], entered: before + added.length }, needed);
  };

  test.each([
    ['one', [ok('A')], { tone: 'accepted', sound: 'accepted', text: 'A accepted.' }],
    ['one with a notice', [ok('A', { notice: 'A left.' })], { text: 'A accepted. A left.' }],
    ['several', [ok('A'), ok('B')], { text: '2 accepted.' }],
    ['one refused', [no('A', 'A is wrong.')], { tone: 'refused', sound: 'refused', text: 'A is wrong.' }],
    ['some refused', [ok('B'), no('A', 'A.')], { tone: 'refused', text: '1 accepted, 1 not taken.' }],
    ['all refused', [no('B', 'B.'), no('A', 'A.')], { text: 'None of 2 taken.' }],
    ['nothing', [], { tone: 'refused', text: 'There is no serial number in this text.' }],
    [
      'the last one',
      [ok('A'), ok('B'), ok('C')],
      { tone: 'accepted', sound: 'complete', text: '3 accepted. All 3 are entered.' },
    ],
  ] as const)('of %s', (_name, answers, expected) => {
    expect(words(answers, 5, 3)).toMatchObject(expected);
  });

  test('of a label that cannot be read', () => {
    const outcome = { added: [{ notReadable: 'Torn' }], notTaken: [], notices: [], doubtful: [], entered: 1 };
    expect(wordsOf(outcome, 2).text).toBe('Not readable accepted.');
  });

  test('of a range names it', () => {
    const added = [{ serial: 'A1' }, { serial: 'A2' }];
    const doubtful = [{ text: 'A1-A2', as: 'range', count: 2 } as const];
    expect(wordsOf({ added, notTaken: [], notices: [], doubtful, entered: 2 }, 9).text).toBe(
      'A1-A2: 2 accepted.',
    );
  });

  test('of many notices is short', () => {
    const answers = Array.from({ length: 9 }, (_, index) => ok(`A${index}`, { notice: `A${index} left.` }));
    expect(words(answers, 9, 20).text).toBe(
      '9 accepted. A0 left. A1 left. A2 left. 6 more have left the stock before.',
    );
  });
});
