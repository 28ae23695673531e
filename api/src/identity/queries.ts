import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { POSITION_CODES } from '../domain/position.ts'
import { ROLE_CODES } from '../domain/role.ts'

const instant = z.coerce.date()

const HeldAppointment = z.object({
  position: z.enum(POSITION_CODES).nullable(),
  officeId: z.uuid().nullable(),
  gridId: z.uuid().nullable(),
  enterpriseId: z.uuid().nullable(),
  title: z.string().nullable(),
  placeName: z.string().nullable(),
})

const SignedIn = z.object({
  sessionId: z.uuid(),
  createdAt: instant,
  usedAt: instant,
  expiresAt: instant,
  id: z.uuid(),
  name: z.string(),
  username: z.string().nullable(),
  role: z.enum(ROLE_CODES),
  suspended: z.boolean(),
  mustChangePassword: z.boolean(),
  twoFactorEnabled: z.boolean(),
  isDemo: z.boolean(),
  appointments: z.array(HeldAppointment),
})

/** A session with its person and what that person is appointed to on the day. */
export type SignedIn = z.output<typeof SignedIn>

/** @param today `YYYY-MM-DD` in China */
export function findByToken(tx: Tx, token: string, today: string): Promise<SignedIn | undefined> {
  return findSignedIn(tx, sql`s.token = ${token}`, today)
}

/** @param today `YYYY-MM-DD` in China */
export function findBySession(
  tx: Tx,
  sessionId: string,
  today: string,
): Promise<SignedIn | undefined> {
  return findSignedIn(tx, sql`s.id = ${sessionId}`, today)
}

function findSignedIn(tx: Tx, condition: SQL, today: string): Promise<SignedIn | undefined> {
  return queryRow(
    tx,
    SignedIn,
    sql`
    SELECT s.id AS "sessionId", s.created_at AS "createdAt", s.updated_at AS "usedAt", s.expires_at AS "expiresAt",
           u.id, u.name, u.username, u.role, u.banned AS suspended, u.must_change_password AS "mustChangePassword",
           u.two_factor_enabled AS "twoFactorEnabled", u.is_demo AS "isDemo",
           (
             SELECT coalesce(json_agg(json_build_object(
                      'position', a.position, 'officeId', a.office_id, 'gridId', a.grid_id, 'enterpriseId', a.enterprise_id,
                      'title', a.title, 'placeName', coalesce(o.name, g.name)
                    ) ORDER BY a.valid_from, a.id), '[]')
             FROM appointments a
             LEFT JOIN offices o ON o.id = a.office_id
             LEFT JOIN grids g ON g.id = a.grid_id
             WHERE a.user_id = u.id AND a.ended_at IS NULL
               AND a.valid_from <= ${today}::date AND (a.valid_to IS NULL OR a.valid_to >= ${today}::date)
           ) AS appointments
    FROM sessions s
    JOIN users u ON u.id = s.user_id
    WHERE ${condition}`,
  )
}

/** Notes that a session is in use. */
export async function touchSession(tx: Tx, sessionId: string, at: Date): Promise<void> {
  await tx.execute(
    sql`UPDATE sessions SET updated_at = ${at.toISOString()} WHERE id = ${sessionId}`,
  )
}

export async function endSession(tx: Tx, sessionId: string): Promise<void> {
  await tx.execute(sql`DELETE FROM sessions WHERE id = ${sessionId}`)
}

const Named = z.object({ id: z.uuid(), name: z.string(), role: z.enum(ROLE_CODES) })

/** Records that somebody came in. */
export async function recordSignIn(tx: Tx, userId: string): Promise<void> {
  const actor = await queryRow(
    tx,
    Named,
    sql`SELECT id, name, role FROM users WHERE id = ${userId}`,
  )
  if (actor === undefined) return
  await recordAct(tx, {
    action: 'sign-in',
    table: 'users',
    key: { id: userId },
    objectName: actor.name,
    actor,
  })
}

/** The person has chosen a password of their own. */
export async function markPasswordChosen(tx: Tx, userId: string): Promise<void> {
  await tx.execute(
    sql`UPDATE users SET must_change_password = false WHERE id = ${userId} AND must_change_password`,
  )
}

const DemoAccount = z.object({ username: z.string(), name: z.string(), role: z.enum(ROLE_CODES) })

/** The accounts anybody may try, in the order of the roles. */
export async function listDemoAccounts(tx: Tx): Promise<z.output<typeof DemoAccount>[]> {
  const accounts = await queryRow(
    tx,
    z.object({ accounts: z.array(DemoAccount) }),
    sql`
    SELECT coalesce(json_agg(json_build_object('username', username, 'name', name, 'role', role)
             ORDER BY array_position(${sql.raw(`ARRAY[${ROLE_CODES.map((role) => `'${role}'`).join(', ')}]`)}, role), username), '[]') AS accounts
    FROM users
    WHERE is_demo AND username IS NOT NULL AND NOT banned`,
  )
  return accounts?.accounts ?? []
}
