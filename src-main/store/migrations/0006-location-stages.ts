/**
 * Patterns that give locations a stage; every place that has held stock with its stage, so that a change of the patterns
 * finds what it reaches; and the sums of on-hand by stage. Until there are patterns every place is Storage.
 */
export const locationStages = `
CREATE TABLE location_stages (
  warehouse_key TEXT NOT NULL,
  pattern_key TEXT NOT NULL CHECK (pattern_key <> ''),
  warehouse TEXT NOT NULL,
  pattern TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('Storage', 'Staged after pick', 'Packing', 'Loaded')),
  PRIMARY KEY (warehouse_key, pattern_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
  warehouse TEXT NOT NULL,
  location TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('Storage', 'Staged after pick', 'Packing', 'Loaded')),
  PRIMARY KEY (warehouse, location)
) STRICT, WITHOUT ROWID;
INSERT INTO places (warehouse, location, stage) SELECT DISTINCT warehouse, location, 'Storage' FROM on_hand;

CREATE TABLE sums_by_stage (
  item_number TEXT NOT NULL,
  warehouse TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('Storage', 'Staged after pick', 'Packing', 'Loaded')),
  blank INTEGER NOT NULL CHECK (blank IN (0, 1)),
  rows INTEGER NOT NULL CHECK (rows > 0),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (item_number, warehouse, stage, blank)
) STRICT, WITHOUT ROWID;
INSERT INTO sums_by_stage (item_number, warehouse, stage, blank, rows, quantity)
  SELECT item_number, warehouse, 'Storage', blank, rows, quantity FROM on_hand_sums;
DROP TABLE on_hand_sums;
ALTER TABLE sums_by_stage RENAME TO on_hand_sums
`;
