/**
 * Version 1. Columns hold what is asked for; the rest of a state or a decision is one JSON text beside them, and that of an
 * item, which is large, in a table of its own: giving an item its place then rewrites a short row only.
 * Moments are milliseconds since the epoch. `stretch` groups moments of about three days (see band-table.ts): what is
 * written lately lies together, so that a pass over an archive of millions touches the same few pages as one over a small one.
 */
export const TABLES = `
CREATE TABLE source_states (
  source TEXT PRIMARY KEY,
  json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
  source TEXT PRIMARY KEY,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE items (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  url_key TEXT NOT NULL,
  moment INTEGER NOT NULL,
  story TEXT REFERENCES stories (id),
  rank INTEGER,
  relation TEXT,
  bands TEXT
) STRICT;
CREATE INDEX items_unplaced ON items (moment, id) WHERE story IS NULL;
CREATE INDEX items_of_story ON items (story, rank, moment, id) WHERE story IS NOT NULL;
CREATE INDEX items_at_url ON items (url_key, moment) WHERE story IS NOT NULL;

CREATE TABLE contents (
  item INTEGER PRIMARY KEY REFERENCES items (n) ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE identities (
  source TEXT NOT NULL,
  name BLOB NOT NULL,
  item INTEGER NOT NULL REFERENCES items (n) ON DELETE CASCADE,
  PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_of_item ON identities (item);

CREATE TABLE bands (
  stretch INTEGER NOT NULL,
  band TEXT NOT NULL,
  moment INTEGER NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (stretch, band, moment, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  lead INTEGER NOT NULL REFERENCES items (n),
  moment INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stories_newest ON stories (moment DESC, id, lead);
CREATE INDEX stories_led_by ON stories (lead);

CREATE TABLE decisions (
  n INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  entry BLOB NOT NULL,
  at INTEGER NOT NULL,
  kept INTEGER NOT NULL,
  url TEXT,
  title TEXT NOT NULL,
  json TEXT NOT NULL,
  UNIQUE (source, entry)
) STRICT;
CREATE INDEX decisions_newest ON decisions (at DESC, source, entry);
CREATE INDEX decisions_of_source ON decisions (source, at DESC, entry);
CREATE INDEX decisions_on_url ON decisions (url) WHERE url IS NOT NULL;
`
