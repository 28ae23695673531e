import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Database, Tx } from '@onemap/api/db/database'
import { copyLine } from '@onemap/api/db/copy-text'
import { queryRows } from '@onemap/api/db/rows'
import type { Sealer } from '@onemap/api/db/sealed'
import { maskPhone } from '@onemap/api/domain/mask-mobile'
import { emailOf } from '@onemap/api/domain/username'
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
  const known = await queryRows(
    tx,
    z.object({ id: z.uuid(), code: z.string() }),
    sql`SELECT id, code FROM offices`,
  )
  return new Map(known.map(({ code, id }) => [code, id]))
}

/** Appoints people to the grids that have none; real appointments are left alone. None of them can sign in. */
export async function loadGridStaff(
  database: Database,
  tx: Tx,
  gridStaff: GridStaff,
  sealer: Sealer,
): Promise<void> {
  const staffed = new Set(
    (
      await queryRows(
        tx,
        z.object({ id: z.uuid() }),
        sql`SELECT DISTINCT grid_id AS id FROM appointments WHERE grid_id IS NOT NULL`,
      )
    ).map(({ id }) => id),
  )
  const members = [...gridStaff]
    .filter(([gridId]) => !staffed.has(gridId))
    .flatMap(([, staff]) => staff)
  await database.copyIn(
    tx,
    'users',
    ['id', 'name', 'email', 'role', 'mobile', 'mobile_masked', 'is_demo'],
    members.map((one) =>
      copyLine([
        one.userId,
        one.name,
        emailOf(one.userId),
        'grid',
        sealer.seal(one.mobile),
        maskPhone(one.mobile),
        true,
      ]),
    ),
  )
  await database.copyIn(
    tx,
    'appointments',
    ['id', 'user_id', 'role', 'position', 'grid_id', 'valid_from'],
    members.map((one) =>
      copyLine([one.appointmentId, one.userId, 'grid', one.position, one.gridId, one.validFrom]),
    ),
  )
}
