import { z } from 'zod';
import { nameKey } from '../domain/name-key.ts';
import { isAgreed, warehouseDutiesSchema, type WarehouseDuty } from '../domain/warehouse-duty.ts';
import {
  deleteDuty,
  listDuties,
  orderedWarehouses,
  saveDuty,
  stockedWarehouses,
} from '../store/duty-queries.ts';
import { countNewer, lastEventOf } from '../store/history-queries.ts';
import type { Store } from '../store/store.ts';
import type { ServiceContext } from './context.ts';
import { beginChange, type RecordedChange } from './history-recorder.ts';
import { changedMeanwhile } from './required-version.ts';

/** What is agreed for all warehouses is one thing in the history. */
const KIND = 'warehouse-duties';
const SUBJECT = 'warehouse-duties';
const NAME = 'Responsible and due days';

/** Every warehouse there is, with what is agreed for it. */
export interface WarehouseDuties {
  readonly warehouses: readonly WarehouseDuty[];
  /** Goes up with every change; a save must name the version it started from. */
  readonly version: number;
}

/** Use cases of the dialog Responsible and due days. */
export interface DutyService {
  /** All warehouses that have stock or had it, that orders name, or for which something is agreed. */
  list(): WarehouseDuties;
  /**
   * Stores what is agreed for some warehouses; for the others it stays. Returns what to undo; null where nothing changed.
   * @throws DomainError `changed-meanwhile`.
   */
  save(
    duties: readonly WarehouseDuty[],
    version: number,
  ): Promise<WarehouseDuties & { readonly changeId: number | null }>;
}

/** Makes the service. */
export function createDutyService(context: ServiceContext): DutyService {
  const { store } = context;
  const list = (): WarehouseDuties => ({ warehouses: everyWarehouse(store), version: versionOf(store) });
  return {
    list,
    save: (duties, version) =>
      context.write(() => {
        if (version !== versionOf(store))
          throw changedMeanwhile(
            store,
            { kind: KIND, subject: SUBJECT, name: NAME },
            countNewer(store, KIND, SUBJECT, version),
          );
        const change = beginChange(context, 'page');
        storeDuties(store, change, duties);
        return { ...list(), changeId: change.changeId() };
      }),
  };
}

/** Every change is in the history, so the last one there tells the versions apart. */
function versionOf(store: Store): number {
  return lastEventOf(store, KIND, SUBJECT) ?? 0;
}

function everyWarehouse(store: Store): readonly WarehouseDuty[] {
  const found = new Map<string, WarehouseDuty>();
  const named = [...stockedWarehouses(store), ...orderedWarehouses(store)].map((warehouse) => ({
    warehouse,
    responsible: '',
    dueDays: null,
  }));
  for (const duty of [...listDuties(store), ...named]) {
    const key = nameKey(duty.warehouse);
    if (!found.has(key)) found.set(key, duty);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, duty]) => duty);
}

function storeDuties(store: Store, change: RecordedChange, duties: readonly WarehouseDuty[]): void {
  const before = listDuties(store);
  for (const duty of duties)
    if (isAgreed(duty)) saveDuty(store, duty);
    else deleteDuty(store, duty.warehouse);
  const after = listDuties(store);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  change.record({
    kind: KIND,
    subject: SUBJECT,
    name: NAME,
    before: { duties: before },
    after: { duties: after },
  });
}

const versionSchema = z.object({ duties: warehouseDutiesSchema });

/** Puts what is agreed back to a version. */
export function applyDutiesVersion(
  store: Store,
  change: RecordedChange,
  _subject: string,
  value: unknown,
): void {
  const wanted = value === null ? [] : versionSchema.parse(value).duties;
  const kept = new Set(wanted.map(({ warehouse }) => nameKey(warehouse)));
  const gone = listDuties(store).filter(({ warehouse }) => !kept.has(nameKey(warehouse)));
  storeDuties(store, change, [
    ...wanted,
    ...gone.map((duty) => ({ ...duty, responsible: '', dueDays: null })),
  ]);
}
