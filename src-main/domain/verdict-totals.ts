import {
  blankVerdict,
  NOT_TRACKED,
  stageOfUnit,
  type BlankPolicy,
  type LocationStage,
  type RowVerdict,
} from './verdict.ts';

/** Rows and quantity, in thousandths, that have a verdict. A row with units of two verdicts counts in both. */
export interface VerdictTotal {
  readonly verdict: RowVerdict;
  readonly rows: number;
  readonly quantity: number;
}

/** What tells stock apart whose place and serial number do not say its verdict. */
export type StockMark = 'Invalid' | 'Exception' | 'In transit' | 'Packed' | 'Picked' | 'Awaited';

/** A sum of stock that is governed alike and stands alike. Quantities in thousandths. */
export interface AlikeStock {
  /** Undefined where the items are not serial-tracked. */
  readonly policy: BlankPolicy | undefined;
  /** Of the location. */
  readonly stage: LocationStage;
  readonly blank: boolean;
  /** What tells it apart from the rest of its stage; null for all of the stage, what is told apart among it. */
  readonly mark: StockMark | null;
  readonly rows: number;
  /** Of the rows those of which every unit is meant. */
  readonly whole: number;
  readonly quantity: number;
}

const holdings = {
  'In transit': { inTransit: 1, containerId: 0, orderLineId: 0 },
  Packed: { inTransit: 0, containerId: 1, orderLineId: 0 },
  Picked: { inTransit: 0, containerId: 0, orderLineId: 1 },
} as const;

/** Adds sums of stock up by verdict. The same rule as for one row: see `rowVerdicts`, which it is tested against. */
export function createVerdictTotals(): {
  readonly add: (stock: AlikeStock) => void;
  readonly totals: () => readonly VerdictTotal[];
} {
  const found = new Map<RowVerdict, { rows: number; quantity: number }>();
  const count = (verdict: RowVerdict, rows: number, quantity: number): void => {
    const known = found.get(verdict) ?? { rows: 0, quantity: 0 };
    found.set(verdict, { rows: known.rows + rows, quantity: known.quantity + quantity });
  };
  return {
    add: (stock) => {
      const { mark, rows, quantity } = stock;
      const verdict = verdictOfAlike(stock);
      if (mark === null) {
        count(verdict, rows, quantity);
        return;
      }
      const ordinary = verdictOfAlike({ ...stock, mark: null });
      if (mark === 'Awaited' && verdict === ordinary) return;
      count(ordinary, -stock.whole, -quantity);
      count(verdict, rows, quantity);
    },
    totals: () =>
      [...found]
        .filter(([, { rows }]) => rows !== 0)
        .map(([verdict, { rows, quantity }]) => ({ verdict, rows, quantity })),
  };
}

/** The verdict of stock that is governed alike and stands alike. The same rule as for one row: see `rowVerdicts`. */
export function verdictOfAlike({
  policy,
  stage,
  blank,
  mark,
}: Pick<AlikeStock, 'policy' | 'stage' | 'blank' | 'mark'>): RowVerdict {
  if (mark === 'Invalid') return 'Invalid';
  if (policy === undefined) return NOT_TRACKED;
  if (mark === 'Exception') return 'Exception';
  if (!blank) return 'Captured';
  if (mark === null || mark === 'Awaited') return blankVerdict(policy, { stage, openPick: mark !== null });
  return blankVerdict(policy, { stage: stageOfUnit(holdings[mark], stage), openPick: false });
}
