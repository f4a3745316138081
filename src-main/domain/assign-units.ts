/** Entries that ask for blank units of the same kind: of one item, at what their lines say of the place. */
export interface UnitAsk {
  /** How many dimensions the lines say: who says more chooses first. */
  readonly said: number;
  /** How many entries. */
  readonly needed: number;
  /** The rows that fit, in the order in which they are taken. */
  readonly rows: readonly number[];
}

/** Most rows that are looked at to make room: beyond it an entry may stay without a unit that could have had one. */
const MOST_LOOKS = 2_000_000;

/** What an ask is given: rows, and how many units of each, in the order of its rows. */
export type Given = readonly (readonly [row: number, units: number])[];

type Held = ReadonlyMap<number, number>;

/**
 * Shares units out: each ask takes the first rows that fit it. Where too few are left, asks that hold rows of it and
 * could do with others make room, so that as many entries get a unit as can.
 * @param units how many units each row has.
 */
export function assignUnits(asks: readonly UnitAsk[], units: ReadonlyMap<number, number>): readonly Given[] {
  const free = new Map(units);
  const given: (readonly [number, number])[][] = [];
  let short = false;
  for (const ask of order(asks)) {
    let left = asks[ask]?.needed ?? 0;
    const own: (readonly [number, number])[] = [];
    given[ask] = own;
    for (const row of asks[ask]?.rows ?? []) {
      if (left === 0) break;
      const some = free.get(row) ?? 0;
      if (some === 0) continue;
      const taken = Math.min(left, some);
      free.set(row, some - taken);
      own.push([row, taken]);
      left -= taken;
    }
    if (left > 0) short = true;
  }
  return short ? withRoomMade(asks, free, given) : given;
}

/** Lets asks that hold rows of others, and could do with other rows, make room for those that are short. */
function withRoomMade(
  asks: readonly UnitAsk[],
  free: Map<number, number>,
  first: readonly Given[],
): readonly Given[] {
  const given = first.map((rows) => new Map(rows));
  const holders = holdersOf(given);
  /** Of each ask, how many of its first rows have nothing free; what is given back is taken at once. */
  const passed = asks.map(() => 0);
  let looks = 0;

  const take = (ask: number, row: number, taken: number): void => {
    free.set(row, (free.get(row) ?? 0) - taken);
    const own = given[ask];
    own?.set(row, (own.get(row) ?? 0) + taken);
    const known = holders.get(row);
    if (known === undefined) holders.set(row, new Set([ask]));
    else known.add(ask);
  };
  const giveBack = (ask: number, row: number, back: number): void => {
    const left = (given[ask]?.get(row) ?? 0) - back;
    free.set(row, (free.get(row) ?? 0) + back);
    if (left > 0) given[ask]?.set(row, left);
    else {
      given[ask]?.delete(row);
      holders.get(row)?.delete(ask);
    }
  };
  const takeFree = (ask: number, wanted: number): number => {
    const rows = asks[ask]?.rows ?? [];
    let left = wanted;
    for (let at = passed[ask] ?? 0; at < rows.length && left > 0; at += 1) {
      const row = rows[at] ?? 0;
      const taken = Math.min(left, free.get(row) ?? 0);
      if (taken > 0) take(ask, row, taken);
      left -= taken;
      passed[ask] = at;
    }
    return wanted - left;
  };
  /** Takes units that others hold and can replace; answers how many. */
  const takeHeld = (ask: number, wanted: number, asked: Set<number>): number => {
    asked.add(ask);
    let got = 0;
    for (const row of asks[ask]?.rows ?? []) {
      looks += 1;
      if (looks > MOST_LOOKS) return got;
      for (const holder of holders.get(row) ?? []) {
        if (got === wanted) return got;
        if (asked.has(holder)) continue;
        const held = Math.min(wanted - got, given[holder]?.get(row) ?? 0);
        let moved = takeFree(holder, held);
        if (moved < held) moved += takeHeld(holder, held - moved, asked);
        if (moved === 0) continue;
        giveBack(holder, row, moved);
        take(ask, row, moved);
        got += moved;
      }
    }
    return got;
  };

  for (const ask of order(asks)) {
    let missing = asks[ask]?.needed ?? 0;
    for (const units of given[ask]?.values() ?? []) missing -= units;
    for (let got = -1; missing > 0 && got !== 0; missing -= got) got = takeHeld(ask, missing, new Set());
  }
  return asks.map(({ rows }, ask) =>
    rows.flatMap((row): Given => {
      const taken = given[ask]?.get(row);
      return taken === undefined ? [] : [[row, taken]];
    }),
  );
}

/** Who says more comes first, then who came first. */
function order(asks: readonly UnitAsk[]): readonly number[] {
  const indexes = asks.map((_, ask) => ask);
  const [first] = asks;
  if (asks.every(({ said }) => said === first?.said)) return indexes;
  return indexes.sort((one, other) => (asks[other]?.said ?? 0) - (asks[one]?.said ?? 0));
}

function holdersOf(given: readonly Held[]): Map<number, Set<number>> {
  const holders = new Map<number, Set<number>>();
  for (const [ask, rows] of given.entries())
    for (const row of rows.keys()) {
      const known = holders.get(row);
      if (known === undefined) holders.set(row, new Set([ask]));
      else known.add(ask);
    }
  return holders;
}
