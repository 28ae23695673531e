import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'

const Table = z.object({ name: z.string(), columns: z.array(z.string()) })
const Sequence = z.object({ name: z.string(), last: z.string() })
const Statement = z.object({ leave: z.string(), restore: z.string() })
const Any = z.object({ any: z.boolean() })

/** What belongs to an extension comes with the extension. */
const OF_EXTENSION = sql`EXISTS (
  SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`

/** Every table of the product, with the columns that can be written. */
export function tablesOf(tx: Tx): Promise<z.output<typeof Table>[]> {
  return queryRows(
    tx,
    Table,
    sql`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT ${OF_EXTENSION}
    GROUP BY c.oid, c.relname
    ORDER BY c.relname`,
  )
}

/** Every sequence that was used, with the last value it gave. */
export function sequencesOf(tx: Tx): Promise<z.output<typeof Sequence>[]> {
  return queryRows(
    tx,
    Sequence,
    sql`
    SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1`,
  )
}

/** Whether there is anything at all of a schema. */
export async function isInhabited(tx: Tx): Promise<boolean> {
  const [row] = await queryRows(
    tx,
    Any,
    sql`
    SELECT EXISTS (
      SELECT FROM pg_class c
      WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'drizzle'))
        AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND NOT ${OF_EXTENSION}
    ) AS any`,
  )
  return row?.any ?? true
}

/**
 * How foreign keys and triggers are taken away while rows come in, and put back: rows come table by table, and what
 * triggers derive from them is among the rows. Putting a foreign key back proves it. Every owner may do this.
 */
export function guardsOf(tx: Tx): Promise<z.output<typeof Statement>[]> {
  return queryRows(
    tx,
    Statement,
    sql`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS leave,
           format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS restore
    FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0
    UNION ALL
    SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname),
           format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
                  CASE tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, tgname)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT tgisinternal AND tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace AND NOT ${OF_EXTENSION}`,
  )
}

/** The same text for the same value on every server and with every configuration. */
export const PLAIN_TEXT = [
  "SET LOCAL TimeZone = 'UTC'",
  "SET LOCAL DateStyle = 'ISO, YMD'",
  "SET LOCAL IntervalStyle = 'postgres'",
  'SET LOCAL extra_float_digits = 1',
  "SET LOCAL bytea_output = 'hex'",
] as const

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
