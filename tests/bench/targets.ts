import type { Figure } from './figures.ts';

/** What a figure may be at most with a million rows, in its own unit. */
const targets: readonly (readonly [name: string, most: number])[] = [
  ['import.ratio', 2],
  ['import.page.p95', 50],
  ['page.start.p95', 30],
  ['page.middle.p95', 30],
  ['page.end.p95', 30],
  ['page.sorted.p95', 120],
  ['page.filtered.p95', 60],
  ['totals.all', 100],
  ['totals.blank', 100],
  ['totals.captured', 100],
  ['board.totals', 100],
  ['whatif.preview', 200],
  ['whatif.stages', 200],
  ['commit.10k', 2],
  ['commit.100k', 15],
  ['commit.memory', 400],
  ['scan.p95', 50],
  ['start.first-answer', 1000],
  ['memory.peak', 400],
];

/** The figures beside their targets as lines of a table; a figure that misses its target is marked. */
export function comparison(figures: readonly Figure[]): readonly string[] {
  const lines = figures.map(({ name, value, unit }) => {
    const target = targets.find(([one]) => one === name)?.[1];
    const limit = target === undefined ? '' : `at most ${target}`;
    const verdict = target === undefined ? '' : value <= target ? 'met' : 'MISSED';
    return `${name.padEnd(22)} ${value.toFixed(1).padStart(10)} ${unit.padEnd(6)} ${limit.padEnd(14)} ${verdict}`;
  });
  const unmeasured = targets.filter(([name]) => !figures.some((figure) => figure.name === name));
  return [
    `${'figure'.padEnd(22)} ${'value'.padStart(10)} ${'unit'.padEnd(6)} ${'at 1,000,000'.padEnd(14)}`,
    ...lines,
    ...unmeasured.map(([name, most]) => `${name.padEnd(40)} ${`at most ${most}`.padEnd(14)} not measured`),
  ].map((line) => line.trimEnd());
}
