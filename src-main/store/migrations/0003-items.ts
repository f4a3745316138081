/** Storage dimension groups, serial masks, unit conversions, and a version on each item against overwriting. */
export const items = `
CREATE TABLE storage_dimension_groups (
  name_key TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  warehouse_processes INTEGER NOT NULL CHECK (warehouse_processes IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO storage_dimension_groups (name_key, name, warehouse_processes)
  SELECT upper(storage_dimension_group), min(storage_dimension_group), 1 FROM items
  WHERE storage_dimension_group <> '' GROUP BY 1;
UPDATE items SET storage_dimension_group = (SELECT g.name FROM storage_dimension_groups g
  WHERE g.name_key = upper(items.storage_dimension_group)) WHERE storage_dimension_group <> '';
ALTER TABLE items ADD COLUMN serial_mask TEXT NOT NULL DEFAULT '';
ALTER TABLE items ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE TABLE item_units (
  item_number TEXT NOT NULL REFERENCES items (item_number) ON DELETE CASCADE,
  unit TEXT NOT NULL CHECK (unit <> ''),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (item_number, unit)
) STRICT, WITHOUT ROWID
`;
