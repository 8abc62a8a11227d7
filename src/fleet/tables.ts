/**
 * The SQL that makes the fleet's tables, as one text that PostgreSQL runs as one transaction. None of them holds news: all of it can be
 * made anew from feeds.json and the states of the sources.
 */
export function tablesOf(schema: string): string {
  return `
    SELECT pg_advisory_xact_lock(hashtextextended('${schema}', 0));
    CREATE SCHEMA IF NOT EXISTS ${schema};
    CREATE TABLE IF NOT EXISTS ${schema}.worker (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      mark text NOT NULL,
      version text NOT NULL,
      started timestamptz NOT NULL DEFAULT now(),
      beat timestamptz NOT NULL DEFAULT now(),
      places int NOT NULL,
      busy int NOT NULL DEFAULT 0,
      leads boolean NOT NULL DEFAULT false,
      readings bigint NOT NULL DEFAULT 0,
      failures bigint NOT NULL DEFAULT 0,
      kept bigint NOT NULL DEFAULT 0
    );
    CREATE TABLE IF NOT EXISTS ${schema}.turn (
      source text PRIMARY KEY,
      host text NOT NULL,
      due timestamptz NOT NULL,
      planned timestamptz
    );
    CREATE INDEX IF NOT EXISTS turn_due ON ${schema}.turn (due);
    CREATE INDEX IF NOT EXISTS turn_host ON ${schema}.turn (host);
    CREATE TABLE IF NOT EXISTS ${schema}.host (
      host text PRIMARY KEY,
      holder uuid,
      opens timestamptz NOT NULL,
      gap_ms int NOT NULL
    ) WITH (fillfactor = 50);
    CREATE TABLE IF NOT EXISTS ${schema}.restored (item text PRIMARY KEY);
  `
}
