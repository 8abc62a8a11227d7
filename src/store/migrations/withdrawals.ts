/**
 * Version 4. What was withdrawn, and what its source lists no more. A withdrawn item has no story; `story` remembers the one it left,
 * which need not exist any more. `print` finds an operator's withdrawal again when the source offers the same words under another name.
 */
export const WITHDRAWALS = `
CREATE TABLE withdrawals (
  item INTEGER PRIMARY KEY REFERENCES items (n) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  print TEXT NOT NULL,
  operator INTEGER NOT NULL,
  story TEXT,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX withdrawals_newest ON withdrawals (at DESC, item);
CREATE INDEX withdrawals_of_text ON withdrawals (source, print) WHERE operator = 1;

CREATE TABLE absences (
  item INTEGER PRIMARY KEY REFERENCES items (n) ON DELETE CASCADE,
  due INTEGER NOT NULL,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX absences_due ON absences (due, item);
`
