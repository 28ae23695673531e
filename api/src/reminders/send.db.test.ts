import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { HAZARDS } from '../db/test-fixture-hazards.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { idOf, NOW } from '../db/test-fixture-places.ts'
import { OPEN_HAZARD_STATUSES } from '../domain/hazard.ts'
import { sendReminders } from './send.ts'

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner((tx) => tx.execute(sql`DELETE FROM hazard_reminders`))
})
afterAll(() => database.close())

const Sent = z.object({ recipient: z.string(), kind: z.string(), step: z.string() })
const sentFor = (number: number) =>
  database.asOwner((tx) =>
    queryRows(
      tx,
      Sent,
      sql`
  SELECT recipient, kind, params ->> 'step' AS step FROM messages
  WHERE subject_id = ${idOf('9', number)} AND kind IN ('hazard-due', 'hazard-overdue') ORDER BY sent_at, recipient`,
    ),
  )

it('sends each reminder once, however many servers look at one moment', async () => {
  const due = HAZARDS.filter(
    ({ status, deadline }) =>
      deadline !== null && OPEN_HAZARD_STATUSES.some((open) => open === status),
  ).length
  const counts = await Promise.all([1, 2, 3].map(() => sendReminders(database, NOW)))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(due)
  expect(await sendReminders(database, NOW)).toBe(0)
})

it('tells rank by rank who is above', async () => {
  const inReview =
    HAZARDS.findIndex(
      ({ status, deadline }) => status === 'rectifying' && deadline === '2026-11-25',
    ) + 1
  expect(await sentFor(inReview)).toEqual([
    { recipient: 'enterprise', kind: 'hazard-due', step: 'T-1' },
  ])
  const major = HAZARDS.length
  expect(await sentFor(major)).toEqual([
    { recipient: 'enterprise', kind: 'hazard-overdue', step: 'T+7' },
    { recipient: 'leader', kind: 'hazard-overdue', step: 'T+7' },
    { recipient: 'office', kind: 'hazard-overdue', step: 'T+7' },
  ])
  await sendReminders(database, new Date(NOW.getTime() + 2 * 86_400_000))
  expect((await sentFor(inReview)).map(({ recipient, step }) => `${step} ${recipient}`)).toEqual([
    'T-1 enterprise',
    'T+1 enterprise',
    'T+1 grid',
  ])
})

it('begins anew for a new deadline', async () => {
  const major = HAZARDS.length
  await database.asOwner((tx) =>
    tx.execute(sql`UPDATE hazards SET deadline = '2026-11-26' WHERE id = ${idOf('9', major)}`),
  )
  await sendReminders(database, NOW)
  expect((await sentFor(major)).map(({ step }) => step)).toContain('T-3')
})

it('leaves what is closed, void or without a deadline alone', async () => {
  const Reminded = z.object({ status: z.string(), deadline: z.string().nullable() })
  const reminded = await database.asOwner((tx) =>
    queryRows(
      tx,
      Reminded,
      sql`
    SELECT h.status, h.deadline::text FROM hazard_reminders r JOIN hazards h ON h.enterprise_id = r.enterprise_id AND h.id = r.hazard_id`,
    ),
  )
  expect(
    reminded.filter(
      ({ status, deadline }) =>
        deadline === null || !OPEN_HAZARD_STATUSES.some((open) => open === status),
    ),
  ).toEqual([])
})

it('is no act of anybody, and not in the record of acts', async () => {
  const acts = await database.asOwner((tx) =>
    queryRows(
      tx,
      z.unknown(),
      sql`SELECT 1 FROM audit_log WHERE object_table IN ('messages', 'hazard_reminders')`,
    ),
  )
  expect(acts).toEqual([])
})
