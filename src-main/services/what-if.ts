import { DomainError } from '../domain/problem.ts';
import {
  blankState,
  countTransitions,
  effectivelyEqual,
  serialState,
  type ItemPolicy,
  type WhatIf,
  type WhatIfExample,
} from '../domain/what-if.ts';
import { listGroups } from '../store/group-queries.ts';
import type { Store } from '../store/store.ts';
import { stockExamples, stockOf, storedPolicies, type StoredStock } from '../store/what-if-queries.ts';
import type { ServiceContext } from './context.ts';

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

/** Makes the one way through which groups, items and their storage dimension groups change. */
export function createGovernedWrites({ store, alone, write }: ServiceContext): GovernedWrites {
  return {
    preview: (change) =>
      alone(async () => {
        try {
          return store.transaction(() => {
            throw new Looked(reach(store, change).preview);
          });
        } catch (error) {
          if (error instanceof Looked) return error.preview;
          throw error;
        }
      }),
    write: (confirmed, change) =>
      write(() => {
        const { preview, result } = reach(store, change);
        requireConfirmation(preview, confirmed);
        return result;
      }),
  };
}

/** Carries a preview out of a transaction that must not stay. */
class Looked extends Error {
  override readonly name = 'Looked';
  readonly preview: WhatIf;
  constructor(preview: WhatIf) {
    super('Looked at, not kept.');
    this.preview = preview;
  }
}

type Policies = ReadonlyMap<string, ItemPolicy>;

function policiesOf(store: Store): Policies {
  const settings = new Map(listGroups(store).map((group) => [group.id, group.settings]));
  return new Map(
    storedPolicies(store).map(({ itemNumber, groupId, warehouseProcesses }) => [
      itemNumber,
      {
        settings: groupId === null ? undefined : settings.get(groupId),
        warehouseProcesses: warehouseProcesses === 1,
      },
    ]),
  );
}

function reach<T>(store: Store, change: () => T): { readonly result: T; readonly preview: WhatIf } {
  const revision = store.revision();
  const before = policiesOf(store);
  const result = change();
  const after = policiesOf(store);
  const reached = [...after]
    .filter(([itemNumber, policy]) => differs(before.get(itemNumber), policy))
    .map(([itemNumber]) => itemNumber);
  const stock = reached.length === 0 ? [] : stockOf(store, reached);
  refuseLosingSerials(stock, before, after);
  const sum = (of: (item: StoredStock) => number): number =>
    stock.reduce((total, item) => total + of(item), 0);
  const preview = {
    needsConfirmation: stock.length > 0,
    revision,
    items: reached.length,
    rows: sum(({ blankRows, serialRows }) => blankRows + serialRows),
    quantity: sum(({ blankQuantity, serialQuantity }) => blankQuantity + serialQuantity),
    transitions: countTransitions(stock, policyIn(before), policyIn(after)),
    examples: examplesOf(store, stock, before, after),
  };
  return { result, preview };
}

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

function requireConfirmation(preview: WhatIf, confirmed: number | undefined): void {
  if (!preview.needsConfirmation || preview.revision === confirmed) return;
  throw new DomainError(
    'needs-confirmation',
    confirmed === undefined
      ? 'This change reaches stock. Look at what it would do, then confirm it.'
      : 'The data changed after this preview was made. Look at what the change would do now, then confirm it.',
  );
}

function refuseLosingSerials(stock: readonly StoredStock[], before: Policies, after: Policies): void {
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

function examplesOf(
  store: Store,
  stock: readonly StoredStock[],
  before: Policies,
  after: Policies,
): readonly WhatIfExample[] {
  const examples: WhatIfExample[] = [];
  for (const { itemNumber, blankRows, serialRows } of stock)
    for (const [blank, rows] of [
      [true, blankRows],
      [false, serialRows],
    ] as const) {
      if (rows === 0 || examples.length >= EXAMPLES) continue;
      const stateOf = blank ? blankState : serialState;
      const [from, to] = [stateOf(policyIn(before)(itemNumber)), stateOf(policyIn(after)(itemNumber))];
      if (from === to) continue;
      const found = stockExamples(store, itemNumber, blank, EXAMPLES - examples.length);
      examples.push(...found.map((row) => ({ ...row, from, to })));
    }
  return examples;
}
