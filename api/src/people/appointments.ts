import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { checkAppointment } from '../domain/appointment.ts'
import { POSITION_CODES } from '../domain/position.ts'
import { ROLE_CODES, type Role } from '../domain/role.ts'
import { BadFieldError, NobodyThereError, PeopleConflictError } from './refusals.ts'
import type { NewAppointment } from './schema.ts'

type Wanted = z.output<typeof NewAppointment>

const Known = z.object({
  id: z.uuid(),
  name: z.string(),
  role: z.enum(ROLE_CODES),
  suspended: z.boolean(),
})
const Exists = z.object({ exists: z.boolean() })

/** A person, whom no other transaction appoints meanwhile. */
export async function lockPerson(tx: Tx, id: string): Promise<z.output<typeof Known> | undefined> {
  return queryRow(
    tx,
    Known,
    sql`SELECT id, name, role, banned AS suspended FROM users WHERE id = ${id} FOR UPDATE`,
  )
}

/**
 * Appoints somebody.
 * @returns the appointment's id
 * @throws NobodyThereError, PeopleConflictError, BadFieldError, DomainError `bad-appointment`
 */
export async function appoint(tx: Tx, userId: string, wanted: Wanted): Promise<string> {
  const person = await lockPerson(tx, userId)
  if (person === undefined) throw new NobodyThereError('person')
  checkAppointment(person.role, wanted)
  await requireTarget(tx, wanted)
  if (await holdsAlready(tx, userId, person.role, wanted))
    throw new PeopleConflictError('already-appointed')
  if (wanted.position === 'chief' && (await hasChief(tx, wanted)))
    throw new PeopleConflictError('chief-taken')
  const id = await insertAppointment(tx, userId, person.role, wanted)
  await recordAct(tx, {
    action: 'appoint',
    table: 'appointments',
    key: { id },
    objectName: person.name,
  })
  return id
}

async function insertAppointment(
  tx: Tx,
  userId: string,
  role: Role,
  wanted: Wanted,
): Promise<string> {
  const id = randomUUID()
  await tx.execute(sql`
    INSERT INTO appointments (id, user_id, role, position, title, office_id, grid_id, enterprise_id, valid_from, valid_to)
    VALUES (${id}, ${userId}, ${role}, ${wanted.position ?? null}, ${wanted.title ?? null}, ${wanted.officeId ?? null}, ${wanted.gridId ?? null},
            ${wanted.enterpriseId ?? null}, ${wanted.validFrom}::date, ${wanted.validTo ?? null}::date)`)
  return id
}

/** Of a grid's appointments there is one at a time being made: the row of the grid is held meanwhile. */
async function requireTarget(tx: Tx, { officeId, gridId, enterpriseId }: Wanted): Promise<void> {
  const missing = { zh: '不存在', en: 'There is none of that id' }
  const is = async (query: ReturnType<typeof sql>) =>
    (await queryRow(tx, z.object({ id: z.uuid() }), query)) !== undefined
  if (officeId !== undefined && !(await is(sql`SELECT id FROM offices WHERE id = ${officeId}`)))
    throw new BadFieldError('officeId', missing)
  if (
    gridId !== undefined &&
    !(await is(sql`SELECT id FROM grids WHERE id = ${gridId} AND valid_to IS NULL FOR UPDATE`))
  )
    throw new BadFieldError('gridId', missing)
  if (
    enterpriseId !== undefined &&
    !(await is(sql`SELECT id FROM enterprise_names(ARRAY[${enterpriseId}]::uuid[])`))
  )
    throw new BadFieldError('enterpriseId', missing)
}

const overlaps = ({ validFrom, validTo }: Wanted) => sql`
  a.ended_at IS NULL
  AND daterange(a.valid_from, a.valid_to, '[]') && daterange(${validFrom}::date, ${validTo ?? null}::date, '[]')`

const sameTarget = ({ officeId, gridId, enterpriseId }: Wanted) => sql`
  (a.office_id, a.grid_id, a.enterprise_id) IS NOT DISTINCT FROM (${officeId ?? null}::uuid, ${gridId ?? null}::uuid, ${enterpriseId ?? null}::uuid)`

/** Only a grid person looks after several objects at once; nobody holds one post twice. */
async function holdsAlready(tx: Tx, userId: string, role: Role, wanted: Wanted): Promise<boolean> {
  const found = await queryRow(
    tx,
    Exists,
    sql`
    SELECT EXISTS (
      SELECT FROM appointments a
      WHERE a.user_id = ${userId} AND ${overlaps(wanted)}
        AND ((${role} <> 'grid' AND NOT (${sameTarget(wanted)})) OR (${sameTarget(wanted)} AND a.position IS NOT DISTINCT FROM ${wanted.position ?? null}))
    ) AS exists`,
  )
  return found?.exists ?? false
}

/** A grid has one 网格长 at a time. */
async function hasChief(tx: Tx, wanted: Wanted): Promise<boolean> {
  const found = await queryRow(
    tx,
    Exists,
    sql`
    SELECT EXISTS (SELECT FROM appointments a WHERE a.position = 'chief' AND ${sameTarget(wanted)} AND ${overlaps(wanted)}) AS exists`,
  )
  return found?.exists ?? false
}

const Leaving = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  role: z.enum(ROLE_CODES),
  position: z.enum(POSITION_CODES).nullable(),
  title: z.string().nullable(),
  officeId: z.uuid().nullable(),
  gridId: z.uuid().nullable(),
  enterpriseId: z.uuid().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  over: z.boolean(),
})

/**
 * Hands a post over: the appointment ends now and a successor's begins, and every session of whoever leaves is cut,
 * all in this transaction.
 * @param today `YYYY-MM-DD` in China
 * @returns whose appointments changed
 * @throws NobodyThereError, PeopleConflictError
 */
export async function handOver(
  tx: Tx,
  appointmentId: string,
  successorUserId: string,
  reason: string,
  at: Date,
  today: string,
): Promise<{ leaver: string; successor: string }> {
  const leaving = await queryRow(
    tx,
    Leaving,
    sql`
    SELECT a.id, a.user_id AS "userId", u.name, a.role, a.position, a.title, a.office_id AS "officeId", a.grid_id AS "gridId", a.enterprise_id AS "enterpriseId",
           to_char(a.valid_from, 'YYYY-MM-DD') AS "validFrom", to_char(a.valid_to, 'YYYY-MM-DD') AS "validTo",
           (a.ended_at IS NOT NULL OR coalesce(a.valid_to < ${today}::date, false)) AS over
    FROM appointments a
    JOIN users u ON u.id = a.user_id
    WHERE a.id = ${appointmentId}
    FOR UPDATE`,
  )
  if (leaving === undefined) throw new NobodyThereError('appointment')
  if (leaving.over) throw new PeopleConflictError('appointment-over')
  const successor = await lockPerson(tx, successorUserId)
  if (
    successor === undefined ||
    successor.suspended ||
    successor.role !== leaving.role ||
    successor.id === leaving.userId
  )
    throw new PeopleConflictError('successor-unfit')

  await tx.execute(
    sql`UPDATE appointments SET ended_at = ${at.toISOString()}, end_reason = ${reason} WHERE id = ${leaving.id}`,
  )
  const successorId = await takeOver(tx, successor.id, leaving, today)
  await tx.execute(
    sql`UPDATE appointments SET successor_id = ${successorId} WHERE id = ${leaving.id}`,
  )
  await tx.execute(sql`DELETE FROM sessions WHERE user_id = ${leaving.userId}`)
  await recordAct(tx, {
    action: 'handover',
    table: 'appointments',
    key: { id: leaving.id },
    objectName: leaving.name,
    changes: {
      holder: { from: leaving.name, to: successor.name },
      reason: { from: null, to: reason },
    },
  })
  return { leaver: leaving.userId, successor: successor.id }
}

/** Who holds the same post already, such as a second administrator, needs no other appointment. */
async function takeOver(
  tx: Tx,
  userId: string,
  leaving: z.output<typeof Leaving>,
  today: string,
): Promise<string> {
  const wanted: Wanted = {
    validFrom: leaving.validFrom > today ? leaving.validFrom : today,
    ...(leaving.validTo === null ? {} : { validTo: leaving.validTo }),
    ...(leaving.position === null ? {} : { position: leaving.position }),
    ...(leaving.title === null ? {} : { title: leaving.title }),
    ...(leaving.officeId === null ? {} : { officeId: leaving.officeId }),
    ...(leaving.gridId === null ? {} : { gridId: leaving.gridId }),
    ...(leaving.enterpriseId === null ? {} : { enterpriseId: leaving.enterpriseId }),
  }
  const held = await queryRow(
    tx,
    z.object({ id: z.uuid() }),
    sql`
    SELECT a.id FROM appointments a
    WHERE a.user_id = ${userId} AND ${overlaps(wanted)} AND ${sameTarget(wanted)} AND a.position IS NOT DISTINCT FROM ${leaving.position}
    ORDER BY a.valid_from, a.id LIMIT 1`,
  )
  return held?.id ?? appoint(tx, userId, wanted)
}
