import { storageDeadEnds, type StorageUser } from '../domain/dead-ends.ts';
import { nameKey } from '../domain/name-key.ts';
import { storageGroupSchema, type StorageDimensionGroup } from '../domain/storage-dimension-group.ts';
import { columnName, readRow, readYesNo, type OpenedFile, type ReadCounts } from './inspection.ts';

/** Storage dimension groups that an import will store, by the key of their name. */
export type PlannedStorageGroups = Map<string, StorageDimensionGroup>;

/** The stored storage dimension groups, and who uses them. */
export interface KnownStorageGroups {
  readonly storedStorageGroups: ReadonlyMap<string, StorageDimensionGroup>;
  /** The stored items of one, by their tracking dimension group as it will be. */
  storageUsers(storageGroup: string): readonly StorageUser[];
}

/** Reads a file of storage dimension groups into the plan. */
export function inspectStorageGroups(
  file: OpenedFile,
  { storedStorageGroups: existing, storageUsers }: KnownStorageGroups,
  planned: PlannedStorageGroups,
): ReadCounts {
  const counts = { rows: 0, new: 0, changed: 0, unchanged: 0 };
  const lines = new Map<string, number>();
  for (const batch of file.batches)
    for (const record of batch) {
      counts.rows += 1;
      const { line: row } = record;
      const refuse = (field: string, value: string, reason: string): void =>
        file.report({ row, column: columnName(file.header, field), value, outcome: 'Refused', reason });
      const read = readRow(file.header, record);
      if (typeof read === 'string') {
        refuse('', '', read);
        continue;
      }
      const [name, flag] = [read('name') ?? '', read('warehouseProcesses') ?? ''];
      const key = nameKey(name);
      const known = existing.get(key);
      const before = lines.get(key);
      // A blank flag says nothing of it, as a blank setting of a tracking dimension group does.
      const enabled = flag === '' ? { value: known?.warehouseProcesses ?? true } : readYesNo(flag);
      const group = storageGroupSchema.shape.name.safeParse(name);
      if (!group.success) refuse('name', name, group.error.issues[0]?.message ?? '');
      else if (before !== undefined) refuse('name', name, `Row ${before} has this group already.`);
      else if ('problem' in enabled) refuse('warehouseProcesses', flag, enabled.problem);
      else {
        lines.set(key, row);
        const outcome =
          known === undefined ? 'new' : known.warehouseProcesses === enabled.value ? 'unchanged' : 'changed';
        counts[outcome] += 1;
        for (const { sentence } of enabled.value ? [] : storageDeadEnds(storageUsers(name)))
          file.report({
            row,
            column: columnName(file.header, 'warehouseProcesses'),
            value: flag,
            outcome: 'Warning',
            reason: sentence,
          });
        if (outcome !== 'unchanged')
          planned.set(key, { name: known?.name ?? group.data, warehouseProcesses: enabled.value });
      }
    }
  return counts;
}
