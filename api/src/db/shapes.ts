import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from './database.ts'
import { queryRow } from './rows.ts'

const shapeOf = (text: string): SQL => sql`(${text}::text)::geometry`

const Sound = z.object({ sound: z.boolean() })

/** Whether a drawn shape, extended WKT, is one: a ring that does not cross itself. */
export async function isSound(tx: Tx, text: string): Promise<boolean> {
  return (
    (await queryRow(tx, Sound, sql`SELECT ST_IsValid(${shapeOf(text)}) AS sound`))?.sound === true
  )
}

/** Whether a place lies in a drawn shape, its edge included. */
export function inShape(column: SQL, text: string): SQL {
  return sql`ST_Covers(${shapeOf(text)}, ${column})`
}
