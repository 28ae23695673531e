import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import type { Sealer } from '../db/sealed.ts'
import { maskIdNumber } from '../domain/id-number.ts'
import { maskPhone } from '../domain/mask-mobile.ts'
import { emailOf } from '../domain/username.ts'
import { appoint, lockPerson } from './appointments.ts'
import { BadFieldError, NobodyThereError, PeopleConflictError } from './refusals.ts'
import type { NewPerson, PersonChange } from './schema.ts'

const Id = z.object({ id: z.uuid() })

/**
 * Writes a new person, with an appointment if one is given, and a way in if there is a username.
 * @param passwordHash of the one-time password; undefined for who cannot sign in
 * @returns the person's id
 * @throws PeopleConflictError `username-taken`, and what appoint throws
 */
export async function createPerson(
  tx: Tx,
  sealer: Sealer,
  { name, role, username, mobile, idNumber, appointment }: z.output<typeof NewPerson>,
  passwordHash: string | undefined,
): Promise<string> {
  const id = randomUUID()
  await requireOwnIdNumber(tx, sealer, id, idNumber)
  const created = await queryRow(
    tx,
    Id,
    sql`
    INSERT INTO users (id, name, role, email, username, display_username, mobile, mobile_masked, id_number, id_number_masked)
    VALUES (${id}, ${name}, ${role}, ${emailOf(username ?? id)}, ${username ?? null}, ${username ?? null},
            ${mobile === undefined ? null : sealer.seal(mobile)}, ${mobile === undefined ? null : maskPhone(mobile)},
            ${idNumber === undefined ? null : sealer.seal(idNumber)}, ${idNumber === undefined ? null : maskIdNumber(idNumber)})
    ON CONFLICT DO NOTHING
    RETURNING id`,
  )
  if (created === undefined) throw new PeopleConflictError('username-taken')
  if (passwordHash !== undefined) await writePassword(tx, id, passwordHash)
  if (appointment !== undefined) await appoint(tx, id, appointment)
  return id
}

/** @throws PeopleConflictError `id-number-taken` where another person has the number */
async function requireOwnIdNumber(
  tx: Tx,
  sealer: Sealer,
  id: string,
  idNumber: string | null | undefined,
): Promise<void> {
  if (idNumber === undefined || idNumber === null) return
  const other = await queryRow(
    tx,
    Id,
    sql`SELECT id FROM users WHERE id_number = ${sealer.seal(idNumber)} AND id <> ${id}`,
  )
  if (other !== undefined) throw new PeopleConflictError('id-number-taken')
}

/** Gives somebody a password that they must change before anything else. */
async function writePassword(tx: Tx, userId: string, hash: string): Promise<void> {
  // No upsert: it would read the column that administrators may only write.
  const changed = await queryRow(
    tx,
    Id,
    sql`UPDATE accounts SET password = ${hash}, updated_at = now() WHERE user_id = ${userId} AND provider_id = 'credential' RETURNING id`,
  )
  if (changed === undefined) {
    await tx.execute(
      sql`INSERT INTO accounts (id, user_id, account_id, provider_id, password) VALUES (${randomUUID()}, ${userId}, ${userId}, 'credential', ${hash})`,
    )
  }
  await tx.execute(sql`UPDATE users SET must_change_password = true WHERE id = ${userId}`)
  await tx.execute(
    sql`DELETE FROM sign_in_failures WHERE account = (SELECT username FROM users WHERE id = ${userId})`,
  )
}

/**
 * Changes what is given. Suspending cuts every session in this transaction.
 * @param by who does it: nobody suspends themselves
 * @throws NobodyThereError, PeopleConflictError, BadFieldError
 */
export async function changePerson(
  tx: Tx,
  sealer: Sealer,
  id: string,
  change: z.output<typeof PersonChange>,
  by: string | undefined,
): Promise<void> {
  const person = await lockPerson(tx, id)
  if (person === undefined) throw new NobodyThereError('person')
  const { name, mobile, idNumber, suspended, reason } = change
  if (name !== undefined)
    await tx.execute(sql`UPDATE users SET name = ${name}, updated_at = now() WHERE id = ${id}`)
  if (mobile !== undefined) {
    await tx.execute(sql`
      UPDATE users SET mobile = ${mobile === null ? null : sealer.seal(mobile)}, mobile_masked = ${mobile === null ? null : maskPhone(mobile)}, updated_at = now()
      WHERE id = ${id}`)
  }
  if (idNumber !== undefined) {
    await requireOwnIdNumber(tx, sealer, id, idNumber)
    await tx.execute(sql`
      UPDATE users SET id_number = ${idNumber === null ? null : sealer.seal(idNumber)}, id_number_masked = ${idNumber === null ? null : maskIdNumber(idNumber)}, updated_at = now()
      WHERE id = ${id}`)
  }
  if (suspended === undefined || suspended === person.suspended) return
  if (id === by) throw new PeopleConflictError('not-yourself')
  if (suspended && reason === undefined)
    throw new BadFieldError('reason', { zh: '停用须说明原因', en: 'Suspending needs a reason' })
  await tx.execute(
    sql`UPDATE users SET banned = ${suspended}::boolean, ban_reason = ${suspended ? (reason ?? null) : null}, updated_at = now() WHERE id = ${id}`,
  )
  if (suspended) await tx.execute(sql`DELETE FROM sessions WHERE user_id = ${id}`)
  await recordAct(tx, {
    action: suspended ? 'suspend' : 'reinstate',
    table: 'users',
    key: { id },
    objectName: person.name,
    ...(reason === undefined ? {} : { changes: { reason: { from: null, to: reason } } }),
  })
}

/**
 * Gives somebody a new one-time password, and a username if they had none; every session ends.
 * @returns the username
 * @throws NobodyThereError, PeopleConflictError, BadFieldError
 */
export async function resetPassword(
  tx: Tx,
  id: string,
  wanted: { username?: string | undefined; resetTwoFactor: boolean },
  passwordHash: string,
  by: string | undefined,
): Promise<string> {
  if (id === by) throw new PeopleConflictError('not-yourself')
  const person = await queryRow(
    tx,
    z.object({ name: z.string(), username: z.string().nullable() }),
    sql`SELECT name, username FROM users WHERE id = ${id} FOR UPDATE`,
  )
  if (person === undefined) throw new NobodyThereError('person')
  const username = person.username ?? wanted.username
  if (username === undefined)
    throw new BadFieldError('username', {
      zh: '此人还没有用户名，请指定',
      en: 'This person has no username yet: give one',
    })
  if (person.username === null) await nameForSignIn(tx, id, username)
  await writePassword(tx, id, passwordHash)
  await tx.execute(sql`DELETE FROM sessions WHERE user_id = ${id}`)
  if (wanted.resetTwoFactor) {
    await tx.execute(sql`DELETE FROM two_factors WHERE user_id = ${id}`)
    await tx.execute(sql`UPDATE users SET two_factor_enabled = false WHERE id = ${id}`)
  }
  await recordAct(tx, {
    action: 'password-reset',
    table: 'users',
    key: { id },
    objectName: person.name,
  })
  return username
}

async function nameForSignIn(tx: Tx, id: string, username: string): Promise<void> {
  const taken = await queryRow(tx, Id, sql`SELECT id FROM users WHERE username = ${username}`)
  if (taken !== undefined) throw new PeopleConflictError('username-taken')
  await tx.execute(
    sql`UPDATE users SET username = ${username}, display_username = ${username}, email = ${emailOf(username)}, updated_at = now() WHERE id = ${id}`,
  )
}
