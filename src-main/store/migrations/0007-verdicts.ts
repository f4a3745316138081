/** Why a row's place and serial number do not say its verdict; the first that holds. */
const markOf = (row: 'NEW' | 'OLD'): string => `CASE WHEN ${row}.invalid THEN 'Invalid'
  WHEN ${row}.exception_id <> 0 THEN 'Exception' WHEN ${row}.in_transit THEN 'In transit'
  WHEN ${row}.container_id <> 0 THEN 'Packed' ELSE 'Picked' END`;

const isMarked = (row: 'NEW' | 'OLD'): string =>
  `(${row}.invalid OR ${row}.exception_id <> 0 OR ${row}.in_transit OR ${row}.container_id <> 0 OR ${row}.order_line_id <> 0)`;

const come = `INSERT INTO on_hand_marks (item_number, warehouse, location, mark, blank, rows, quantity)
  VALUES (NEW.item_number, NEW.warehouse, NEW.location, ${markOf('NEW')}, NEW.serial_number = '', 1, NEW.quantity)
  ON CONFLICT DO UPDATE SET rows = rows + 1, quantity = quantity + excluded.quantity;`;

const sameMark = `item_number = OLD.item_number AND warehouse = OLD.warehouse AND location = OLD.location
  AND mark = ${markOf('OLD')}
  AND blank = (OLD.serial_number = '')`;

const go = `UPDATE on_hand_marks SET rows = rows - 1, quantity = quantity - OLD.quantity WHERE ${sameMark};
  DELETE FROM on_hand_marks WHERE ${sameMark} AND rows = 0;`;

const freeBlank = (row: 'NEW' | 'OLD'): string => `${row}.serial_number = '' AND NOT ${isMarked(row)}
  AND EXISTS (SELECT 1 FROM pick_work w WHERE w.warehouse = ${row}.warehouse AND w.location = ${row}.location
    AND w.remaining > 0)`;

const noteWork = (row: 'NEW' | 'OLD'): string =>
  `INSERT OR IGNORE INTO unsettled_work (item_number, warehouse, location)
     SELECT l.item_number, ${row}.warehouse, ${row}.location FROM order_lines l WHERE l.id = ${row}.order_line_id;`;

const noteStock = (row: 'NEW' | 'OLD'): string =>
  `INSERT OR IGNORE INTO unsettled_work (item_number, warehouse, location)
     VALUES (${row}.item_number, ${row}.warehouse, ${row}.location);`;

const noteSerial = (row: 'NEW' | 'OLD'): string =>
  `INSERT OR IGNORE INTO unsettled_serials (item_number, serial_number)
     VALUES (${row}.item_number, ${row}.serial_number);`;

/**
 * What the verdicts of stock stand on: which rows are Invalid, since when a row has its present verdict, which blank
 * units open pick work holds, and sums of the rows whose place does not say it all. The triggers keep the sums of marked
 * rows, and note what must be settled at the end of the transaction.
 */
export const verdicts = `
ALTER TABLE on_hand ADD COLUMN invalid INTEGER NOT NULL DEFAULT 0 CHECK (invalid IN (0, 1));
ALTER TABLE on_hand ADD COLUMN since TEXT NOT NULL DEFAULT '';
ALTER TABLE past_on_hand ADD COLUMN since TEXT NOT NULL DEFAULT '';
UPDATE on_hand SET since = coalesce((SELECT e.at FROM inventory_transactions t JOIN inventory_events e ON e.id = t.event_id
  WHERE t.stock_id = on_hand.id ORDER BY t.event_id LIMIT 1), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
CREATE INDEX on_hand_invalid ON on_hand (item_number) WHERE invalid;
CREATE INDEX on_hand_exception ON on_hand (exception_id) WHERE exception_id <> 0;

CREATE TABLE on_hand_marks (
  item_number TEXT NOT NULL,
  warehouse TEXT NOT NULL,
  location TEXT NOT NULL,
  mark TEXT NOT NULL CHECK (mark IN ('Invalid', 'Exception', 'In transit', 'Packed', 'Picked')),
  blank INTEGER NOT NULL CHECK (blank IN (0, 1)),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  PRIMARY KEY (item_number, warehouse, location, mark, blank)
) STRICT, WITHOUT ROWID;
INSERT INTO on_hand_marks (item_number, warehouse, location, mark, blank, rows, quantity)
  SELECT item_number, warehouse, location, ${markOf('NEW').replaceAll('NEW.', '')} AS mark,
    serial_number = '' AS blank, count(*), sum(quantity)
  FROM on_hand WHERE ${isMarked('NEW').replaceAll('NEW.', '')} GROUP BY 1, 2, 3, 4, 5;

CREATE TABLE awaited_stock (
  stock_id INTEGER PRIMARY KEY,
  item_number TEXT NOT NULL,
  warehouse TEXT NOT NULL,
  location TEXT NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  since TEXT NOT NULL
) STRICT;
CREATE INDEX awaited_stock_place ON awaited_stock (item_number, warehouse, location);

CREATE TABLE unsettled_work (item_number TEXT NOT NULL, warehouse TEXT NOT NULL, location TEXT NOT NULL,
  PRIMARY KEY (item_number, warehouse, location)) STRICT, WITHOUT ROWID;
CREATE TABLE unsettled_serials (item_number TEXT NOT NULL, serial_number TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (item_number, serial_number)) STRICT, WITHOUT ROWID;

CREATE TRIGGER on_hand_mark_comes AFTER INSERT ON on_hand WHEN ${isMarked('NEW')} BEGIN ${come} END;
CREATE TRIGGER on_hand_mark_goes AFTER DELETE ON on_hand WHEN ${isMarked('OLD')} BEGIN ${go} END;
CREATE TRIGGER on_hand_mark_was AFTER UPDATE OF quantity, invalid ON on_hand WHEN ${isMarked('OLD')} BEGIN ${go} END;
CREATE TRIGGER on_hand_mark_is AFTER UPDATE OF quantity, invalid ON on_hand WHEN ${isMarked('NEW')} BEGIN ${come} END;

CREATE TRIGGER pick_work_comes AFTER INSERT ON pick_work BEGIN ${noteWork('NEW')} END;
CREATE TRIGGER pick_work_goes BEFORE DELETE ON pick_work BEGIN ${noteWork('OLD')} END;
CREATE TRIGGER pick_work_changes AFTER UPDATE OF remaining ON pick_work BEGIN ${noteWork('NEW')} END;
CREATE TRIGGER on_hand_blank_comes AFTER INSERT ON on_hand WHEN ${freeBlank('NEW')} BEGIN ${noteStock('NEW')} END;
CREATE TRIGGER on_hand_blank_goes AFTER DELETE ON on_hand WHEN ${freeBlank('OLD')} BEGIN ${noteStock('OLD')} END;
CREATE TRIGGER on_hand_blank_changes AFTER UPDATE OF quantity, invalid ON on_hand
  WHEN ${freeBlank('NEW')} OR ${freeBlank('OLD')} BEGIN ${noteStock('NEW')} END;
INSERT OR IGNORE INTO unsettled_serials (item_number, serial_number)
  SELECT item_number, serial_number FROM on_hand WHERE serial_number <> '' OR quantity % 1000 <> 0;
INSERT INTO unsettled_work (item_number, warehouse, location)
  SELECT DISTINCT l.item_number, w.warehouse, w.location FROM pick_work w JOIN order_lines l ON l.id = w.order_line_id
  WHERE w.remaining > 0;

CREATE TRIGGER on_hand_invalid_goes AFTER DELETE ON on_hand WHEN OLD.invalid BEGIN ${noteSerial('OLD')} END;
CREATE TRIGGER on_hand_invalid_changes AFTER UPDATE OF quantity ON on_hand
  WHEN OLD.invalid OR NEW.quantity % 1000 <> 0 OR NEW.serial_number <> '' AND NEW.quantity > 1000 BEGIN ${noteSerial('NEW')} END;
CREATE TRIGGER on_hand_serial_comes AFTER INSERT ON on_hand
  WHEN NEW.serial_number <> '' OR NEW.quantity % 1000 <> 0
  BEGIN ${noteSerial('NEW')} END;

CREATE TABLE kept_totals (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  event_id INTEGER NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (day, event_id)
) STRICT;
CREATE TABLE kept_verdicts (
  totals_id INTEGER NOT NULL REFERENCES kept_totals (id) ON DELETE CASCADE,
  warehouse TEXT NOT NULL,
  verdict TEXT NOT NULL,
  rows INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (totals_id, warehouse, verdict)
) STRICT, WITHOUT ROWID;

CREATE TABLE warehouse_duties (
  warehouse_key TEXT PRIMARY KEY,
  warehouse TEXT NOT NULL,
  responsible TEXT NOT NULL,
  due_days INTEGER CHECK (due_days >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_views (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  page TEXT NOT NULL CHECK (page IN ('on-hand', 'gaps')),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  view TEXT NOT NULL,
  UNIQUE (page, name_key)
) STRICT
`;
