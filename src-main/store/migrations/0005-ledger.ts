const dimensions = `
  item_number TEXT NOT NULL REFERENCES items (item_number),
  warehouse TEXT NOT NULL,
  location TEXT NOT NULL,
  license_plate TEXT NOT NULL,
  inventory_status TEXT NOT NULL,
  batch_number TEXT NOT NULL,
  serial_number TEXT NOT NULL,
  site TEXT NOT NULL,
  configuration TEXT NOT NULL,
  color TEXT NOT NULL,
  size TEXT NOT NULL,
  style TEXT NOT NULL,
  version TEXT NOT NULL,
  owner TEXT NOT NULL,
  inventory_profile TEXT NOT NULL,
  gtd_number TEXT NOT NULL`;

const holding = `
  order_line_id INTEGER NOT NULL DEFAULT 0,
  container_id INTEGER NOT NULL DEFAULT 0,
  exception_id INTEGER NOT NULL DEFAULT 0,
  in_transit INTEGER NOT NULL DEFAULT 0 CHECK (in_transit IN (0, 1)),
  captured_event INTEGER NOT NULL DEFAULT 0`;

const appendOnly = (table: string): string => `
CREATE TRIGGER ${table}_are_never_changed BEFORE UPDATE ON ${table}
  BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;
CREATE TRIGGER ${table}_are_never_deleted BEFORE DELETE ON ${table}
  BEGIN SELECT RAISE(ABORT, 'The ledger is append-only.'); END;`;

/**
 * The stock ledger. A stock row keeps its id for ever: while it has a quantity it stands in `on_hand`, afterwards in
 * `past_on_hand`, and `inventory_transactions` adds up to its quantity. Orders and what is picked and packed for them.
 * Stock of an older data file enters as one import difference.
 */
export const ledger = `
CREATE TABLE stock_with_holding (
  id INTEGER PRIMARY KEY AUTOINCREMENT, ${dimensions},
  quantity INTEGER NOT NULL CHECK (quantity > 0), ${holding}
) STRICT;
INSERT INTO stock_with_holding (id, item_number, warehouse, location, license_plate, inventory_status, batch_number,
    serial_number, site, configuration, color, size, style, version, owner, inventory_profile, gtd_number, quantity)
  SELECT id, item_number, warehouse, location, license_plate, inventory_status, batch_number, serial_number, site,
    configuration, color, size, style, version, owner, inventory_profile, gtd_number, quantity FROM on_hand;
DROP TABLE on_hand;
ALTER TABLE stock_with_holding RENAME TO on_hand;
CREATE INDEX on_hand_order_line ON on_hand (order_line_id) WHERE order_line_id <> 0;
CREATE INDEX on_hand_container ON on_hand (container_id) WHERE container_id <> 0;
CREATE INDEX on_hand_held ON on_hand (warehouse)
  WHERE order_line_id <> 0 OR container_id <> 0 OR exception_id <> 0 OR in_transit <> 0;
CREATE INDEX on_hand_captured ON on_hand (warehouse, captured_event) WHERE captured_event <> 0;

CREATE TABLE past_on_hand (
  id INTEGER PRIMARY KEY, ${dimensions.replace(' REFERENCES items (item_number)', '')}, ${holding}
) STRICT;

CREATE TABLE inventory_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id INTEGER NOT NULL,
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  kind TEXT NOT NULL,
  document TEXT NOT NULL,
  order_line_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  reverses INTEGER REFERENCES inventory_events (id)
) STRICT;
CREATE INDEX inventory_events_action ON inventory_events (action_id);
CREATE INDEX inventory_events_order_line ON inventory_events (order_line_id) WHERE order_line_id <> 0;
CREATE UNIQUE INDEX inventory_events_reverses ON inventory_events (reverses) WHERE reverses IS NOT NULL;
${appendOnly('inventory_events')}

CREATE TABLE inventory_transactions (
  stock_id INTEGER NOT NULL,
  event_id INTEGER NOT NULL REFERENCES inventory_events (id),
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  imported INTEGER NOT NULL CHECK (imported IN (0, 1)),
  PRIMARY KEY (stock_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX inventory_transactions_event ON inventory_transactions (event_id) WHERE imported = 0;
${appendOnly('inventory_transactions')}

CREATE TABLE confirmed_captures (
  event_id INTEGER NOT NULL REFERENCES inventory_events (id),
  stock_id INTEGER NOT NULL,
  captured_event INTEGER NOT NULL,
  PRIMARY KEY (event_id, stock_id)
) STRICT, WITHOUT ROWID;
ALTER TABLE on_hand_sources ADD COLUMN event_id INTEGER NOT NULL DEFAULT 0;

INSERT INTO inventory_events (action_id, at, user, kind, document, order_line_id, reason)
  SELECT 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), '', 'import-difference', '', 0, 'Stock from before the ledger'
  WHERE EXISTS (SELECT 1 FROM on_hand);
INSERT INTO inventory_transactions (stock_id, event_id, quantity, imported) SELECT id, 1, quantity, 1 FROM on_hand;

CREATE TABLE orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('Purchase', 'Sales', 'Transfer', 'Return', 'Production')),
  number TEXT NOT NULL CHECK (number <> ''),
  number_key TEXT NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (kind, number_key)
) STRICT;
CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  line_number INTEGER NOT NULL CHECK (line_number > 0),
  item_number TEXT NOT NULL REFERENCES items (item_number),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit TEXT NOT NULL,
  unit_quantity INTEGER NOT NULL CHECK (unit_quantity > 0),
  site TEXT NOT NULL,
  warehouse TEXT NOT NULL,
  to_site TEXT NOT NULL,
  to_warehouse TEXT NOT NULL,
  returns_line INTEGER REFERENCES order_lines (id),
  shipped INTEGER NOT NULL DEFAULT 0 CHECK (shipped >= 0),
  received INTEGER NOT NULL DEFAULT 0 CHECK (received >= 0),
  UNIQUE (order_id, line_number)
) STRICT;
CREATE INDEX order_lines_item ON order_lines (item_number);
CREATE INDEX order_lines_open ON order_lines (order_id) WHERE received < quantity;
CREATE INDEX order_lines_returns ON order_lines (returns_line) WHERE returns_line IS NOT NULL;

CREATE TABLE pick_work (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_line_id INTEGER NOT NULL REFERENCES order_lines (id),
  warehouse TEXT NOT NULL,
  location TEXT NOT NULL,
  license_plate TEXT NOT NULL,
  remaining INTEGER NOT NULL CHECK (remaining >= 0)
) STRICT;
CREATE INDEX pick_work_line ON pick_work (order_line_id);
CREATE INDEX pick_work_place ON pick_work (warehouse, location, license_plate) WHERE remaining > 0;

CREATE TABLE short_picks (
  event_id INTEGER PRIMARY KEY REFERENCES inventory_events (id),
  work_id INTEGER NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0)
) STRICT;

CREATE TABLE shipments (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  confirmed_at TEXT NOT NULL DEFAULT '',
  ship_action INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX shipments_order ON shipments (order_id);
CREATE TABLE containers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL,
  number_key TEXT NOT NULL UNIQUE,
  shipment_id INTEGER NOT NULL REFERENCES shipments (id),
  warehouse TEXT NOT NULL,
  location TEXT NOT NULL,
  closed_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX containers_shipment ON containers (shipment_id);

CREATE TABLE document_serials (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_line_id INTEGER NOT NULL REFERENCES order_lines (id),
  item_number TEXT NOT NULL,
  container_id INTEGER NOT NULL DEFAULT 0,
  serial_number TEXT NOT NULL,
  not_readable TEXT NOT NULL DEFAULT '',
  step TEXT NOT NULL,
  action_id INTEGER NOT NULL,
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  removed_at TEXT NOT NULL DEFAULT '',
  removed_by INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_serials_removed ON document_serials (removed_by) WHERE removed_by <> 0;
CREATE INDEX document_serials_action ON document_serials (action_id);
CREATE INDEX document_serials_line ON document_serials (order_line_id);
CREATE INDEX document_serials_serial ON document_serials (serial_number COLLATE NOCASE, item_number)
  WHERE serial_number <> '';

ALTER TABLE items ADD COLUMN gtin TEXT NOT NULL DEFAULT '';
CREATE INDEX items_gtin ON items (gtin) WHERE gtin <> ''
`;
