import type { EventLine } from '../../../src-main/domain/inventory-event.ts';
import { THOUSANDTHS } from '../../../src-main/domain/quantity.ts';
import { formatQuantity } from '../../app/format.ts';

/** What an event did in one line, e.g. `A S1: 61 BULK-1 → 61 STAGE`; `more` where lines are left out. */
export function eventGist(lines: readonly EventLine[], more: boolean): string {
  const left = lines.filter(({ quantity }) => quantity < 0);
  const came = lines.filter(({ quantity }) => quantity > 0);
  const all = came.length > 0 ? came : left;
  // Where a unit with a serial and a blank one change places, the one with the serial is what the user looks for.
  const named = all.filter((line) => whatOf(line) !== '');
  const told = named.length > 0 ? named : all;
  const [first] = told;
  if (first === undefined) return '';
  const units = Math.abs(told.reduce((sum, { quantity }) => sum + quantity, 0));
  const serials = [...new Set(told.map(whatOf))].filter((text) => text !== '');
  const count = serials.length === 0 || units !== serials.length * THOUSANDTHS;
  const what = [first.itemNumber, serials.join(', '), count ? `× ${formatQuantity(units)}` : ''];
  const from = came.length === 0 ? first : (left.find((line) => whatOf(line) === whatOf(first)) ?? left[0]);
  const to = came.length === 0 ? undefined : first;
  return `${what.filter((part) => part !== '').join(' ')}: ${wayOf(from, to)}${more ? ', and more' : ''}`;
}

function wayOf(from: EventLine | undefined, to: EventLine | undefined): string {
  if (from === undefined) return `→ ${placeWords(to)}`;
  if (to === undefined) return `${placeWords(from)} →`;
  return placeWords(from) === placeWords(to)
    ? `at ${placeWords(to)}`
    : `${placeWords(from)} → ${placeWords(to)}`;
}

function whatOf({ serialNumber, exceptionId }: EventLine): string {
  return exceptionId !== 0 ? 'not readable' : serialNumber;
}

/** A place in few words: `61 BULK-1 LP-7`. */
export function placeWords(line: EventLine | undefined): string {
  if (line === undefined) return '';
  const { warehouse, location, licensePlate, inTransit } = line;
  return [warehouse, inTransit === 1 ? '(in transit)' : location, licensePlate]
    .filter((part) => part !== '')
    .join(' ');
}
