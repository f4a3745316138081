import { YES_NO, type FileColumn } from './file-column.ts';

/** Field of a file of tracking number groups: the path of a field of the form. */
export type NumberGroupField = (typeof columns)[number][0];

/**
 * Path, label and column: those of the entity Tracking number groups (Microsoft, InventTrackingNumberGroupEntity), and
 * how the number sequence counts, which Dynamics keeps elsewhere.
 */
const columns = [
  ['code', 'Code', 'GROUPCODE'],
  ['name', 'Name', 'GROUPNAME'],
  ['parts.date', 'Date', 'ISEXPECTEDDATEINCLUDED', 'yes-no'],
  ['parts.reference', 'Reference No.', 'ISREFERENCENUMBERINCLUDED', 'yes-no'],
  ['parts.lotId', 'Lot ID', 'ISLOTIDINCLUDED', 'yes-no'],
  ['parts.number', 'Number sequence No.', 'ISNUMBERSEQUENCENUMBERINCLUDED', 'yes-no'],
  ['sequence.code', 'Number sequence code', 'NUMBERSEQUENCECODE'],
  ['sequence.format', 'Format', 'NUMBERSEQUENCEFORMAT', 'own'],
  ['sequence.smallest', 'Smallest', 'NUMBERSEQUENCESMALLEST', 'own'],
  ['sequence.largest', 'Largest', 'NUMBERSEQUENCELARGEST', 'own'],
  ['next', 'Next', 'NUMBERSEQUENCENEXT', 'own'],
  ['manual', 'Manual', 'ISNUMBERMANUALLYALLOCATED', 'yes-no'],
  [
    'onlyInventoryTransactions',
    'Only for inventory transactions',
    'ISONLYFORINVENTORYTRANSACTIONS',
    'yes-no',
  ],
  ['onPhysicalUpdate', 'On physical update', 'WILLPHYSICALUPDATEASSIGNNUMBER', 'yes-no'],
  ['perQuantity', 'Per qty', 'INVENTORYQUANTITYTRESHOLD'],
  ['activations.purchase', 'Purchase', 'ISACTIVATEDFORPURCHASE', 'yes-no'],
  ['activations.order', 'Order', 'ISACTIVATEDFORSALES', 'yes-no'],
  ['activations.production', 'Production', 'ISACTIVATEDFORPRODUCTION', 'yes-no'],
  ['activations.inventory', 'Inventory', 'ISACTIVATEDFORINVENTORY', 'yes-no'],
  ['activations.kanban', 'Kanban', 'ISACTIVATEDFORKANBAN', 'yes-no'],
] as const;

/** Columns of a file of tracking number groups. */
export const numberGroupColumns: readonly FileColumn<NumberGroupField>[] = columns.map(
  ([field, label, name, kind]) => ({
    field,
    label,
    names: [name],
    ...(field === 'code' && { required: true }),
    ...(kind === 'own' && { own: true }),
    ...(kind === 'yes-no' && { choices: YES_NO }),
  }),
);
