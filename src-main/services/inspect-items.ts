import { deadEnds, factsOfItem, noDeadEndFacts } from '../domain/dead-ends.ts';
import { itemColumns, type ItemField } from '../domain/dynamics-columns.ts';
import { ITEM_TEXT_LENGTH, itemTextsSchema, unknownNumberGroup } from '../domain/item.ts';
import { gtinSchema } from '../domain/gtin.ts';
import { nameKey } from '../domain/name-key.ts';
import { countItem, noItems, type NamedItems } from '../domain/named-items.ts';
import { unfitNumberingSentence } from '../domain/number-generation.ts';
import type { ImportPlan } from './import-plan.ts';
import { rowsOfTakenGtins, type GoodItemRow } from './inspect-gtins.ts';
import { columnName, readRow, type OpenedFile, type ReadCounts, type RowReader } from './inspection.ts';
import type { PlannedItem, PlannedItems } from './planned.ts';

const emptyItem: PlannedItem = {
  itemNumber: '',
  name: '',
  group: '',
  storageDimensionGroup: '',
  reservationHierarchy: '',
  serialNumberGroup: '',
  batchNumberGroup: '',
  inventoryUnit: '',
  catchWeightUnit: '',
  gtin: '',
};

/** What is wrong with a row, or worth knowing. */
interface Finding {
  readonly field: ItemField | '';
  readonly value: string;
  readonly reason: string;
}

/** Reads a file of released products into the plan. */
export function inspectItems(file: OpenedFile, plan: ImportPlan, planned: PlannedItems): ReadCounts {
  const counts = { rows: 0, new: 0, changed: 0, unchanged: 0 };
  const lines = new Map<string, number>();
  const good: GoodRow[] = [];
  const groupNames = plan.groupNames();
  const grouped = new Map<string, NamedItems>();
  for (const batch of file.batches)
    for (const record of batch) {
      counts.rows += 1;
      const { line: row } = record;
      const report = (outcome: 'Refused' | 'Warning', { field, value, reason }: Finding): void =>
        file.report({ row, column: columnName(file.header, field), value, outcome, reason });
      const read = readRow(file.header, record);
      if (typeof read === 'string') {
        report('Refused', { field: '', value: '', reason: read });
        continue;
      }
      const key = nameKey(read('itemNumber') ?? '');
      const known = plan.storedItems.get(key);
      const item = itemOf(read, known);
      const group = groupNames.get(nameKey(item.group));
      const refusal = refusalOf(item, known, group, plan) ?? repeated(item, lines.get(key));
      if (refusal !== undefined) {
        report('Refused', refusal);
        continue;
      }
      lines.set(key, row);
      const storageDimensionGroup = plan.storageGroupName(item.storageDimensionGroup);
      const settled = { ...item, group: group ?? '', storageDimensionGroup };
      grouped.set(settled.group, countItem(grouped.get(settled.group) ?? noItems, settled.itemNumber));
      for (const warning of warningsOf(settled, plan)) report('Warning', warning);
      const outcome = known === undefined ? 'new' : same(known, settled) ? 'unchanged' : 'changed';
      counts[outcome] += 1;
      good.push({
        row,
        item: settled,
        before: planned.get(key) ?? known,
        planned: planned.get(key),
        outcome,
      });
      if (outcome !== 'unchanged') planned.set(key, settled);
    }
  if (file.header.columns.some(({ column }) => column.field === 'gtin'))
    for (const [row, reason] of rowsOfTakenGtins(good, plan)) {
      file.report({
        row: row.row,
        column: columnName(file.header, 'gtin'),
        value: row.item.gtin,
        outcome: 'Refused',
        reason,
      });
      counts[row.outcome] -= 1;
      takeOut(planned, row);
    }
  warnOfPacking(file, plan, grouped);
  return counts;
}

/** A row that can be stored, unless another item has its GTIN. */
interface GoodRow extends GoodItemRow {
  readonly outcome: 'new' | 'changed' | 'unchanged';
  /** What an earlier file planned for the item. */
  readonly planned: PlannedItem | undefined;
}

/** Lets the plan be as if a row were not there. */
function takeOut(items: PlannedItems, { item, planned }: GoodRow): void {
  const key = nameKey(item.itemNumber);
  if (planned === undefined) items.delete(key);
  else items.set(key, planned);
}

/** Said once for a group and not of each of its items: what is missing is a location. */
function warnOfPacking(file: OpenedFile, plan: ImportPlan, grouped: ReadonlyMap<string, NamedItems>): void {
  if (plan.holds.packs) return;
  for (const [value, withoutPackingLocation] of grouped)
    for (const { sentence: reason } of deadEnds(plan.settingsOf(value), {
      ...noDeadEndFacts,
      withoutPackingLocation,
    }))
      file.report({ row: 0, column: columnName(file.header, 'group'), value, outcome: 'Warning', reason });
}

/** An item as a row has it; what the file has no column for stays as it is stored. */
function itemOf(read: RowReader, known: PlannedItem | undefined): PlannedItem {
  const item: Record<ItemField, string> = { ...(known ?? emptyItem) };
  for (const { field } of itemColumns) item[field] = read(field) ?? item[field];
  if (known !== undefined) item.itemNumber = known.itemNumber;
  return item;
}

function repeated({ itemNumber }: PlannedItem, before: number | undefined): Finding | undefined {
  return before === undefined
    ? undefined
    : { field: 'itemNumber', value: itemNumber, reason: `Row ${before} has this item already.` };
}

/** Why an item cannot be stored as a row has it. @param group the name of its group as it is stored, if it is known. */
function refusalOf(
  item: PlannedItem,
  known: PlannedItem | undefined,
  group: string | undefined,
  plan: ImportPlan,
): Finding | undefined {
  const { holds, settingsOf } = plan;
  const { group: groupName, gtin, ...texts } = item;
  const issue = itemTextsSchema.safeParse(texts).error?.issues[0];
  if (issue !== undefined) {
    const field = issue.path[0] as keyof typeof texts;
    return { field, value: item[field].slice(0, ITEM_TEXT_LENGTH), reason: issue.message };
  }
  const wrong = gtinSchema.safeParse(gtin).error?.issues[0];
  if (wrong !== undefined) return { field: 'gtin', value: gtin, reason: wrong.message };
  if (groupName !== '' && group === undefined)
    return {
      field: 'group',
      value: groupName,
      reason: `There is no tracking dimension group ${groupName}. Create or import it first.`,
    };
  const losesSerials =
    known !== undefined &&
    holds.itemsWithSerials.has(known.itemNumber) &&
    settingsOf(known.group)?.serialNumber.active === true &&
    settingsOf(groupName)?.serialNumber.active !== true;
  if (!losesSerials) return numberingRefusal(item, known, group, plan);
  const where = groupName === '' ? 'without a tracking dimension group' : `in ${groupName}`;
  return {
    field: 'group',
    value: groupName,
    reason: `The on-hand of ${item.itemNumber} carries serial numbers, and Serial number would not be Active ${where}.`,
  };
}

/** The number group of an item must fit the Serial number control of its group, unless both are as they were. */
function numberingRefusal(
  item: PlannedItem,
  known: PlannedItem | undefined,
  group: string | undefined,
  { settingsOf, unfitCode }: ImportPlan,
): Finding | undefined {
  const code = item.serialNumberGroup;
  const unfit = unfitCode(code);
  if (unfit === undefined || group === undefined || settingsOf(group)?.serialNumberControl !== true)
    return undefined;
  if (known !== undefined && nameKey(known.group) === nameKey(group))
    if (nameKey(known.serialNumberGroup) === nameKey(code)) return undefined;
  const items = { items: 1, examples: [item.itemNumber] };
  const reason = unfitNumberingSentence({ code: unfit, items }, group);
  return { field: 'serialNumberGroup', value: code, reason };
}

function warningsOf(item: PlannedItem, plan: ImportPlan): readonly Finding[] {
  return [...groupWarnings(item, plan), ...codeWarnings(item, plan)];
}

/** A code that names no tracking number group is kept: the group may be made later. */
function codeWarnings(item: PlannedItem, { hasNumberGroup }: ImportPlan): readonly Finding[] {
  return (['serialNumberGroup', 'batchNumberGroup'] as const).flatMap((field) => {
    const code = item[field];
    if (code === '' || hasNumberGroup(code)) return [];
    return [{ field, value: code, reason: unknownNumberGroup(code) }];
  });
}

function groupWarnings(item: PlannedItem, plan: ImportPlan): readonly Finding[] {
  const { itemNumber, group } = item;
  if (group === '')
    return [
      {
        field: 'group',
        value: '',
        reason: `${itemNumber} has no tracking dimension group, so its serial numbers are not tracked.`,
      },
    ];
  const facts = factsOfItem(itemNumber, {
    warehouseProcesses: plan.usesWarehouseProcesses(item.storageDimensionGroup),
    catchWeight: item.catchWeightUnit !== '',
  });
  return deadEnds(plan.settingsOf(group), facts).map(({ sentence }) => ({
    field: 'group',
    value: group,
    reason: sentence,
  }));
}

function same(one: PlannedItem, other: PlannedItem): boolean {
  return itemColumns.every(({ field }) => one[field] === other[field]);
}
