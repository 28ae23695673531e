import type { Tx } from '@onemap/api/db/database'
import { lookAtEnterprise } from '@onemap/api/db/notice-drafts'
import { queryRows } from '@onemap/api/db/rows'
import { sql } from '@onemap/api/db/sql'
import { dayAfter } from '@onemap/api/domain/calendar'
import { neighbourProfileOn, renewalDay } from '@onemap/api/domain/neighbour-profile'
import { todayInChina } from '@onemap/api/domain/overdue'
import { z } from 'zod'
import { chinaTime, instant } from '../calendar.ts'
import type { DistrictOptions } from '../plan.ts'
import { createRandom, type Random } from '../random.ts'
import { tellByHand, type Look } from './by-hand.ts'
import { courseOf, signedAt, type Course, type Drafted } from './courses.ts'

/** More enterprises than this are no demonstration: the server itself drafts what is due there. */
const MOST_ENTERPRISES = 500

const Firm = z.object({
  id: z.uuid(),
  safetyOfficer: z.string(),
  principal: z.string(),
  hasAccount: z.boolean(),
})

/** Tells neighbours: drafts what is due by the rules, and lets notices get as far as approval, receipt, correction and withdrawal. */
export async function loadNotices(
  tx: Tx,
  { seed, asOf }: Pick<DistrictOptions, 'seed' | 'asOf'>,
): Promise<void> {
  const random = createRandom(`${seed} notices`)
  const profile = neighbourProfileOn(asOf)
  const firms = await queryRows(
    tx,
    Firm,
    sql`
    SELECT e.id, e.safety_officer AS "safetyOfficer", e.principal, EXISTS (SELECT FROM appointments a WHERE a.enterprise_id = e.id) AS "hasAccount"
    FROM enterprises e WHERE e.is_demo ORDER BY e.credit_code LIMIT ${MOST_ENTERPRISES + 1}`,
  )
  if (firms.length > MOST_ENTERPRISES) return
  const at = instant(dayAfter(asOf, -1), 9 * 60)
  const look: Look = (enterpriseId, asked) =>
    lookAtEnterprise(tx, enterpriseId, { profile, at, newId: () => random.uuid() }, asked)
  const drafted: Drafted[] = []
  for (const { id: enterpriseId, ...people } of firms)
    drafted.push(...(await look(enterpriseId)).map((id) => ({ enterpriseId, id, ...people })))
  const courses = drafted.map((notice) => ({ notice, course: courseOf(random, notice, asOf) }))
  await issue(tx, courses, (told) => renewalDay(profile, told))
  await withdraw(tx, courses, asOf)
  await correct(tx, courses, look, (told) => renewalDay(profile, told), { random, asOf })
  await signCopies(tx, random, asOf, profile.remindAfterDays)
  const toAccounts = await tellByHand(tx, random, look)
  const issuedAt = instant(dayAfter(asOf, -3), 10 * 60)
  const senders = new Map(firms.map(({ id, safetyOfficer }) => [id, safetyOfficer]))
  await issue(
    tx,
    toAccounts.map((notice) => ({
      notice,
      course: {
        kind: 'issued',
        issuedAt,
        by: senders.get(notice.enterpriseId) ?? '',
        part: 'safety-officer',
      },
    })),
    (told) => renewalDay(profile, told),
  )
  await tellAccounts(tx)
  await tx.execute(sql`DELETE FROM neighbour_checks`)
  await tx.execute(
    sql`INSERT INTO neighbour_sweeps (profile_id, profile_version) VALUES (${profile.id}, ${profile.version}) ON CONFLICT DO NOTHING`,
  )
}

type Courses = readonly {
  readonly notice: Pick<Drafted, 'enterpriseId' | 'id'>
  readonly course: Course
}[]

/** Issuing delivers the copies, by the database. */
async function issue(tx: Tx, courses: Courses, renewal: (told: string) => string): Promise<void> {
  const rows = courses.flatMap(({ notice, course }) =>
    course.kind === 'draft'
      ? []
      : [
          {
            enterpriseId: notice.enterpriseId,
            id: notice.id,
            at: chinaTime(course.issuedAt),
            by: course.by,
            part: course.part,
            renewOn: renewal(todayInChina(course.issuedAt)),
          },
        ],
  )
  await tx.execute(sql`
    UPDATE neighbour_notices n
    SET status = 'issued', version = version + 1, drafted_at = r.at - interval '3 hours', issued_at = r.at, issued_by_name = r.by, issued_by_part = r.part, renew_on = r."renewOn"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("enterpriseId" uuid, id uuid, at timestamptz, by text, part text, "renewOn" date)
    WHERE n.enterprise_id = r."enterpriseId" AND n.id = r.id`)
}

async function withdraw(tx: Tx, courses: Courses, asOf: string): Promise<void> {
  const ids = courses.flatMap(({ notice, course }) =>
    course.kind === 'withdrawn' ? [notice.id] : [],
  )
  if (ids.length === 0) return
  await tx.execute(sql`
    UPDATE neighbour_notices SET status = 'withdrawn', version = version + 1, ended_at = ${chinaTime(instant(dayAfter(asOf, -1), 16 * 60))}::timestamptz,
      ended_by_name = issued_by_name, reason = '该装置已停用，介质清空并上锁挂牌'
    WHERE id IN ${ids}`)
}

/** Corrected notices are drafted anew and issued: their copies before are superseded. */
async function correct(
  tx: Tx,
  courses: Courses,
  look: Look,
  renewal: (told: string) => string,
  { random, asOf }: { random: Random; asOf: string },
): Promise<void> {
  const again: { notice: Pick<Drafted, 'enterpriseId' | 'id'>; course: Course }[] = []
  for (const { notice, course } of courses) {
    if (course.kind !== 'corrected') continue
    const [point] = await queryRows(
      tx,
      z.object({ id: z.uuid() }),
      sql`SELECT risk_point_id AS id FROM neighbour_notices WHERE enterprise_id = ${notice.enterpriseId} AND id = ${notice.id}`,
    )
    if (point === undefined) continue
    const id = random.uuid()
    await look(notice.enterpriseId, { riskPointId: point.id, id })
    again.push({
      notice: { ...notice, id },
      course: { ...course, issuedAt: instant(dayAfter(asOf, -1), random.int(9 * 60, 16 * 60)) },
    })
  }
  await issue(tx, again, renewal)
}

const Copy = z.object({
  id: z.uuid(),
  issuedAt: z.coerce.date(),
  safetyOfficer: z.string(),
  principal: z.string(),
  hasAccount: z.boolean(),
})

/** Some sign soon, some late, some not: those are reminded after the profile's days. Whoever signs in here finds their newest unsigned. */
async function signCopies(
  tx: Tx,
  random: Random,
  asOf: string,
  remindAfterDays: number,
): Promise<void> {
  const copies = await queryRows(
    tx,
    Copy,
    sql`
    SELECT c.id, c.issued_at AS "issuedAt", e.safety_officer AS "safetyOfficer", e.principal,
      EXISTS (SELECT FROM appointments a WHERE a.enterprise_id = e.id) AND c.issued_at > ${asOf}::date - 40 AS "hasAccount"
    FROM received_notices c JOIN enterprises e ON e.id = c.enterprise_id
    WHERE c.status <> 'withdrawn'
    ORDER BY c.issued_at, c.sender_id, c.notice_id, c.enterprise_id`,
  )
  const rows = copies.map(({ id, issuedAt, safetyOfficer, principal, hasAccount }) => {
    const signed = hasAccount ? null : signedAt(random, issuedAt, asOf)
    const reminded = new Date(issuedAt.getTime() + remindAfterDays * 86_400_000)
    return {
      id,
      by: signed === null ? null : random.chance(0.7) ? safetyOfficer : principal,
      at: signed && chinaTime(signed),
      reminded: signed === null && todayInChina(reminded) < asOf ? chinaTime(reminded) : null,
    }
  })
  await tx.execute(sql`
    UPDATE received_notices c SET signed_by_name = r.by, signed_at = r.at, reminded_at = r.reminded
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, by text, at timestamptz, reminded timestamptz)
    WHERE c.id = r.id`)
}

/** The messages that those who sign in would have got. */
async function tellAccounts(tx: Tx): Promise<void> {
  await tx.execute(sql`
    INSERT INTO messages (enterprise_id, id, recipient, kind, subject, subject_id, params, sent_at)
    SELECT c.enterprise_id, gen_random_uuid(), 'enterprise', 'notice-received', 'received-notice', c.id,
      jsonb_build_object('description', c.content #>> '{riskPoint,name}', 'by', c.sender_name, 'level', c.point_level), c.issued_at
    FROM received_notices c
    WHERE c.status = 'current' AND c.signed_at IS NULL AND EXISTS (SELECT FROM appointments a WHERE a.enterprise_id = c.enterprise_id)
    UNION ALL
    SELECT n.enterprise_id, gen_random_uuid(), 'enterprise', 'notice-drafted', 'neighbour-notice', n.id,
      jsonb_build_object('description', n.content #>> '{riskPoint,name}', 'count', 1), n.drafted_at
    FROM neighbour_notices n
    WHERE n.status = 'draft' AND EXISTS (SELECT FROM appointments a WHERE a.enterprise_id = n.enterprise_id)`)
}
