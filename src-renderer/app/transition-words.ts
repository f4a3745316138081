import { verdicts } from '../../src-main/domain/verdict.ts';
import type { Transition, UnitState } from '../../src-main/domain/what-if.ts';
import { formatCount, formatQuantity } from './format.ts';

/** A transition in words, e.g. `1,240 units of 3 items: Expected → Overdue`. */
export function transitionWords({ from, to, items, quantity }: Transition): string {
  const units = formatQuantity(quantity);
  return `${units} ${units === '1' ? 'unit' : 'units'} of ${formatCount(items)} ${items === 1 ? 'item' : 'items'}: ${from} → ${to}`;
}

/** Whether a transition makes matters worse: its units become overdue or invalid. */
export function worsens({ to }: Pick<Transition, 'to'>): boolean {
  return rank(to) <= rank('Overdue');
}

function rank(state: UnitState): number {
  return state === 'Not tracked' ? verdicts.length : verdicts.indexOf(state);
}
