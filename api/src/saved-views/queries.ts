import { sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { SavedView, type NewSavedView, type SavedViewChange } from './schema.ts'

type View = z.output<typeof SavedView>

const COLUMNS = sql`id, screen, name, query, columns`

/** The reader's own views of a screen, by name. Row-level security shows nobody else's. */
export function listViews(tx: Tx, screen: string): Promise<View[]> {
  return queryRows(
    tx,
    SavedView,
    sql`SELECT ${COLUMNS} FROM saved_views WHERE screen = ${screen} ORDER BY name COLLATE "C", id`,
  )
}

/** Keeps a view; undefined where the name is taken. */
export function addView(
  tx: Tx,
  userId: string,
  { screen, name, query, columns }: z.output<typeof NewSavedView>,
): Promise<View | undefined> {
  return queryRow(
    tx,
    SavedView,
    sql`
    INSERT INTO saved_views (id, user_id, screen, name, query, columns)
    VALUES (${randomUUID()}, ${userId}, ${screen}, ${name}, ${JSON.stringify(query)}::jsonb, ${JSON.stringify(columns)}::jsonb)
    ON CONFLICT DO NOTHING
    RETURNING ${COLUMNS}`,
  )
}

/** Changes what is given; undefined where there is no such view. */
export function changeView(
  tx: Tx,
  id: string,
  { name, query, columns }: z.output<typeof SavedViewChange>,
): Promise<View | undefined> {
  return queryRow(
    tx,
    SavedView,
    sql`
    UPDATE saved_views SET
      name = coalesce(${name ?? null}, name),
      query = coalesce(${query === undefined ? null : JSON.stringify(query)}::jsonb, query),
      columns = coalesce(${columns === undefined ? null : JSON.stringify(columns)}::jsonb, columns)
    WHERE id = ${id}
      AND NOT EXISTS (SELECT FROM saved_views other WHERE other.screen = saved_views.screen AND other.id <> saved_views.id AND other.name = ${name ?? null})
    RETURNING ${COLUMNS}`,
  )
}

/** Whether there is such a view of the reader's own. */
export async function hasView(tx: Tx, id: string): Promise<boolean> {
  return (
    (await queryRow(tx, SavedView, sql`SELECT ${COLUMNS} FROM saved_views WHERE id = ${id}`)) !==
    undefined
  )
}

/** Forgets a view; whether there was one. */
export async function removeView(tx: Tx, id: string): Promise<boolean> {
  return (
    (
      await queryRows(
        tx,
        SavedView,
        sql`DELETE FROM saved_views WHERE id = ${id} RETURNING ${COLUMNS}`,
      )
    ).length > 0
  )
}
