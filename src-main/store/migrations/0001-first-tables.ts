/** Groups, items, on-hand with its sums, where it came from, settings, and the revision. */
export const firstTables = `
CREATE TABLE tracking_dimension_groups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 10),
  name_key TEXT NOT NULL UNIQUE,
  description TEXT NOT NULL CHECK (length(description) <= 60),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  capture TEXT NOT NULL GENERATED ALWAYS AS (json_extract(settings, '$.captureSerialNumber')) VIRTUAL
    CHECK (capture IN ('None', 'Picking', 'Packing')),
  serial_active INTEGER NOT NULL GENERATED ALWAYS AS (json_extract(settings, '$.serialNumber.active')) VIRTUAL,
  serial_control INTEGER NOT NULL GENERATED ALWAYS AS (json_extract(settings, '$.serialNumberControl')) VIRTUAL
) STRICT;

CREATE TABLE items (
  item_number TEXT NOT NULL PRIMARY KEY CHECK (item_number <> ''),
  item_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  group_id INTEGER REFERENCES tracking_dimension_groups (id),
  storage_dimension_group TEXT NOT NULL,
  reservation_hierarchy TEXT NOT NULL,
  serial_number_group TEXT NOT NULL,
  batch_number_group TEXT NOT NULL,
  inventory_unit TEXT NOT NULL,
  catch_weight_unit TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX items_group ON items (group_id);

CREATE TABLE on_hand (
  id INTEGER PRIMARY KEY,
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
  gtd_number TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0)
) STRICT;

CREATE TABLE on_hand_sums (
  item_number TEXT NOT NULL,
  warehouse TEXT NOT NULL,
  blank INTEGER NOT NULL CHECK (blank IN (0, 1)),
  rows INTEGER NOT NULL CHECK (rows > 0),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (item_number, warehouse, blank)
) STRICT, WITHOUT ROWID;

CREATE TABLE on_hand_sources (
  warehouse TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  rows INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE app_settings (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value INTEGER NOT NULL
) STRICT;
INSERT INTO revision (id, value) VALUES (1, 0);
`;
