/**
 * The schema, in steps; the first one leads to version 1. Never edited once released: another one is added. It is that of the SQLite
 * state in PostgreSQL's words: texts are compared by their bytes (COLLATE "C"), whatever the database's own order, moments are
 * milliseconds since the epoch, and documents are JSON in plain text, which holds U+0000 where PostgreSQL's own JSON does not.
 * Totals are kept in sixteen rows a name, so that those who write at the same time seldom wait for each other.
 */
export const STEPS = [
  `
CREATE TABLE source_states (
  source text COLLATE "C" PRIMARY KEY,
  json text NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE seen (
  source text COLLATE "C" PRIMARY KEY,
  json text NOT NULL
);

CREATE TABLE items (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id text COLLATE "C" NOT NULL UNIQUE,
  source text COLLATE "C" NOT NULL,
  url_key text COLLATE "C" NOT NULL,
  moment bigint NOT NULL,
  first_seen bigint NOT NULL,
  story text COLLATE "C",
  rank smallint,
  relation text,
  bands text
);
CREATE INDEX items_unplaced ON items (moment, id) WHERE story IS NULL;
CREATE INDEX items_of_story ON items (story, rank, moment, id) WHERE story IS NOT NULL;
CREATE INDEX items_at_url ON items (url_key, moment) WHERE story IS NOT NULL;

CREATE TABLE contents (
  item bigint PRIMARY KEY REFERENCES items ON DELETE CASCADE,
  json text NOT NULL
);

CREATE TABLE identities (
  source text COLLATE "C" NOT NULL,
  name bytea NOT NULL,
  item bigint NOT NULL REFERENCES items ON DELETE CASCADE,
  PRIMARY KEY (source, name)
);
CREATE INDEX identities_of_item ON identities (item);

CREATE TABLE bands (
  stretch int NOT NULL,
  band text COLLATE "C" NOT NULL,
  moment bigint NOT NULL,
  item bigint NOT NULL,
  PRIMARY KEY (stretch, band, moment, item)
);

CREATE TABLE stories (
  id text COLLATE "C" PRIMARY KEY,
  lead bigint NOT NULL,
  moment bigint NOT NULL,
  begun bigint NOT NULL
);
CREATE INDEX stories_newest ON stories (moment DESC, id);
CREATE INDEX stories_begun ON stories (begun, id);

CREATE TABLE decisions (
  source text COLLATE "C" NOT NULL,
  entry bytea NOT NULL,
  at bigint NOT NULL,
  kept boolean NOT NULL,
  url text COLLATE "C",
  title text COLLATE "C" NOT NULL,
  json text NOT NULL,
  PRIMARY KEY (source, entry)
);
CREATE INDEX decisions_newest ON decisions (at DESC, source, entry);
CREATE INDEX decisions_of_source ON decisions (source, at DESC, entry);
CREATE INDEX decisions_on_url ON decisions (url) WHERE url IS NOT NULL;
CREATE INDEX decisions_on_entry ON decisions (entry);

CREATE TABLE withdrawals (
  item bigint PRIMARY KEY REFERENCES items ON DELETE CASCADE,
  at bigint NOT NULL,
  source text COLLATE "C" NOT NULL,
  print text COLLATE "C" NOT NULL,
  operator boolean NOT NULL,
  story text COLLATE "C",
  json text NOT NULL
);
CREATE INDEX withdrawals_newest ON withdrawals (at DESC, item);
CREATE INDEX withdrawals_of_text ON withdrawals (source, print) WHERE operator;

CREATE TABLE absences (
  item bigint PRIMARY KEY REFERENCES items ON DELETE CASCADE,
  due bigint NOT NULL,
  json text NOT NULL
);
CREATE INDEX absences_due ON absences (due, item);

CREATE TABLE pruned (
  source text COLLATE "C" NOT NULL,
  name bytea NOT NULL,
  PRIMARY KEY (source, name)
);

CREATE TABLE totals (
  name text NOT NULL,
  share int NOT NULL,
  total bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (name, share)
) WITH (fillfactor = 50);
INSERT INTO totals (name, share) SELECT name, share FROM unnest(ARRAY['items', 'stories', 'decisions']) AS name, generate_series(0, 15) AS share;

CREATE FUNCTION count_rows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE many bigint;
BEGIN
  SELECT count(*) INTO many FROM changed;
  IF many > 0 THEN
    EXECUTE format('UPDATE %I.totals SET total = total + $1 WHERE name = $2 AND share = pg_backend_pid() %% 16', TG_TABLE_SCHEMA)
    USING CASE TG_OP WHEN 'INSERT' THEN many ELSE -many END, TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
${['items', 'stories', 'decisions']
  .map(
    (table) => `
CREATE TRIGGER ${table}_come AFTER INSERT ON ${table} REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_rows();
CREATE TRIGGER ${table}_go AFTER DELETE ON ${table} REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_rows();`,
  )
  .join('')}
`,
  // who leads a story stands beside it: of each source the newest few are found without reading all stories
  `
ALTER TABLE stories ADD COLUMN source text COLLATE "C";
UPDATE stories s SET source = i.source FROM items i WHERE i.n = s.lead;
ALTER TABLE stories ALTER COLUMN source SET NOT NULL;
CREATE INDEX stories_of_source ON stories (source, moment DESC, id);
`,
  // each holder of the lock has a number: whoever lost it writes no more
  `
CREATE TABLE lock_holder AS SELECT 0::bigint AS number;
`,
] as const
