import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { POSITION_CODES } from '../domain/position.ts'

const Post = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  position: z.enum(POSITION_CODES),
  validFrom: z.string(),
  validTo: z.string().nullable(),
})

interface Dissolved {
  readonly id: string
  readonly name: string
  readonly successorId: string
  readonly successorName: string
}

/**
 * Brings the people of a grid that is dissolved over to the one that takes its place: their posts end now and go on
 * there, a second 网格长 as deputy. Who has a post there already keeps it. What was patrolled stays theirs.
 * @param today `YYYY-MM-DD` in China
 */
export async function bringPeopleOver(
  tx: Tx,
  { id, name, successorId, successorName }: Dissolved,
  at: Date,
  today: string,
): Promise<void> {
  const day = (column: string) => sql`to_char(${sql.identifier(column)}, 'YYYY-MM-DD')`
  const posts = (gridId: string) =>
    queryRows(
      tx,
      Post,
      sql`
    SELECT a.id, a.user_id AS "userId", u.name, a.position, ${day('valid_from')} AS "validFrom", ${day('valid_to')} AS "validTo"
    FROM appointments a
    JOIN users u ON u.id = a.user_id
    WHERE a.grid_id = ${gridId} AND a.ended_at IS NULL AND (a.valid_to IS NULL OR a.valid_to >= ${today}::date)
    ORDER BY a.position <> 'chief', a.valid_from, a.id`,
    )
  const leaving = await posts(id)
  const there = await posts(successorId)
  const reason = `网格${name}已撤销，并入${successorName}`

  for (const post of leaving) {
    const validFrom = post.validFrom > today ? post.validFrom : today
    const meets = (other: z.output<typeof Post>) =>
      (other.validTo ?? '9999') >= validFrom && other.validFrom <= (post.validTo ?? '9999')
    const held = there.find((other) => other.userId === post.userId && meets(other))
    const position =
      post.position === 'chief' && there.some((other) => other.position === 'chief' && meets(other))
        ? 'deputy'
        : post.position
    const next = held ?? { ...post, id: randomUUID(), position, validFrom }
    if (held === undefined) {
      await tx.execute(sql`
        INSERT INTO appointments (id, user_id, role, position, grid_id, valid_from, valid_to)
        VALUES (${next.id}, ${next.userId}, 'grid', ${next.position}, ${successorId}, ${next.validFrom}::date, ${next.validTo}::date)`)
      there.push(next)
    }
    await tx.execute(
      sql`UPDATE appointments SET ended_at = ${at.toISOString()}, end_reason = ${reason}, successor_id = ${next.id} WHERE id = ${post.id}`,
    )
    await recordAct(tx, {
      action: 'handover',
      table: 'appointments',
      key: { id: post.id },
      objectName: post.name,
      changes: { grid: { from: name, to: successorName }, reason: { from: null, to: reason } },
    })
  }
}
