import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { sendMessages } from '../db/messages.ts'
import { lookAtEnterprise } from '../db/notice-drafts.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import {
  farthestTold,
  neighbourProfileOn,
  type NeighbourProfile,
} from '../domain/neighbour-profile.ts'
import { todayInChina } from '../domain/overdue.ts'
import { remindUnsigned } from './receipts.ts'

/** Enterprises that one transaction looks at: it stays short, and nobody waits for it. */
const AT_ONCE = 20

const Id = z.object({ id: z.uuid() })
const Any = z.object({ any: z.boolean() })

/**
 * Drafts every notice that is due: of what has changed since the last time, of whose year has passed, and by a new
 * profile of everything. Office by office, each in its own scope; any number of processes may do it at once and again.
 * @returns how many were drafted
 */
export async function draftDueNotices(database: Database, at: Date): Promise<number> {
  const profile = neighbourProfileOn(todayInChina(at))
  const due = await database.scoped({ audience: 'wide' }, async (tx) => {
    await tx.execute(sql`SELECT begin_neighbour_sweep(${profile.id}, ${profile.version})`)
    return queryRow(
      tx,
      Any,
      sql`SELECT spread_neighbour_checks(${todayInChina(at)}::date, ${farthestTold(profile)}::float8) AS any`,
    )
  })
  if (due?.any !== true) return 0
  const offices = await database.reading({ audience: 'wide' }, (tx) =>
    queryRows(tx, Id, sql`SELECT id FROM offices ORDER BY code`),
  )
  let drafted = 0
  for (const { id: officeId } of offices) {
    let looked = AT_ONCE
    while (looked === AT_ONCE) {
      looked = await database.scoped({ audience: 'wide', officeId }, async (tx) => {
        await tx.execute(
          sql`SELECT set_config('app.actor_name', '系统', true), set_config('app.actor_role', 'system', true)`,
        )
        const firms = await queryRows(
          tx,
          Id,
          sql`SELECT take_neighbour_checks(${officeId}, ${AT_ONCE}) AS id`,
        )
        for (const { id } of firms) drafted += await lookAndTell(tx, id, profile, at)
        return firms.length
      })
    }
  }
  return drafted
}

async function lookAndTell(
  tx: Tx,
  enterpriseId: string,
  profile: NeighbourProfile,
  at: Date,
): Promise<number> {
  const drafted = await lookAtEnterprise(tx, enterpriseId, { profile, at })
  const [first] = drafted
  if (first === undefined) return 0
  const names = await queryRow(
    tx,
    z.object({ name: z.string() }),
    sql`SELECT content #>> '{riskPoint,name}' AS name FROM neighbour_notices WHERE enterprise_id = ${enterpriseId} AND id = ${first}`,
  )
  const description =
    drafted.length === 1 ? (names?.name ?? '') : `${names?.name ?? ''}等${drafted.length}处风险点`
  await sendMessages(
    tx,
    {
      enterpriseId,
      subject: 'neighbour-notice',
      subjectId: first,
      at,
      params: { description: description.slice(0, 80), count: drafted.length },
    },
    [{ recipient: 'enterprise', kind: 'notice-drafted' }],
  )
  return drafted.length
}

/** Everything that time and changes bring about: drafts, and reminders of receipts that are not signed. */
export async function seeToNotices(database: Database, at: Date): Promise<void> {
  const today = todayInChina(at)
  await draftDueNotices(database, at)
  await remindUnsigned(
    database,
    { today, remindAfterDays: neighbourProfileOn(today).remindAfterDays },
    at,
  )
}
