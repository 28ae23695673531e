import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import {
  oneMoreFailure,
  pausedUntil,
  SIGN_IN_FAILURE_KINDS,
  type SignInFailureKind,
} from '../domain/sign-in-limits.ts'

/** What wrong passwords are counted by. */
export interface FailureKey {
  readonly kind: SignInFailureKind
  readonly account: string
  readonly origin: string
}

/** An attempt that was let through. */
interface Attempt {
  /** A wrong password now means that the account pauses. */
  readonly pauses: boolean
}

const moment = z.coerce.date()
const Counted = z.object({
  kind: z.enum(SIGN_IN_FAILURE_KINDS),
  account: z.string(),
  origin: z.string(),
  failures: z.int(),
  lastAt: moment,
  pausedUntil: moment.nullable(),
})

/**
 * Counts an attempt to sign in before its password is looked at, so that no number of attempts at once gets more
 * tries; whoever is right has it forgiven. While a pause lasts nothing is counted.
 * @param keys each of another kind, in the order of their kinds, so that nobody waits for each other
 * @returns until when the pause lasts, where one does
 */
export async function countAttempt(
  tx: Tx,
  keys: readonly FailureKey[],
  at: Date,
): Promise<Attempt | { readonly pausedUntil: Date }> {
  const now = sql`${at.toISOString()}::timestamptz`
  await tx.execute(
    sql`DELETE FROM sign_in_failures WHERE last_at < ${now} - interval '1 day' AND (paused_until IS NULL OR paused_until < ${now})`,
  )
  const counts: z.output<typeof Counted>[] = []
  for (const { kind, account, origin } of keys) {
    await tx.execute(sql`
      INSERT INTO sign_in_failures (kind, account, origin, failures, last_at)
      VALUES (${kind}, ${account}, ${origin}, 0, ${now})
      ON CONFLICT (kind, account, origin) DO NOTHING`)
    counts.push(
      ...(await queryRows(
        tx,
        Counted,
        sql`
        SELECT kind, account, origin, failures, last_at AS "lastAt", paused_until AS "pausedUntil"
        FROM sign_in_failures WHERE kind = ${kind} AND account = ${account} AND origin = ${origin}
        FOR UPDATE`,
      )),
    )
  }
  const end = pausedUntil(counts, at)
  if (end !== null) return { pausedUntil: end }
  let pauses = false
  for (const count of counts) {
    const next = oneMoreFailure(count, at)
    pauses ||= next.pausedUntil !== null
    await tx.execute(sql`
      UPDATE sign_in_failures
      SET failures = ${next.failures}, last_at = ${now}, paused_until = ${next.pausedUntil?.toISOString() ?? null}
      WHERE kind = ${count.kind} AND account = ${count.account} AND origin = ${count.origin}`)
  }
  return { pauses }
}

/**
 * The password was right: what this person got wrong from here is forgotten, and the attempt counts for nothing. What
 * others got wrong stays.
 */
export async function forgiveAttempt(tx: Tx, keys: readonly FailureKey[]): Promise<void> {
  for (const { kind, account, origin } of keys) {
    const key = sql`kind = ${kind} AND account = ${account} AND origin = ${origin}`
    await tx.execute(
      kind === 'device' || kind === 'pair'
        ? sql`DELETE FROM sign_in_failures WHERE ${key}`
        : sql`UPDATE sign_in_failures SET failures = greatest(failures - 1, 0), paused_until = NULL WHERE ${key}`,
    )
  }
}

const Account = z.object({ id: z.uuid(), hasPassword: z.boolean() })

/** Who has a username, and whether with a password. */
export function findAccount(
  tx: Tx,
  username: string,
): Promise<z.output<typeof Account> | undefined> {
  return queryRow(
    tx,
    Account,
    sql`
    SELECT u.id, EXISTS (
      SELECT FROM accounts a WHERE a.user_id = u.id AND a.provider_id = 'credential' AND a.password IS NOT NULL
    ) AS "hasPassword"
    FROM users u WHERE u.username = ${username}`,
  )
}
