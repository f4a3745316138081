import type { StockDimension } from './on-hand.ts';
import { settingFields } from './tracking-fields.ts';
import { YES_NO, type FileColumn } from './file-column.ts';
import type { LocationPattern } from './location-stage.ts';
import { numberGroupColumns } from './number-group-columns.ts';
import type { ImportKind } from './import-preview.ts';
import { captures } from './capture.ts';
import { locationStages } from './verdict.ts';
import { purchaseOrderColumns, salesOrderColumns, transferOrderColumns } from './order-columns.ts';

/** Field of an item file. */
export type ItemField =
  | 'itemNumber'
  | 'name'
  | 'group'
  | 'storageDimensionGroup'
  | 'reservationHierarchy'
  | 'serialNumberGroup'
  | 'batchNumberGroup'
  | 'inventoryUnit'
  | 'catchWeightUnit'
  | 'gtin';

/**
 * Columns of Released products V2 that are read (Microsoft, data entity EcoResReleasedProductV2Entity), and the GTIN, which
 * Dynamics keeps in a list of its own. Dynamics gets the assignments only: names and units are not ours to change there.
 */
export const itemColumns: readonly FileColumn<ItemField>[] = [
  { field: 'itemNumber', label: 'Item number', names: ['ITEMNUMBER'], required: true },
  {
    field: 'name',
    label: 'Product name',
    names: ['PRODUCTNAME', 'SEARCHNAME', 'PRODUCTSEARCHNAME'],
    own: true,
  },
  {
    field: 'group',
    label: 'Tracking dimension group',
    names: ['TRACKINGDIMENSIONGROUPNAME'],
    required: true,
  },
  { field: 'storageDimensionGroup', label: 'Storage dimension group', names: ['STORAGEDIMENSIONGROUPNAME'] },
  {
    field: 'reservationHierarchy',
    label: 'Reservation hierarchy',
    names: ['INVENTORYRESERVATIONHIERARCHYNAME'],
  },
  { field: 'serialNumberGroup', label: 'Serial number group', names: ['SERIALNUMBERGROUPCODE'] },
  { field: 'batchNumberGroup', label: 'Batch number group', names: ['BATCHNUMBERGROUPCODE'] },
  { field: 'inventoryUnit', label: 'Inventory unit', names: ['INVENTORYUNITSYMBOL'], own: true },
  { field: 'catchWeightUnit', label: 'Catch weight unit', names: ['CATCHWEIGHTUNITSYMBOL'], own: true },
  { field: 'gtin', label: 'GTIN', names: ['GTIN'], own: true },
];

/** Columns of Warehouse on-hand report lines, with the further dimensions other on-hand lists of Dynamics carry. */
export const onHandFileColumns: readonly FileColumn<StockDimension | 'quantity'>[] = [
  { field: 'itemNumber', label: 'Item number', names: ['ITEMNUMBER', 'ITEMID'], required: true },
  { field: 'configuration', label: 'Configuration', names: ['PRODUCTCONFIGURATIONID', 'CONFIGID'] },
  { field: 'color', label: 'Color', names: ['PRODUCTCOLORID', 'INVENTCOLORID'] },
  { field: 'size', label: 'Size', names: ['PRODUCTSIZEID', 'INVENTSIZEID'] },
  { field: 'style', label: 'Style', names: ['PRODUCTSTYLEID', 'INVENTSTYLEID'] },
  { field: 'version', label: 'Version', names: ['PRODUCTVERSIONID', 'INVENTVERSIONID'] },
  { field: 'site', label: 'Site', names: ['INVENTORYSITEID', 'INVENTSITEID', 'SITEID'] },
  {
    field: 'warehouse',
    label: 'Warehouse',
    names: ['WAREHOUSEID', 'INVENTORYWAREHOUSEID', 'INVENTLOCATIONID'],
    required: true,
  },
  { field: 'location', label: 'Location', names: ['WAREHOUSELOCATIONID', 'WMSLOCATIONID'] },
  { field: 'licensePlate', label: 'License plate', names: ['LICENSEPLATENUMBER', 'LICENSEPLATEID'] },
  { field: 'inventoryStatus', label: 'Inventory status', names: ['INVENTORYSTATUSID', 'INVENTSTATUSID'] },
  { field: 'batchNumber', label: 'Batch number', names: ['ITEMBATCHNUMBER', 'INVENTBATCHID'] },
  {
    field: 'serialNumber',
    label: 'Serial number',
    names: ['ITEMSERIALNUMBER', 'INVENTSERIALID'],
    required: true,
  },
  { field: 'owner', label: 'Owner', names: ['INVENTORYOWNERID', 'INVENTOWNERID_RU'] },
  {
    field: 'inventoryProfile',
    label: 'Inventory profile',
    names: ['INVENTORYPROFILEID', 'INVENTPROFILEID_RU'],
  },
  { field: 'gtdNumber', label: 'GTD number', names: ['INVENTORYGTDID', 'INVENTGTDID_RU'] },
  { field: 'quantity', label: 'Quantity', names: ['ONHANDQUANTITY', 'PHYSICALINVENT'], required: true },
];

/** Field of a file of tracking dimension groups: a setting's path, the name or the description. */
export type GroupField = 'name' | 'description' | (typeof settingFields)[number]['path'];

/** The 28 columns of the entity Tracking dimension groups, in its order. */
export const groupColumns: readonly FileColumn<GroupField>[] = [
  { field: 'name', label: 'Name', names: ['GROUPNAME'], required: true },
  { field: 'description', label: 'Description', names: ['GROUPDESCRIPTION'] },
  ...settingFields.map(({ path, column, label }): FileColumn<GroupField> => ({
    field: path,
    label,
    names: [column],
    ...(path === 'captureSerialNumber' ? { required: true, choices: captures } : { choices: YES_NO }),
  })),
];

/** Columns of the entity Storage dimension groups that are read (Microsoft, EcoResStorageDimensionGroupEntity). */
export const storageGroupColumns: readonly FileColumn<'name' | 'warehouseProcesses'>[] = [
  {
    field: 'name',
    label: 'Storage dimension group',
    names: ['STORAGEDIMENSIONGROUPNAME', 'GROUPNAME', 'NAME'],
    required: true,
  },
  {
    field: 'warehouseProcesses',
    label: 'Use warehouse management processes',
    names: ['AREADVANCEDWAREHOUSEMANAGEMENTPROCESSESENABLED'],
    required: true,
    choices: YES_NO,
  },
];

/** Columns of a list of location stages, which is this app's own. */
export const locationStageColumns: readonly FileColumn<keyof LocationPattern>[] = [
  { field: 'warehouse', label: 'Warehouse', names: ['STAGEWAREHOUSEID'], own: true },
  { field: 'pattern', label: 'Location pattern', names: ['LOCATIONPATTERN'], required: true, own: true },
  {
    field: 'stage',
    label: 'Location stage',
    names: ['LOCATIONSTAGE'],
    required: true,
    own: true,
    choices: locationStages,
  },
];

/** Column that names the legal entity; one data file holds one. */
export const LEGAL_ENTITY_COLUMN = 'DATAAREAID';

/** The kinds of delimited files, most telling column first: a file is the first kind of which it has a telling column. */
export const fileKinds: readonly {
  readonly kind: Exclude<ImportKind, 'configuration'>;
  readonly telling: readonly string[];
  readonly columns: readonly FileColumn[];
  /** It is part of the setup, which the app also writes as a workbook for people. */
  readonly isSetup?: boolean;
}[] = [
  // Order lines first: they may carry serial numbers and item numbers too.
  { kind: 'sales-orders', telling: ['ORDEREDSALESQUANTITY', 'SALESORDERNUMBER'], columns: salesOrderColumns },
  {
    kind: 'purchase-orders',
    telling: ['ORDEREDPURCHASEQUANTITY', 'PURCHASEORDERNUMBER'],
    columns: purchaseOrderColumns,
  },
  {
    kind: 'transfer-orders',
    telling: ['TRANSFERQUANTITY', 'TRANSFERORDERNUMBER'],
    columns: transferOrderColumns,
  },
  {
    kind: 'on-hand',
    telling: ['ONHANDQUANTITY', 'PHYSICALINVENT', 'ITEMSERIALNUMBER'],
    columns: onHandFileColumns,
  },
  {
    kind: 'items',
    telling: ['TRACKINGDIMENSIONGROUPNAME', 'ITEMNUMBER'],
    columns: itemColumns,
    isSetup: true,
  },
  {
    kind: 'storage-dimension-groups',
    telling: ['AREADVANCEDWAREHOUSEMANAGEMENTPROCESSESENABLED'],
    columns: storageGroupColumns,
    isSetup: true,
  },
  { kind: 'location-stages', telling: ['LOCATIONPATTERN'], columns: locationStageColumns, isSetup: true },
  {
    kind: 'tracking-number-groups',
    telling: ['GROUPCODE', 'ISNUMBERSEQUENCENUMBERINCLUDED'],
    columns: numberGroupColumns,
    isSetup: true,
  },
  {
    kind: 'tracking-dimension-groups',
    telling: ['SERIALNUMBERCAPTURINGOPERATION', ...settingFields.map(({ column }) => column)],
    columns: groupColumns,
    isSetup: true,
  },
];
