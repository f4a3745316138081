import type { OnHandRow } from './on-hand.ts';
import { THOUSANDTHS } from './quantity.ts';
import type { Verdict } from './verdict.ts';

/** What is looked at to explain the verdict of a row. */
export type JudgedRow = Pick<
  OnHandRow,
  | 'itemNumber'
  | 'warehouse'
  | 'location'
  | 'trackingDimensionGroup'
  | 'capture'
  | 'warehouseProcesses'
  | 'quantity'
  | 'stage'
  | 'holding'
  | 'heldFor'
  | 'container'
  | 'heldFrom'
  | 'heldUntil'
  | 'notReadable'
  | 'notReadableAt'
  | 'invalid'
  | 'verdict'
  | 'verdicts'
  | 'since'
>;

/** Writes a day. @param iso time in UTC. */
export type FormatDate = (iso: string) => string;

/** What the chip of a row says: its worst verdict, and of how many units where others have another; empty without any. */
export function verdictLabel({ verdicts, quantity }: Pick<OnHandRow, 'verdicts' | 'quantity'>): string {
  const [worst, ...others] = verdicts;
  if (worst === undefined) return '';
  if (others.length === 0) return worst.verdict;
  return `${worst.verdict} ${inUnits(worst.quantity)} of ${inUnits(quantity)}`;
}

/** One sentence that says why a row has its verdict. */
export function verdictSentence(row: JudgedRow, formatDate: FormatDate): string {
  switch (row.verdict) {
    case 'Not tracked':
      return 'Serial number is not Active for this item, so its stock has no verdict.';
    case 'Invalid':
      return row.invalid.join(' ');
    case 'Exception':
      return exceptionSentence(row, formatDate);
    case 'Captured':
      return `The serial number is captured; it has stood in on-hand since ${formatDate(row.since)}.`;
    default:
      return row.warehouseProcesses ? blankSentence(row, row.verdict, formatDate) : plainSentence(row);
  }
}

function exceptionSentence({ notReadable, notReadableAt }: JudgedRow, formatDate: FormatDate): string {
  const reason = notReadable.trim().replace(/[.\s]+$/, '');
  return `The label was recorded as not readable on ${formatDate(notReadableAt)}${reason === '' ? '' : `: ${reason}`}.`;
}

/** Without warehouse management processes only Blank receipt allowed counts, wherever the unit stands. */
function plainSentence(row: JudgedRow): string {
  const { itemNumber, trackingDimensionGroup, verdict, quantity } = row;
  const { these, are } = words(quantity);
  return verdict === 'Expected'
    ? `${itemNumber} uses no warehouse management processes and ${trackingDimensionGroup} allows blank receipt, so ${these} may be blank.`
    : `${itemNumber} uses no warehouse management processes and ${trackingDimensionGroup} does not allow blank receipt; ${these} ${are} still blank.`;
}

const askedAt = { None: 'receiving', Picking: 'picking', Packing: 'packing' } as const;

function blankSentence(row: JudgedRow, verdict: Verdict, formatDate: FormatDate): string {
  const capture = row.capture ?? 'None';
  const { these, their, they, are } = words(row.quantity);
  const asks = `${row.trackingDimensionGroup} asks at ${askedAt[capture]}`;
  const unit = `${these} ${whereabouts(row, formatDate)}`;
  if (verdict === 'Due')
    return capture === 'Picking' ? `${asks}; ${openPick(row)}.` : `${asks}; ${unit}, so ${their} due.`;
  if (verdict === 'Expected')
    return `${asks}; ${unit}, so ${they} may be blank until ${they} ${are} ${capture === 'Picking' ? 'picked' : 'packed'}.`;
  const passed = capture !== 'None' && (row.holding === 'Picked' || row.holding === 'Packed');
  const comma = row.holding === '' && row.stage !== 'Storage' ? ',' : '';
  return `${asks}; ${unit}${comma} and ${passed ? 'left blank' : `${are} still blank`}.`;
}

function openPick({ verdicts, quantity }: JudgedRow): string {
  const due = verdicts[0]?.quantity ?? quantity;
  if (due >= quantity)
    return `open pick work holds ${words(quantity).these}, so ${words(quantity).their} due`;
  const rest = words(quantity - due);
  return `open pick work holds ${inUnits(due)} of these ${inUnits(quantity)} units, so ${words(due).their} due; the rest may be blank until ${rest.they} ${rest.are} picked`;
}

/** Where blank units are, as what they did: `was picked on 12 Nov for SO-1007`. */
function whereabouts(row: JudgedRow, formatDate: FormatDate): string {
  const { holding, heldFor, container, stage, location, warehouse } = row;
  const { was, are, stand } = words(row.quantity);
  const on = days(row, formatDate);
  const order = heldFor === '' ? '' : ` for ${heldFor}`;
  switch (holding) {
    case 'Picked':
      return `${was} picked${on}${order}`;
    case 'Packed':
      return `${was} packed into ${container}${on}${order}`;
    case 'In transit':
      return `went into transit${on}${order}`;
    case '': {
      const at =
        location !== ''
          ? `at ${location}`
          : warehouse !== ''
            ? `in warehouse ${warehouse}`
            : 'without a location';
      return stage === 'Storage' ? `${are} in storage ${at}` : `${stand} ${at}, where the stage is ${stage}`;
    }
  }
}

/** On which day, or between which, the units came to be held; nothing where that is not known of all of them. */
function days({ heldFrom, heldUntil }: JudgedRow, formatDate: FormatDate): string {
  if (heldFrom === '') return '';
  const [first, last] = [formatDate(heldFrom), formatDate(heldUntil)];
  return first === last ? ` on ${first}` : ` between ${first} and ${last}`;
}

const inUnits = (thousandths: number): string => (thousandths / THOUSANDTHS).toLocaleString('en');

function words(quantity: number) {
  return quantity === THOUSANDTHS
    ? {
        these: 'this unit',
        they: 'it',
        their: 'its serial number is',
        are: 'is',
        was: 'was',
        stand: 'stands',
      }
    : {
        these: `these ${inUnits(quantity)} units`,
        they: 'they',
        their: 'their serial numbers are',
        are: 'are',
        was: 'were',
        stand: 'stand',
      };
}
