import { NOTHING, type GroupField } from './group-field.ts';
import { activationLabels } from './number-generation.ts';
import { writeQuantity } from './quantity.ts';
import type { NumberGroupInput } from './tracking-number-group.ts';

type Section = 'parts' | 'sequence' | 'activations';

const yesNo = (value: boolean): string => (value ? 'Yes' : 'No');
const textOf = (value: string | number | boolean | null): string =>
  typeof value === 'boolean' ? yesNo(value) : value === '' || value === null ? NOTHING : String(value);

function plain(
  key: Exclude<keyof NumberGroupInput, Section>,
  label: string,
  show: (value: number) => string = String,
): GroupField<NumberGroupInput> {
  return {
    label,
    show: (group) => {
      const value = group[key];
      return typeof value === 'number' ? show(value) : textOf(value);
    },
    copy: (from, onto) => ({ ...onto, [key]: from[key] }),
  };
}

function inner<S extends Section>(
  section: S,
  key: keyof NumberGroupInput[S],
  label: string,
): GroupField<NumberGroupInput> {
  return {
    label,
    show: (group) => textOf(group[section][key] as string | number | boolean),
    copy: (from, onto) => ({ ...onto, [section]: { ...onto[section], [key]: from[section][key] } }),
  };
}

/** The labels of the parts of a number, in their order. */
export const partLabels: Readonly<Record<keyof NumberGroupInput['parts'], string>> = {
  date: 'Date',
  reference: 'Reference No.',
  lotId: 'Lot ID',
  number: 'Number sequence No.',
};

/** The keys of a record, as its type knows them. */
export const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(record) as Key[];

/** The fields of a tracking number group, in the order of the form. */
export const numberGroupFields: readonly GroupField<NumberGroupInput>[] = [
  plain('code', 'Code'),
  plain('name', 'Name'),
  ...keysOf(partLabels).map((key) => inner('parts', key, partLabels[key])),
  inner('sequence', 'code', 'Number sequence code'),
  inner('sequence', 'format', 'Format'),
  inner('sequence', 'smallest', 'Smallest'),
  inner('sequence', 'largest', 'Largest'),
  plain('next', 'Next'),
  plain('manual', 'Manual'),
  plain('onlyInventoryTransactions', 'Only for inventory transactions'),
  plain('onPhysicalUpdate', 'On physical update'),
  plain('perQuantity', 'Per qty', writeQuantity),
  ...keysOf(activationLabels).map((key) => inner('activations', key, activationLabels[key])),
];
