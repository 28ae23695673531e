import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { OPEN } from '../db/filters.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { daysBetween, todayInChina } from '../domain/overdue.ts'
import { reminderDue, type ReminderStepCode } from '../domain/reminder.ts'
import { sendMessages, type MessageDraft } from '../db/messages.ts'

const Office = z.object({ id: z.uuid() })
const Candidate = z.object({
  enterpriseId: z.uuid(),
  id: z.uuid(),
  code: z.string(),
  description: z.string(),
  deadline: z.iso.date(),
  rectifierId: z.uuid().nullable(),
  sent: z.array(z.string()),
})
type Candidate = z.output<typeof Candidate>

/**
 * Sends every reminder that is due and has not gone out for its deadline, office by office, each office in a
 * transaction of its own scope. Several servers may do it at once: the record of reminders lets each out once.
 * @returns how many reminders went out
 */
export async function sendReminders(database: Database, at: Date): Promise<number> {
  const offices = await database.reading({ audience: 'wide' }, (tx) =>
    queryRows(tx, Office, sql`SELECT id FROM offices ORDER BY code`),
  )
  let sent = 0
  for (const { id: officeId } of offices) {
    sent += await database.scoped({ audience: 'wide', officeId }, async (tx) => {
      let ofOffice = 0
      for (const candidate of await candidates(tx, officeId, at)) {
        if (await remind(tx, candidate, at)) ofOffice += 1
      }
      return ofOffice
    })
  }
  return sent
}

/** Open hazards of an office whose deadline is near or past. */
function candidates(tx: Tx, officeId: string, at: Date): Promise<Candidate[]> {
  return queryRows(
    tx,
    Candidate,
    sql`
    SELECT h.enterprise_id AS "enterpriseId", h.id, h.code, h.description, h.deadline::text, h.rectifier_id AS "rectifierId", (
      SELECT coalesce(json_agg(r.step), '[]') FROM hazard_reminders r
      WHERE r.enterprise_id = h.enterprise_id AND r.hazard_id = h.id AND r.deadline = h.deadline
    ) AS sent
    FROM hazards h
    WHERE h.office_id = ${officeId} AND ${OPEN} AND h.deadline <= ${todayInChina(at)}::date + 3
    ORDER BY h.deadline, h.enterprise_id, h.id`,
  )
}

async function remind(
  tx: Tx,
  { enterpriseId, id, code, description, deadline, rectifierId, sent }: Candidate,
  at: Date,
): Promise<boolean> {
  const today = todayInChina(at)
  const step = reminderDue(deadline, today)
  if (step === undefined || sent.includes(step)) return false
  const first = await queryRow(
    tx,
    z.unknown(),
    sql`
    INSERT INTO hazard_reminders (enterprise_id, hazard_id, deadline, step, sent_at)
    VALUES (${enterpriseId}, ${id}, ${deadline}::date, ${step}, ${at.toISOString()}::timestamptz)
    ON CONFLICT DO NOTHING RETURNING 1`,
  )
  if (first === undefined) return false
  const params = {
    code,
    description: description.slice(0, 80),
    deadline,
    step,
    days: Math.abs(daysBetween(deadline, today)),
  }
  await sendMessages(
    tx,
    { enterpriseId, subject: 'hazard', subjectId: id, params, at },
    draftsOf(step, rectifierId),
  )
  return true
}

/** Whom a step tells: the enterprise and its rectifier always, then rank by rank who is above them. */
function draftsOf(step: ReminderStepCode, rectifierId: string | null): MessageDraft[] {
  const kind = step === 'T-3' || step === 'T-1' ? 'hazard-due' : 'hazard-overdue'
  const above = {
    'T-3': [],
    'T-1': [],
    'T+1': ['grid'],
    'T+3': ['office'],
    'T+7': ['office', 'leader'],
  } as const
  return [
    { recipient: 'enterprise', kind },
    ...(rectifierId === null
      ? []
      : [{ recipient: 'user' as const, userId: rectifierId, kind } as const]),
    ...above[step].map((recipient) => ({ recipient, kind }) as const),
  ]
}
