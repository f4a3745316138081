import { DomainError } from '../domain/problem.ts';
import { serialPolicy, type SerialPolicy } from '../domain/serial-policy.ts';
import { stoppedOrders } from '../domain/stopped-orders.ts';
import { countTransitions, effectivelyEqual, type ItemPolicy, type WhatIf } from '../domain/what-if.ts';
import type { ItemStock } from '../domain/what-if-stock.ts';
import { listGroups } from '../store/group-queries.ts';
import { listLocationPatterns } from '../store/location-stage-queries.ts';
import { heldWithoutSerial } from '../store/pick-queries.ts';
import { settleStages } from '../store/places.ts';
import { restartAges } from '../store/restart-ages.ts';
import { unsettleItems } from '../store/settle-invalid.ts';
import type { Store } from '../store/store.ts';
import { stockOf, storedPolicies } from '../store/what-if-queries.ts';
import type { ServiceContext } from './context.ts';
import type { ItemLists } from './item-lists.ts';
import { judgesSerialsAnew, turnedItems } from './turned-items.ts';
import { examplesOf, unitsOf } from './what-if-units.ts';

const EXAMPLES = 10;

/** Changes of what governs stock, whatever they are: they are made, looked at, and kept only if they may be. */
export interface GovernedWrites {
  /** Says what a change would do to the stock. Makes it, looks, and takes it back: nothing of it stays. */
  preview(change: () => void): Promise<WhatIf>;
  /**
   * Makes a change. Where it reaches stock that it governs differently, only if the preview of it was confirmed.
   * @param confirmed the `revision` of the confirmed preview.
   * @throws DomainError `needs-confirmation`; `in-use` where stock would lose its serial numbers.
   */
  write<T>(confirmed: number | undefined, change: () => T): Promise<T>;
}

/** Makes the one way through which groups, items, their storage dimension groups and location stages change. */
export function createGovernedWrites(
  { store, alone, write }: ServiceContext,
  itemLists: ItemLists,
): GovernedWrites {
  return {
    preview: (change) =>
      alone(async () => {
        const { preview, stocked } = look(store, change);
        return { ...preview, list: itemLists.keep(stocked) };
      }),
    write: (confirmed, change) =>
      write(() => {
        const reached = reach(store, change);
        confirmReach(reached, confirmed);
        return reached.result;
      }),
  };
}

/** What a change reaches. */
export interface Reach {
  readonly preview: Omit<WhatIf, 'list'>;
  /** Numbers of the items whose stock it reaches. */
  readonly stocked: readonly string[];
  /** What follows from the change once it is kept. */
  readonly follow: () => void;
}

/** Carries what was seen out of a transaction that must not stay. */
class Looked extends Error {
  override readonly name = 'Looked';
  readonly seen: Reach;
  constructor(seen: Reach) {
    super('Looked at, not kept.');
    this.seen = seen;
  }
}

/**
 * Makes a change in a transaction of its own, looks at what it reaches, and takes it back.
 * @throws DomainError what `reach` throws.
 */
export function look(store: Store, change: () => void): Reach {
  try {
    return store.transaction(() => {
      throw new Looked(reach(store, change));
    });
  } catch (error) {
    if (error instanceof Looked) return error.seen;
    throw error;
  }
}

type Policies = ReadonlyMap<string, ItemPolicy>;

function policiesOf(store: Store): Policies {
  const settings = new Map(listGroups(store).map((group) => [group.id, group.settings]));
  // Many items are governed alike: one policy for all of them is made once, and compared once.
  const shared = new Map<string, ItemPolicy>();
  const policies = new Map<string, ItemPolicy>();
  for (const { itemNumber, groupId, warehouseProcesses } of storedPolicies(store)) {
    const key = `${groupId} ${warehouseProcesses}`;
    const policy = shared.get(key) ?? {
      settings: groupId === null ? undefined : settings.get(groupId),
      warehouseProcesses: warehouseProcesses === 1,
    };
    shared.set(key, policy);
    policies.set(itemNumber, policy);
  }
  return policies;
}

/**
 * Makes a change inside a transaction and looks at what it reaches of the stock that is there.
 * @throws DomainError `in-use` where stock would lose its serial numbers.
 */
export function reach<T>(store: Store, change: () => T): Reach & { readonly result: T } {
  const revision = store.revision();
  const before = policiesOf(store);
  const patterns = JSON.stringify(listLocationPatterns(store));
  const result = change();
  const after = policiesOf(store);
  const settled = JSON.stringify(listLocationPatterns(store)) === patterns ? [] : settleStages(store);
  const moves = settled.filter(isTracked(before, after));
  const reached = itemsReached(before, after);
  const stock = [...withoutMoved(reached.length === 0 ? [] : stockOf(store, reached), moves), ...moves];
  refuseLosingSerials(stock, before, after);
  const judged = reached.filter(judgesSerialsAnew(policyIn(before), policyIn(after)));
  const units = unitsOf(store, stock, judged, settled.length > 0);
  const sum = (of: (item: ItemStock) => number): number => stock.reduce((total, item) => total + of(item), 0);
  const preview = {
    needsConfirmation: stock.length > 0,
    revision,
    items: new Set([...reached, ...moves.map(({ itemNumber }) => itemNumber)]).size,
    rows: sum(({ blankRows, serialRows }) => blankRows + serialRows),
    quantity: sum(({ blankQuantity, serialQuantity }) => blankQuantity + serialQuantity),
    transitions: countTransitions(units, policyIn(before), policyIn(after)),
    examples: examplesOf(store, units, policyIn(before), policyIn(after), settled.length > 0),
    stopped: stoppedOrders(
      reached.length === 0 ? [] : heldWithoutSerial(store),
      ruleOf(before),
      ruleOf(after),
    ),
  };
  // Of an item whose locations come to another stage only some rows are reached: a list of items would show them all.
  const stocked = moves.length > 0 ? [] : [...new Set(stock.map(({ itemNumber }) => itemNumber))];
  const follow = (): void => {
    const governed = [...new Set([...reached, ...moves.map(({ itemNumber }) => itemNumber)])];
    const turned = turnedItems(governed, policyIn(before), policyIn(after), settled.length > 0);
    restartAges(store, turned, settled.length > 0);
    unsettleItems(store, judged);
  };
  return { result, preview, stocked, follow };
}

/**
 * Keeps what was changed, with what follows from it.
 * @throws DomainError `needs-confirmation` where the change reaches stock and its preview was not confirmed.
 */
export function confirmReach({ preview, follow }: Reach, confirmed: number | undefined): void {
  requireConfirmation(preview, confirmed);
  follow();
}

function itemsReached(before: Policies, after: Policies): readonly string[] {
  const compared = new Map<ItemPolicy, Map<ItemPolicy | undefined, boolean>>();
  const reached: string[] = [];
  for (const [itemNumber, policy] of after) {
    const was = before.get(itemNumber);
    const known = compared.get(policy) ?? new Map<ItemPolicy | undefined, boolean>();
    compared.set(policy, known);
    const differ = known.get(was) ?? differs(was, policy);
    known.set(was, differ);
    if (differ) reached.push(itemNumber);
  }
  return reached;
}

/** Whether the blanks of moved stock can mean anything. */
const isTracked =
  (before: Policies, after: Policies) =>
  ({ itemNumber }: ItemStock): boolean =>
    [before, after].some((policies) => policyIn(policies)(itemNumber).settings?.serialNumber.active);

/** The stock that was at its stage before, of all stock that is there now. */
function withoutMoved(stock: readonly ItemStock[], moves: readonly ItemStock[]): readonly ItemStock[] {
  if (moves.length === 0) return stock;
  const came = new Map<string, ItemStock[]>();
  for (const move of moves) {
    const key = `${move.itemNumber}\u0000${move.to}`;
    came.set(key, [...(came.get(key) ?? []), move]);
  }
  return stock
    .map((item) =>
      (came.get(`${item.itemNumber}\u0000${item.to}`) ?? []).reduce<ItemStock>(
        (rest, move) => ({
          ...rest,
          blankRows: rest.blankRows - move.blankRows,
          blankQuantity: rest.blankQuantity - move.blankQuantity,
          serialRows: rest.serialRows - move.serialRows,
          serialQuantity: rest.serialQuantity - move.serialQuantity,
        }),
        item,
      ),
    )
    .filter(({ blankRows, serialRows }) => blankRows + serialRows > 0);
}

/** What the policies say of an item's serials at every step. */
const ruleOf =
  (policies: Policies) =>
  (itemNumber: string): SerialPolicy => {
    const { settings, warehouseProcesses } = policyIn(policies)(itemNumber);
    return serialPolicy(settings, warehouseProcesses);
  };

const ungoverned: ItemPolicy = { settings: undefined, warehouseProcesses: true };

const policyIn =
  (policies: Policies) =>
  (itemNumber: string): ItemPolicy =>
    policies.get(itemNumber) ?? ungoverned;

/** An item that is new has no stock that could be governed differently. */
function differs(before: ItemPolicy | undefined, after: ItemPolicy): boolean {
  return (
    before !== undefined &&
    (before.warehouseProcesses !== after.warehouseProcesses ||
      !effectivelyEqual(before.settings, after.settings))
  );
}

/** @throws DomainError `needs-confirmation` where a change reaches stock and its preview was not confirmed. */
export function requireConfirmation(
  preview: Pick<WhatIf, 'needsConfirmation' | 'revision'>,
  confirmed: number | undefined,
): void {
  if (!preview.needsConfirmation || preview.revision === confirmed) return;
  throw new DomainError(
    'needs-confirmation',
    confirmed === undefined
      ? 'This change reaches stock. Look at what it would do, then confirm it.'
      : 'The data changed after this preview was made. Look at what the change would do now, then confirm it.',
  );
}

function refuseLosingSerials(stock: readonly ItemStock[], before: Policies, after: Policies): void {
  const losing = stock
    .filter(({ itemNumber, serialRows }) => {
      const tracked = (policies: Policies): boolean =>
        policyIn(policies)(itemNumber).settings?.serialNumber.active ?? false;
      return serialRows > 0 && tracked(before) && !tracked(after);
    })
    .map(({ itemNumber }) => itemNumber);
  if (losing.length === 0) return;
  const rest = losing.length > EXAMPLES ? ` and ${losing.length - EXAMPLES} more` : '';
  throw new DomainError(
    'in-use',
    `The on-hand of ${losing.slice(0, EXAMPLES).join(', ')}${rest} carries serial numbers, and Serial number would not be Active any more.`,
  );
}
