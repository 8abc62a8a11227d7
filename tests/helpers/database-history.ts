import { Client } from 'pg'

/** How much of a past is made. */
export type History = { readonly items: number; readonly outlets: number; readonly until: Date }

const SPAN_MS = 2 * 365 * 86_400_000
const AT_ONCE = 50_000
/** Numbers of rows that were read for real stay below. */
const BASE = 1_000_000
const DECISIONS_A_SOURCE = 500

/**
 * Gives a state that holds a few real readings a past of millions of items, within the server: each row is a real one under another name,
 * of another outlet, at another moment. One item in five is a copy with the bands of the one before it, one in a thousand was withdrawn.
 * The order is that in which time would have brought them. Only the words of an item do not fit its moment, which nothing here asks for.
 */
export async function giveHistory(
  address: string,
  { items, outlets, until }: History,
  say: (line: string) => void,
): Promise<void> {
  const span = { from: until.getTime() - SPAN_MS, step: SPAN_MS / items }
  await once(address, TEMPLATES)
  await once(address, LOOSE)
  const shared = { base: BASE, outlets, ...span }
  await Promise.all([
    chunked(address, items, { statements: [itemRows(shared), storyRows(shared), ASIDE] }),
    chunked(address, items, { say: (at) => say(`${at} items`), statements: [CONTENTS(shared)] }),
    chunked(address, items, { statements: [BANDS(shared)] }),
    chunked(address, items, { statements: [IDENTITIES(shared)] }),
    chunked(address, outlets, { atOnce: 100, statements: sourceRows(shared) }),
  ])
  say('indexes')
  await Promise.all(FAST.map((sql) => once(address, `SET maintenance_work_mem = '1GB'; ${sql}`)))
  await once(
    address,
    `UPDATE totals SET total = 0;
     UPDATE totals SET total = (SELECT count(*) FROM items) WHERE name = 'items' AND share = 0;
     UPDATE totals SET total = (SELECT count(*) FROM stories) WHERE name = 'stories' AND share = 0;
     UPDATE totals SET total = (SELECT count(*) FROM decisions) WHERE name = 'decisions' AND share = 0;
     SELECT setval(pg_get_serial_sequence('items', 'n'), (SELECT max(n) FROM items))`,
  )
  await once(address, SETTLED)
  await once(address, 'VACUUM (ANALYZE)')
}

type Shared = { readonly base: number; readonly outlets: number; readonly from: number; readonly step: number }

async function once(address: string, sql: string): Promise<void> {
  const client = await connected(address)
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

type Chunks = { readonly statements: readonly string[]; readonly atOnce?: number; readonly say?: (at: number) => void }

/** Runs statements over $1 to $2, a piece at a time; their foreign keys and totals are seen to otherwise. */
async function chunked(address: string, count: number, { statements, atOnce = AT_ONCE, say }: Chunks): Promise<void> {
  const client = await connected(address)
  try {
    await client.query('SET session_replication_role = replica')
    for (let from = 0; from < count; from += atOnce) {
      const to = Math.min(from + atOnce, count) - 1
      for (const sql of statements) await client.query(sql, [from, to])
      say?.(to + 1)
    }
  } finally {
    await client.end()
  }
}

async function connected(address: string): Promise<Client> {
  const url = new URL(address)
  const schema = url.searchParams.get('schema') ?? 'kaynak'
  url.searchParams.delete('schema')
  const client = new Client({ connectionString: url.href, options: `-c search_path=${schema}` })
  await client.connect()
  return client
}

/** What was read for real, by number, and names made from numbers. */
const TEMPLATES = `
CREATE TABLE template AS
  SELECT row_number() OVER (ORDER BY i.n) - 1 AS t, i.id, i.source, i.url_key, i.relation, i.bands, c.json,
    ARRAY(SELECT jsonb_array_elements_text(i.bands::jsonb)) AS marks
  FROM items i JOIN contents c ON c.item = i.n WHERE i.story IS NOT NULL;
ALTER TABLE template ADD PRIMARY KEY (t);
CREATE TABLE template_decision AS SELECT row_number() OVER (ORDER BY source, entry) - 1 AS t, * FROM decisions;
ALTER TABLE template_decision ADD PRIMARY KEY (t);
CREATE TABLE template_source AS SELECT row_number() OVER (ORDER BY source) - 1 AS t, s.source, s.json, seen.json AS seen FROM source_states s JOIN seen USING (source);
CREATE FUNCTION template_id(k bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT 'urn:uuid:' || overlay(overlay(md5('item ' || k)::uuid::text PLACING '8' FROM 15) PLACING '8' FROM 20) $$;
ANALYZE template;
ANALYZE template_decision;
`
const TABLES = ['items', 'contents', 'stories', 'bands', 'identities', 'decisions', 'pruned']
/** The two tables with most rows are indexed when they are full. */
const LOOSE = `
ALTER TABLE bands DROP CONSTRAINT bands_pkey;
ALTER TABLE identities DROP CONSTRAINT identities_pkey;
DROP INDEX identities_of_item;
${TABLES.map((table) => `ALTER TABLE ${table} SET (autovacuum_enabled = off);`).join('')}
`
const SETTLED = TABLES.map((table) => `ALTER TABLE ${table} RESET (autovacuum_enabled);`).join('')
const FAST = [
  'ALTER TABLE bands ADD CONSTRAINT bands_pkey PRIMARY KEY (stretch, band, moment, item)',
  'ALTER TABLE identities ADD CONSTRAINT identities_pkey PRIMARY KEY (source, name); CREATE INDEX identities_of_item ON identities (item)',
]
const EACH = 'FROM generate_series($1::bigint, $2::bigint) AS k JOIN template t ON t.t = k % (SELECT count(*) FROM template)'
const IS_GONE = 'k % 1000 = 999'
const IS_COPY = 'k % 5 = 4'

function momentAt({ from, step }: Shared): string {
  return `(${from} + (k * ${step}::float8)::bigint)`
}

function itemRows(shared: Shared): string {
  return `
INSERT INTO items (n, id, source, url_key, moment, first_seen, story, rank, relation, bands) OVERRIDING SYSTEM VALUE
SELECT ${shared.base} + k, template_id(k), 's' || k % ${shared.outlets}, t.url_key || '?' || k, ${momentAt(shared)}, ${momentAt(shared)},
  CASE WHEN ${IS_GONE} THEN NULL WHEN ${IS_COPY} THEN template_id(k - 1) ELSE template_id(k) END,
  CASE WHEN ${IS_GONE} THEN NULL WHEN ${IS_COPY} THEN 2 ELSE 1 END, CASE WHEN ${IS_GONE} THEN NULL ELSE t.relation END,
  CASE WHEN ${IS_GONE} THEN NULL ELSE t.bands END
${EACH} ORDER BY k`
}

const CONTENTS = ({ base, outlets }: Shared): string => `
INSERT INTO contents
SELECT ${base} + k, replace(replace(t.json, t.id, template_id(k)), '"sourceId":"' || t.source || '"', '"sourceId":"s' || k % ${outlets} || '"')
${EACH} ORDER BY k`

function storyRows(shared: Shared): string {
  return `
INSERT INTO stories (id, lead, moment, begun, source)
SELECT template_id(k), ${shared.base} + k, ${momentAt(shared)}, ${momentAt(shared)}, 's' || k % ${shared.outlets}
FROM generate_series($1::bigint, $2::bigint) AS k WHERE NOT (${IS_GONE}) AND NOT (${IS_COPY})`
}

/** What was withdrawn, and what is missed. */
const ASIDE = `
WITH gone AS (
  INSERT INTO withdrawals
  SELECT i.n, i.moment, i.source, md5(i.id), false, NULL, json_build_object('itemId', i.id, 'at', to_timestamp(i.moment / 1000) AT TIME ZONE 'UTC', 'by', 'source')
  FROM generate_series($1::bigint, $2::bigint) AS k JOIN items i ON i.id = template_id(k) WHERE ${IS_GONE}
)
INSERT INTO absences
SELECT i.n, i.moment + 86400000000, json_build_object('itemId', i.id)
FROM generate_series($1::bigint, $2::bigint) AS k JOIN items i ON i.id = template_id(k) WHERE k % 2000 = 500`

const BANDS = (shared: Shared): string => `
INSERT INTO bands
SELECT (${momentAt(shared)} >> 28)::int, left(mark, 1) || to_hex((hashtext(mark)::bigint * 31 + (k - (${IS_COPY})::int) * 2654435761) & x'ffffffffff'::bigint) AS band,
  ${momentAt(shared)}, ${shared.base} + k
${EACH} CROSS JOIN unnest(t.marks) AS mark WHERE NOT (${IS_GONE})`

const IDENTITIES = ({ base, outlets }: Shared): string => `
INSERT INTO identities
SELECT 's' || k % ${outlets}, decode(md5(k || ' ' || name), 'hex'), ${base} + k
FROM generate_series($1::bigint, $2::bigint) AS k CROSS JOIN generate_series(1, 3) AS name ORDER BY 1, 2`

function sourceRows({ from }: Shared): readonly string[] {
  const of =
    'FROM generate_series($1::bigint, $2::bigint) AS k JOIN template_source t ON t.t = k % (SELECT count(*) FROM template_source)'
  return [
    `INSERT INTO source_states SELECT 's' || k, replace(t.json, '"' || t.source || '"', '"s' || k || '"') ${of} ON CONFLICT DO NOTHING`,
    `INSERT INTO seen SELECT 's' || k, t.seen ${of} ON CONFLICT DO NOTHING`,
    `INSERT INTO decisions SELECT 's' || k, decode(md5(k || ' ' || d), 'hex'), ${from} + d, t.kept, t.url || '?' || d, t.title, t.json
     FROM generate_series($1::bigint, $2::bigint) AS k CROSS JOIN generate_series(1, ${DECISIONS_A_SOURCE}) AS d
     JOIN template_decision t ON t.t = (k * 7 + d) % (SELECT count(*) FROM template_decision) ORDER BY 1, 2`,
    `INSERT INTO pruned SELECT 's' || k, decode(md5(k || ' gone ' || d), 'hex') FROM generate_series($1::bigint, $2::bigint) AS k CROSS JOIN generate_series(1, 250) AS d ORDER BY 1, 2`,
  ]
}
