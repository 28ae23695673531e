import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from '@onemap/api/db/database'
import { copyLine } from '@onemap/api/db/copy-text'
import { queryRows } from '@onemap/api/db/rows'
import { OFFICES } from '../content/offices.ts'
import type { GridStaff } from '../grid-staff.ts'
import { createRandom } from '../random.ts'

/** Writes the bureau's offices where they are not yet known; gives the ids of all by code. */
export async function loadOffices(tx: Tx, seed: string): Promise<Map<string, string>> {
  for (const { code, name, phone } of OFFICES) {
    await tx.execute(sql`
      INSERT INTO offices (id, code, name, phone)
      VALUES (${createRandom(`${seed} office ${code}`).uuid()}, ${code}, ${name}, ${phone})
      ON CONFLICT (code) DO NOTHING`)
  }
  const known = await queryRows(tx, z.object({ id: z.uuid(), code: z.string() }), sql`SELECT id, code FROM offices`)
  return new Map(known.map(({ code, id }) => [code, id]))
}

/** Appoints people to the grids that have none; real appointments are left alone. */
export async function loadGridStaff(database: Database, tx: Tx, gridStaff: GridStaff): Promise<void> {
  const staffed = new Set((await queryRows(tx, z.object({ id: z.uuid() }), sql`SELECT DISTINCT grid_id AS id FROM grid_members`)).map(({ id }) => id))
  const lines = [...gridStaff].filter(([gridId]) => !staffed.has(gridId)).flatMap(([, members]) =>
    members.map((member) => copyLine([member.id, member.gridId, member.name, member.post, member.validFrom])))
  await database.copyIn(tx, 'grid_members', ['id', 'grid_id', 'name', 'post', 'valid_from'], lines)
}
