/** Tracking number groups, their counters, which only go up, and a quick way from a code to the items that name it. */
export const numberGroups = `
CREATE TABLE tracking_number_groups (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 10),
  code_key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;
CREATE TABLE number_counters (
  group_id INTEGER NOT NULL PRIMARY KEY,
  next INTEGER NOT NULL CHECK (next >= 0)
) STRICT;
CREATE TRIGGER counter_never_goes_back BEFORE UPDATE ON number_counters WHEN NEW.next < OLD.next
  BEGIN SELECT RAISE(ABORT, 'A counter never goes back.'); END;
CREATE INDEX items_serial_number_group ON items (serial_number_group);
CREATE INDEX items_batch_number_group ON items (batch_number_group)
`;
