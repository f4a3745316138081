import { expect, it } from 'vitest';
import type { Capture } from '../../src-main/domain/capture.ts';
import { untracked, type SerialPolicy } from '../../src-main/domain/serial-policy.ts';
import { stoppedOrders, type HeldUnits } from '../../src-main/domain/stopped-orders.ts';

const held: HeldUnits = {
  orderNumber: 'SO-1',
  lineNumber: 2,
  itemNumber: 'A',
  loose: 3,
  packed: 2,
  exceptions: 1,
};
const policy = (capture: Capture, blankIssueAllowed = true): SerialPolicy => ({
  ...untracked,
  tracked: true,
  capture,
  blankIssueAllowed,
});
const stopped = (before: SerialPolicy, after: SerialPolicy): number =>
  stoppedOrders(
    [held],
    () => before,
    () => after,
  ).reduce((sum, { units }) => sum + units, 0);

it.each([
  ['Packing', 'Picking', 3],
  ['Picking', 'Packing', 0],
  ['None', 'Picking', 5],
  ['None', 'Packing', 2],
  ['Picking', 'None', 0],
] as const)('from %s to %s stops %i units', (before, after, units) => {
  expect(stopped(policy(before), policy(after))).toBe(units);
});

it('stops blank units and unreadable labels where blank issue is not allowed any more', () => {
  expect(stopped(policy('None'), policy('None', false))).toBe(6);
});

it('stops nothing of an item that is not tracked, and everything blank of one that comes to be', () => {
  expect(stopped(policy('Packing'), untracked)).toBe(0);
  expect(stopped(untracked, policy('Picking'))).toBe(5);
});

it('names the order, its line and its item', () => {
  expect(
    stoppedOrders(
      [held],
      () => policy('Packing'),
      () => policy('Picking'),
    ),
  ).toEqual([{ orderNumber: 'SO-1', lineNumber: 2, itemNumber: 'A', units: 3 }]);
});
