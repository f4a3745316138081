import { nameKey } from '../domain/name-key.ts';
import type { ExceptionChoices, ExceptionPageInput, StockException } from '../domain/stock-exception.ts';
import { listDuties, stockedWarehouses } from '../store/duty-queries.ts';
import {
  countExceptions,
  exceptionReasons,
  exceptionRows,
  type ExceptionFacts,
  type StoredException,
} from '../store/exception-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { createRevisionCache } from './revision-cache.ts';

/** Reasons that the select offers; the filter of the column finds the others. */
const MOST_REASONS = 50;

/** Use cases of the page Exceptions. */
export interface ExceptionService {
  /** A stretch of the exceptions, and how many there are in all under the filter. */
  page(input: ExceptionPageInput): { readonly rows: readonly StockException[]; readonly total: number };
  choices(): ExceptionChoices;
}

/** Makes the service. */
export function createExceptionService({
  store,
  now,
}: Pick<ServiceContext, 'store' | 'now'>): ExceptionService {
  // Ages are in whole days, but a day ends for each row at another time: what was counted stands for a minute.
  const kept = createRevisionCache(store, () => now().toISOString().slice(0, 16));
  return {
    page: (input) => {
      const facts = exceptionFacts(store, now());
      return {
        rows: exceptionRows(store, input, facts).map(show),
        total: kept(JSON.stringify(input.filter), () => countExceptions(store, input.filter, facts)),
      };
    },
    choices: () =>
      kept('choices', () => ({
        reasons: exceptionReasons(store, MOST_REASONS),
        responsibles: [...new Set(listDuties(store).map(({ responsible }) => responsible))]
          .filter((name) => name !== '')
          .sort((one, other) => one.localeCompare(other)),
      })),
  };
}

/** What the queries of exceptions must be told. */
export function exceptionFacts(store: Store, now: Date): ExceptionFacts {
  const agreed = new Map(listDuties(store).map((duty) => [nameKey(duty.warehouse), duty.responsible]));
  return {
    now: now.toISOString(),
    responsible: stockedWarehouses(store).flatMap((warehouse) => {
      const responsible = agreed.get(nameKey(warehouse)) ?? '';
      return responsible === '' ? [] : [[warehouse, responsible] as const];
    }),
  };
}

function show({ inTransit, containerId, orderLineId, ...row }: StoredException): StockException {
  const holding =
    inTransit === 1 ? 'In transit' : containerId !== 0 ? 'Packed' : orderLineId !== 0 ? 'Picked' : '';
  return { ...row, holding };
}
