import type { Generated } from 'kysely';
import type { Capture } from '../domain/capture.ts';
import type { HistoryDoor, HistoryKind } from '../domain/history.ts';
import type { StockDimension } from '../domain/on-hand.ts';
import type { OrderKind } from '../domain/order.ts';
import type { LocationStage } from '../domain/verdict.ts';
import type { SavedViewTable, WarehouseDutyTable } from './desk-tables.ts';
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
  /** The item's barcode; empty where it has none. */
  gtin: Generated<string>;
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
  order_line_id: Generated<number>;
  container_id: Generated<number>;
  exception_id: Generated<number>;
  in_transit: Generated<0 | 1>;
  /** The event that captured the serial here; 0 where none did. */
  captured_event: Generated<number>;
  /** Kept by `settleInvalid`. */
  invalid: Generated<0 | 1>;
  /** ISO time in UTC: since when the row, or the oldest unit in it, has its present verdict. */
  since: Generated<string>;
}

/** Sums of on-hand by item, warehouse, stage and whether the serial number is blank: totals without a scan. */
export interface OnHandSumTable {
  item_number: string;
  warehouse: string;
  /** Of the location; what is picked or packed here may outrank it. */
  stage: LocationStage;
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
  /** The import difference in the ledger; 0 for an import from before it. */
  event_id: Generated<number>;
}

/** A place that holds stock or has held it, and the stage that the patterns give it. */
export interface PlaceTable {
  warehouse: string;
  location: string;
  stage: LocationStage;
}

/** A pattern that gives locations a stage. */
export interface LocationStageTable {
  /** See `nameKey`; empty for any warehouse. With `pattern_key` unique. */
  warehouse_key: string;
  pattern_key: string;
  warehouse: string;
  pattern: string;
  stage: LocationStage;
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

/** An order; what was received, picked, packed or shipped of it is derived from the ledger. */
export interface OrderTable {
  id: Generated<number>;
  version: Generated<number>;
  kind: OrderKind;
  number: string;
  /** See `nameKey`; unique within the kind. */
  number_key: string;
  /** The customer's, vendor's or production's name, as the user likes. */
  name: string;
  /** ISO time in UTC. */
  created_at: string;
}

/** A line of an order. Quantities in thousandths. */
export interface OrderLineTable {
  id: Generated<number>;
  order_id: number;
  line_number: number;
  item_number: string;
  /** In the inventory unit. */
  quantity: number;
  unit: string;
  /** In `unit`, as ordered. */
  unit_quantity: number;
  site: string;
  warehouse: string;
  /** Where a transfer order goes. */
  to_site: string;
  to_warehouse: string;
  /** The sales order line that a return line gives back. */
  returns_line: number | null;
  /** What its events in the ledger add up to, kept in their transactions. */
  shipped: Generated<number>;
  received: Generated<number>;
}

/** Open work: a quantity of a sales or transfer order line that is to be picked at a place. */
export interface PickWorkTable {
  id: Generated<number>;
  order_line_id: number;
  warehouse: string;
  location: string;
  license_plate: string;
  /** In thousandths; 0 when it is done. */
  remaining: number;
}

/** What a short pick gave up of its work, so that its reversal can open that again. */
export interface ShortPickTable {
  event_id: number;
  /** The work may be gone with its order. */
  work_id: number;
  /** In thousandths. */
  quantity: number;
}

/** What leaves together for an order; `confirmed_at` is empty until it left. */
export interface ShipmentTable {
  id: Generated<number>;
  number: string;
  order_id: number;
  confirmed_at: Generated<string>;
  /** The action that took it out of the stock; 0 until it left. */
  ship_action: Generated<number>;
}

/** A container of a shipment; `closed_at` is empty while it is open. */
export interface ContainerTable {
  id: Generated<number>;
  number: string;
  /** See `nameKey`; unique. */
  number_key: string;
  shipment_id: number;
  warehouse: string;
  location: string;
  closed_at: Generated<string>;
}

/** A serial number that stands on a sales document line only (Active in sales process). */
export interface DocumentSerialTable {
  id: Generated<number>;
  order_line_id: number;
  item_number: string;
  container_id: Generated<number>;
  serial_number: string;
  /** Why the label could not be read; empty where there is a serial. */
  not_readable: Generated<string>;
  step: 'Pick' | 'Pack' | 'Ship';
  /** The action of the ledger by which it was registered. */
  action_id: number;
  at: string;
  user: string;
  /** ISO time at which it was taken off again; empty while it stands. */
  removed_at: Generated<string>;
  /** The action of the ledger that took it off with its unit; 0 where none did. */
  removed_by: Generated<number>;
}

/** All tables of the data file that the query builder is asked for; the ledger's are spoken to in SQL. */
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
  location_stages: LocationStageTable;
  places: PlaceTable;
  warehouse_duties: WarehouseDutyTable;
  saved_views: SavedViewTable;
  app_settings: AppSettingTable;
  revision: RevisionTable;
  history: HistoryTable;
  orders: OrderTable;
  order_lines: OrderLineTable;
  pick_work: PickWorkTable;
  short_picks: ShortPickTable;
  shipments: ShipmentTable;
  containers: ContainerTable;
  document_serials: DocumentSerialTable;
}
