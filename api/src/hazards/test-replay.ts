import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { HAZARD_EVENT_CODES } from '../domain/hazard-event.ts'
import { applyEvent } from '../domain/hazard-lifecycle.ts'
import { HAZARD_ROLE_CODES } from '../domain/hazard-roles.ts'
import type { HazardState } from '../domain/hazard-state.ts'
import { findHazard, stateOf } from './record.ts'

const Logged = z.object({
  type: z.enum(HAZARD_EVENT_CODES),
  actorId: z.string().nullable(),
  actorName: z.string(),
  actorRole: z.enum(HAZARD_ROLE_CODES),
  at: z.coerce.date(),
  opinion: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  to: z.string(),
})

/** Replays the events on record through the table of transitions, and compares with what the row says. */
export async function replays(
  database: Database,
  { enterpriseId: of, id }: { readonly enterpriseId: string; readonly id: string },
): Promise<void> {
  const { events, row } = await database.asOwner(async (tx) => ({
    row: await findHazard(tx, of, id),
    events: await queryRows(
      tx,
      Logged,
      sql`
      SELECT type, actor_id AS "actorId", actor_name AS "actorName", actor_role AS "actorRole", occurred_at AS at, opinion, detail, to_status AS "to"
      FROM hazard_events WHERE enterprise_id = ${of} AND hazard_id = ${id} ORDER BY seq`,
    ),
  }))
  let state: HazardState | null = null
  for (const { type, actorId, actorName, actorRole, at, opinion, detail, to } of events) {
    const outcome = applyEvent(
      state,
      type,
      { id: actorId ?? actorName, name: actorName, role: actorRole },
      { ...detail, at, ...(opinion === null ? {} : { opinion }) },
    )
    if (!outcome.ok) throw new Error(`${type}: ${JSON.stringify(outcome)}`)
    expect(outcome.state.status).toBe(to)
    state = outcome.state
  }
  expect(row).toBeDefined()
  if (row === undefined) return
  expect(row.lastSeq).toBe(events.length)
  const seconds = (moment: Date | null | undefined) =>
    moment ? Math.floor(moment.getTime() / 1000) : null
  const { acceptedAt, closedAt, extensionBy: _asker, ...rest } = stateOf(row)
  expect(state).toMatchObject(rest)
  expect([seconds(state?.acceptedAt), seconds(state?.closedAt)]).toEqual([
    seconds(acceptedAt),
    seconds(closedAt),
  ])
}
