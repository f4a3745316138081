/** The log of configuration changes: append-only, each event chained to the one before by its hash. */
export const history = `
CREATE TABLE history (
  id INTEGER PRIMARY KEY,
  change_id INTEGER NOT NULL,
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  door TEXT NOT NULL CHECK (door IN ('page', 'import', 'bulk')),
  note TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX history_subject ON history (kind, subject, id);
CREATE INDEX history_change ON history (change_id);
CREATE TRIGGER history_is_never_changed BEFORE UPDATE ON history
  BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END;
CREATE TRIGGER history_is_never_shortened BEFORE DELETE ON history
  BEGIN SELECT RAISE(ABORT, 'The history is append-only.'); END
`;
