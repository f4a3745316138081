import type { Generated } from 'kysely';
import type { Capture } from '../domain/capture.ts';
import type { HistoryDoor, HistoryKind } from '../domain/history.ts';
import type { StockDimension } from '../domain/on-hand.ts';
import type { Snake } from './snake.ts';

/** A stored tracking dimension group. Its settings are one JSON text; what SQL must know is generated from it. */
export interface TrackingDimensionGroupTable {
  id: Generated<number>;
  version: Generated<number>;
  name: string;
  /** See `nameKey`; unique. */
  name_key: string;
  description: string;
  settings: string;
  readonly capture: Generated<Capture>;
  readonly serial_active: Generated<0 | 1>;
  readonly serial_control: Generated<0 | 1>;
}

/** An item (released product). */
export interface ItemTable {
  item_number: string;
  /** See `nameKey`; unique. */
  item_key: string;
  name: string;
  group_id: number | null;
  storage_dimension_group: string;
  reservation_hierarchy: string;
  serial_number_group: string;
  batch_number_group: string;
  inventory_unit: string;
  catch_weight_unit: string;
  serial_mask: Generated<string>;
  version: Generated<number>;
}

/** A storage dimension group: a name, and whether its items use warehouse management processes. */
export interface StorageDimensionGroupTable {
  /** See `nameKey`. */
  name_key: string;
  name: string;
  warehouse_processes: 0 | 1;
}

/** A tracking number group. Everything but its code and name is one JSON text; its counter stands apart. */
export interface TrackingNumberGroupTable {
  id: Generated<number>;
  version: Generated<number>;
  code: string;
  /** See `nameKey`; unique. */
  code_key: string;
  name: string;
  settings: string;
}

/** Where a tracking number group counts. It outlives the group and never goes back. */
export interface NumberCounterTable {
  group_id: number;
  /** The number that is given out next. */
  next: number;
}

/** A unit that holds several inventory units of an item. */
export interface ItemUnitTable {
  item_number: string;
  unit: string;
  /** In thousandths of the inventory unit. */
  quantity: number;
}

type StockColumns = { [D in StockDimension as Snake<D>]: string };

/** On-hand: one row for each combination of inventory dimensions. */
export interface OnHandTable extends StockColumns {
  id: Generated<number>;
  /** In thousandths of the inventory unit, above zero. */
  quantity: number;
}

/** Sums of on-hand by item, warehouse and whether the serial number is blank: totals without a scan. */
export interface OnHandSumTable {
  item_number: string;
  warehouse: string;
  blank: 0 | 1;
  rows: number;
  quantity: number;
}

/** The file each warehouse's on-hand was last imported from. */
export interface OnHandSourceTable {
  warehouse: string;
  file_name: string;
  /** ISO time in UTC. */
  imported_at: string;
  rows: number;
}

/** Settings of the app, each a JSON value. */
export interface AppSettingTable {
  key: string;
  value: string;
}

/** One row: a number that goes up with every change, so that a preview knows whether it still holds. */
export interface RevisionTable {
  id: 1;
  value: number;
}

/** One change of the configuration; append-only. */
export interface HistoryTable {
  id: number;
  change_id: number;
  at: string;
  user: string;
  door: HistoryDoor;
  note: string;
  kind: HistoryKind;
  subject: string;
  name: string;
  before: string | null;
  after: string | null;
  hash: string;
}

/** All tables of the data file. */
export interface Schema {
  tracking_dimension_groups: TrackingDimensionGroupTable;
  items: ItemTable;
  storage_dimension_groups: StorageDimensionGroupTable;
  item_units: ItemUnitTable;
  tracking_number_groups: TrackingNumberGroupTable;
  number_counters: NumberCounterTable;
  on_hand: OnHandTable;
  on_hand_sums: OnHandSumTable;
  on_hand_sources: OnHandSourceTable;
  app_settings: AppSettingTable;
  revision: RevisionTable;
  history: HistoryTable;
}
