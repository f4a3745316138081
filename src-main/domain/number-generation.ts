import { nameItems, type NamedItems } from './named-items.ts';
import { THOUSANDTHS } from './quantity.ts';
import type { NumberGroupInput } from './tracking-number-group.ts';

type Activation = keyof NumberGroupInput['activations'];

/** The documents that can bring units without a number into stock, and the activation that each looks at. */
export const numberDocuments = {
  purchase: { label: 'Purchase orders', activation: 'purchase' },
  production: { label: 'Production orders', activation: 'production' },
  return: { label: 'Return orders', activation: 'order' },
  adjustment: { label: 'Adjustments', activation: 'inventory' },
  count: { label: 'Counting', activation: 'inventory' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly activation: Activation }>>;

/** See `numberDocuments`. */
export type NumberDocument = keyof typeof numberDocuments;

/** The labels of the activations, as the page and Dynamics name them. */
export const activationLabels: Readonly<Record<Activation, string>> = {
  purchase: 'Purchase',
  order: 'Order',
  production: 'Production',
  inventory: 'Inventory',
  kanban: 'Kanban',
};

/**
 * Whether a tracking number group generates the numbers of a document: Manual is off and the document's activation is
 * on. A code that names no known group never generates; the user is asked then.
 */
export function generatesFor(
  group: Pick<NumberGroupInput, 'manual' | 'activations'> | undefined,
  document: NumberDocument,
): boolean {
  return group !== undefined && !group.manual && group.activations[numberDocuments[document].activation];
}

/**
 * Whether a group can number the serials of items under Serial number control, where each unit has a number of its
 * own: Per qty is 1, or Manual is on and nothing is generated.
 */
export function fitsSerialNumberControl(group: Pick<NumberGroupInput, 'manual' | 'perQuantity'>): boolean {
  return group.manual || group.perQuantity === THOUSANDTHS;
}

/** Items that have a number group which cannot number them under Serial number control. */
export interface UnfitNumbering {
  /** Code of the number group. */
  readonly code: string;
  readonly items: NamedItems;
}

/** Why items cannot be under the Serial number control of a tracking dimension group with the number group they have. */
export function unfitNumberingSentence({ code, items }: UnfitNumbering, groupName: string): string {
  return (
    `Per qty of ${code} must be 1 for ${nameItems(items)}: Serial number control is on in ${groupName}, so every unit has a number of its own. ` +
    `Set Per qty of ${code} to 1, or choose another number group.`
  );
}
