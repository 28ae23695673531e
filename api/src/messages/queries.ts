import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import type { Scope } from '../db/scope.ts'
import type { Role } from '../domain/role.ts'
import { Message } from './schema.ts'

/** Sort key: instant to the microsecond, id. */
export const MessagePosition = z.tuple([
  z.string().regex(/^\d{4,}-[\d-]{5}T[\d:.]{15}Z$/),
  z.guid(),
])
export type MessagePosition = z.output<typeof MessagePosition>

const Row = Message.extend({ sentInstant: z.string() })
export type MessageRow = z.output<typeof Row>

/** Whose messages are asked for. */
interface Reader {
  readonly role: Role | 'public'
  readonly scope: Scope
}

/** Days after which a message is no longer shown. */
const KEPT_DAYS = 90

/** Whether `messages m` is for this reader: for one's own person, or for those one belongs to. */
function forReader({ role, scope }: Reader): SQL {
  const own = sql`m.recipient = 'user' AND m.user_id = ${scope.userId ?? null}::uuid`
  switch (role) {
    case 'enterprise':
      return sql`(m.recipient = 'enterprise' OR ${own})`
    case 'grid':
      return sql`(m.recipient = 'grid' OR ${own})`
    case 'bureau':
      // What is of no office is for every office.
      return sql`(m.recipient = 'office' AND (m.office_id = ${scope.officeId ?? null}::uuid OR m.office_id IS NULL) OR ${own})`
    case 'leader':
      return sql`(m.recipient = 'leader' OR ${own})`
    default:
      return sql`false`
  }
}

function shown(reader: Reader, at: Date): SQL {
  return sql`${forReader(reader)} AND m.sent_at > ${at.toISOString()}::timestamptz - make_interval(days => ${KEPT_DAYS})`
}

const READ = sql`LEFT JOIN message_reads r ON r.message_id = m.id`

/** Newest first. @param limit rows to read, one more than a page shows */
export function listMessages(
  tx: Tx,
  reader: Reader,
  at: Date,
  { unread, after, limit }: { unread: boolean; after: MessagePosition | undefined; limit: number },
): Promise<MessageRow[]> {
  return queryRows(
    tx,
    Row,
    sql`
    SELECT m.id, m.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", m.recipient, m.kind,
      json_build_object('type', m.subject, 'id', m.subject_id) AS subject, m.params,
      ${isoTime(sql`m.sent_at`)} AS "createdAt", ${isoTime(sql`r.read_at`)} AS "readAt",
      to_char(m.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "sentInstant"
    FROM messages m
    LEFT JOIN enterprises e ON e.id = m.enterprise_id
    ${READ}
    WHERE ${shown(reader, at)}
      ${unread ? sql`AND r.read_at IS NULL` : sql``}
      ${after === undefined ? sql`` : sql`AND (m.sent_at, m.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    ORDER BY m.sent_at DESC, m.id DESC
    LIMIT ${limit}`,
  )
}

const Count = z.object({ unread: z.int() })

/** How many messages this reader has not read. */
export async function countUnread(tx: Tx, reader: Reader, at: Date): Promise<number> {
  return (
    (
      await queryRow(
        tx,
        Count,
        sql`SELECT count(*)::int AS unread FROM messages m ${READ} WHERE ${shown(reader, at)} AND r.read_at IS NULL`,
      )
    )?.unread ?? 0
  )
}

/** Marks one message as read; false where this reader has none of that id. */
export async function markRead(tx: Tx, reader: Reader, id: string, at: Date): Promise<boolean> {
  const found = await queryRow(
    tx,
    z.unknown(),
    sql`SELECT 1 FROM messages m WHERE m.id = ${id} AND ${forReader(reader)}`,
  )
  if (found === undefined) return false
  await tx.execute(sql`
    INSERT INTO message_reads (user_id, message_id, read_at) VALUES (${reader.scope.userId ?? null}, ${id}, ${at.toISOString()}::timestamptz)
    ON CONFLICT DO NOTHING`)
  return true
}

/** Marks everything as read that has been sent until now. */
export async function markAllRead(tx: Tx, reader: Reader, at: Date): Promise<void> {
  await tx.execute(sql`
    INSERT INTO message_reads (user_id, message_id, read_at)
    SELECT ${reader.scope.userId ?? null}::uuid, m.id, ${at.toISOString()}::timestamptz
    FROM messages m ${READ}
    WHERE ${shown(reader, at)} AND r.read_at IS NULL
    ON CONFLICT DO NOTHING`)
}
