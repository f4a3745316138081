import type { FileColumn } from './file-column.ts';

/** Field of a file of order lines. */
export type OrderField =
  | 'number'
  | 'lineNumber'
  | 'name'
  | 'itemNumber'
  | 'quantity'
  | 'unit'
  | 'site'
  | 'warehouse'
  | 'toSite'
  | 'toWarehouse';

type OrderColumn = FileColumn<OrderField>;

const item: OrderColumn = {
  field: 'itemNumber',
  label: 'Item number',
  names: ['ITEMNUMBER'],
  required: true,
};

/** Columns of Sales order lines V3 that are read. Without line numbers, the lines of an order are counted. */
export const salesOrderColumns: readonly OrderColumn[] = [
  { field: 'number', label: 'Sales order', names: ['SALESORDERNUMBER'], required: true },
  { field: 'lineNumber', label: 'Line number', names: ['LINENUMBER', 'LINECREATIONSEQUENCENUMBER'] },
  { field: 'name', label: 'Name', names: ['SALESORDERNAME', 'CUSTOMERNAME'] },
  item,
  { field: 'quantity', label: 'Quantity', names: ['ORDEREDSALESQUANTITY'], required: true },
  { field: 'unit', label: 'Unit', names: ['SALESUNITSYMBOL'] },
  { field: 'site', label: 'Site', names: ['SHIPPINGSITEID'] },
  { field: 'warehouse', label: 'Warehouse', names: ['SHIPPINGWAREHOUSEID'], required: true },
];

/** Columns of Purchase order lines V2 that are read. */
export const purchaseOrderColumns: readonly OrderColumn[] = [
  { field: 'number', label: 'Purchase order', names: ['PURCHASEORDERNUMBER'], required: true },
  { field: 'lineNumber', label: 'Line number', names: ['LINENUMBER'] },
  { field: 'name', label: 'Name', names: ['PURCHASEORDERNAME', 'VENDORNAME'] },
  item,
  { field: 'quantity', label: 'Quantity', names: ['ORDEREDPURCHASEQUANTITY'], required: true },
  { field: 'unit', label: 'Unit', names: ['PURCHASEUNITSYMBOL'] },
  { field: 'site', label: 'Site', names: ['RECEIVINGSITEID'] },
  { field: 'warehouse', label: 'Warehouse', names: ['RECEIVINGWAREHOUSEID'], required: true },
];

/** Columns of Transfer order lines V2 that are read, with the warehouses as Dynamics' lists head them. */
export const transferOrderColumns: readonly OrderColumn[] = [
  { field: 'number', label: 'Transfer order', names: ['TRANSFERORDERNUMBER'], required: true },
  { field: 'lineNumber', label: 'Line number', names: ['LINENUMBER'] },
  item,
  { field: 'quantity', label: 'Quantity', names: ['TRANSFERQUANTITY'], required: true },
  { field: 'unit', label: 'Unit', names: ['TRANSFERUNITSYMBOL', 'INVENTORYUNITSYMBOL', 'UNITSYMBOL'] },
  { field: 'site', label: 'From site', names: ['SHIPPINGSITEID', 'FROMSITEID'] },
  {
    field: 'warehouse',
    label: 'From warehouse',
    names: ['SHIPPINGWAREHOUSEID', 'FROMWAREHOUSEID'],
    required: true,
  },
  { field: 'toSite', label: 'To site', names: ['RECEIVINGSITEID', 'TOSITEID'] },
  {
    field: 'toWarehouse',
    label: 'To warehouse',
    names: ['RECEIVINGWAREHOUSEID', 'TOWAREHOUSEID'],
    required: true,
  },
];
