import { expect, test } from 'vitest';
import { draftOf, readDraft } from '../../src-renderer/duties/duty-draft.ts';

test('what is agreed goes into the fields and back', () => {
  for (const duty of [
    { warehouse: '61', responsible: 'Night shift', dueDays: 0 },
    { warehouse: '', responsible: '', dueDays: null },
  ])
    expect(readDraft(duty.warehouse, draftOf(duty))).toEqual({ duty, problems: {} });
  expect(readDraft('61', { responsible: ' Goods in ', dueDays: ' 12 ' }).duty).toEqual({
    warehouse: '61',
    responsible: 'Goods in',
    dueDays: 12,
  });
});

test.each(['1.5', '-1', '1000', 'three', '1e2', '0x1'])('%j days are refused with a sentence', (dueDays) => {
  expect(readDraft('61', { responsible: 'x'.repeat(61), dueDays })).toEqual({
    duty: undefined,
    problems: {
      responsible: 'A name has at most 60 characters.',
      dueDays: 'Write whole days from 0 to 999, or nothing.',
    },
  });
});
