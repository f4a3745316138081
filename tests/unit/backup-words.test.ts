import { expect, test } from 'vitest';
import {
  comparedLines,
  formatBytes,
  madeWords,
} from '../../src-renderer/pages/settings/backups/backup-words.ts';

test.each([
  [{ made: 'by-hand', reason: '' }, 'By hand'],
  [{ made: 'nightly', reason: '' }, 'Nightly'],
  [{ made: 'before', reason: 'clearing 61' }, 'Before clearing 61'],
] as const)('%j is %s', (backup, words) => {
  expect(madeWords(backup)).toBe(words);
});

test.each([
  [0, '0.1 KB'],
  [4096, '4 KB'],
  [1024 ** 2 - 1, '1,024 KB'],
  [12.34 * 1024 ** 2, '12.3 MB'],
  [2048 * 1024 ** 2, '2,048 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test('a restore is told line by line, with what an older data file did not keep', () => {
  const now = { onHandRows: 1234, items: 5, groups: 2, orders: 3, lastChange: '2030-05-03T10:00:00.000Z' };
  const backup = { onHandRows: 1000, items: 5, groups: 2, orders: null, lastChange: null };
  const lines = comparedLines({ backup, now }, new Date('2030-06-01'));
  expect(lines.map((line) => [line.label, line.now, line.backup]).slice(0, 4)).toEqual([
    ['On-hand rows', '1,234', '1,000'],
    ['Items', '5', '5'],
    ['Tracking dimension groups', '2', '2'],
    ['Orders', '3', 'not kept then'],
  ]);
  expect(lines[4]).toMatchObject({ label: 'Last change', backup: 'never' });
  expect(lines[4]?.now).toMatch(/^\d May \d\d:\d\d$/);
});
