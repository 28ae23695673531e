import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { sendMessages } from '../db/messages.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import type { Actor } from '../db/scope.ts'
import { NotFoundError } from '../http/errors.ts'
import { isLate, type LateRule } from './filters.ts'
import { findReceived } from './queries.ts'
import { ReceiptStateError, SignatureNameError } from './refusals.ts'

/**
 * Signs the receipt of a copy in the signer's own name. Who signs again changes nothing.
 * @throws NotFoundError, SignatureNameError, ReceiptStateError where somebody else signed or it is no longer in force
 */
export async function signReceipt(
  tx: Tx,
  enterpriseId: string,
  id: string,
  name: string,
  actor: Actor,
  at: Date,
): Promise<void> {
  if (name !== actor.name) throw new SignatureNameError(actor.name)
  const signed = await queryRow(
    tx,
    z.unknown(),
    sql`
    UPDATE received_notices SET signed_by = ${actor.id}, signed_by_name = ${actor.name}, signed_at = ${at.toISOString()}::timestamptz
    WHERE enterprise_id = ${enterpriseId} AND id = ${id} AND status = 'current' AND signed_at IS NULL RETURNING 1`,
  )
  if (signed !== undefined) return
  const standing = await findReceived(tx, enterpriseId, id)
  if (standing === undefined) throw new NotFoundError('notice')
  if (standing.signedByName !== actor.name)
    throw new ReceiptStateError({
      status: standing.status,
      signedByName: standing.signedByName,
      signedAt: standing.signedAt,
    })
}

const Office = z.object({ id: z.uuid() })
const Reminded = z.object({
  enterpriseId: z.uuid(),
  id: z.uuid(),
  name: z.string(),
  sender: z.string(),
  level: z.int(),
})

/**
 * Reminds whoever was told and has not signed in time, each once, and tells their grid. Office by office, each in its own
 * scope; several servers may do it at once.
 * @returns how many were reminded
 */
export async function remindUnsigned(
  database: Database,
  rule: LateRule,
  at: Date,
): Promise<number> {
  const offices = await database.reading({ audience: 'wide' }, (tx) =>
    queryRows(tx, Office, sql`SELECT id FROM offices ORDER BY code`),
  )
  let reminded = 0
  for (const { id: officeId } of offices) {
    reminded += await database.scoped({ audience: 'wide', officeId }, async (tx) => {
      await tx.execute(
        sql`SELECT set_config('app.actor_name', '系统', true), set_config('app.actor_role', 'system', true)`,
      )
      const late = await queryRows(
        tx,
        Reminded,
        sql`
        UPDATE received_notices c SET reminded_at = ${at.toISOString()}::timestamptz
        WHERE c.office_id = ${officeId} AND c.status = 'current' AND c.reminded_at IS NULL AND ${isLate(sql`c.issued_at`, sql`c.signed_at`, rule)}
        RETURNING c.enterprise_id AS "enterpriseId", c.id, c.content #>> '{riskPoint,name}' AS name, c.sender_name AS sender, c.point_level AS level`,
      )
      for (const { enterpriseId, id, name, sender, level } of late) {
        await sendMessages(
          tx,
          {
            enterpriseId,
            subject: 'received-notice',
            subjectId: id,
            at,
            params: { description: name.slice(0, 80), by: sender, level },
          },
          [
            { recipient: 'enterprise', kind: 'notice-unsigned' },
            { recipient: 'grid', kind: 'notice-unsigned' },
          ],
        )
      }
      return late.length
    })
  }
  return reminded
}
