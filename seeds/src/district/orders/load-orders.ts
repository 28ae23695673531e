import { copyLine } from '@onemap/api/db/copy-text'
import type { Database, Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'
import { sql } from '@onemap/api/db/sql'
import { orderDocumentNo } from '@onemap/api/domain/document-number'
import { z } from 'zod'
import { chinaTime } from '../calendar.ts'
import { OFFICIALS } from '../hazards/cast.ts'
import type { DistrictOptions } from '../plan.ts'
import { createRandom } from '../random.ts'
import { liveOrder, type OrderLife } from './life.ts'

const PER_OFFICE = 8
const PER_ACCOUNT = 3

const Subject = z.object({
  enterpriseId: z.uuid(),
  hazardId: z.uuid(),
  description: z.string(),
  safetyOfficer: z.string(),
  principal: z.string(),
})

/** Issues supervision orders about hazards that are not yet rectified: the gravest of each office, and some for those who sign in. */
export async function loadOrders(
  database: Database,
  tx: Tx,
  { seed, asOf }: Pick<DistrictOptions, 'seed' | 'asOf'>,
): Promise<void> {
  const random = createRandom(`${seed} orders`)
  const lives = (await subjects(tx))
    .map((subject) => liveOrder(random, { ...subject, official: random.pick(OFFICIALS) }, asOf))
    .toSorted((one, other) => issuedAt(one).getTime() - issuedAt(other).getTime())
  const numbered = lives.map((life, index) => ({
    ...life,
    documentNo: orderDocumentNo(chinaTime(issuedAt(life)).slice(0, 4), index + 1),
  }))
  await database.copyIn(
    tx,
    'supervision_orders',
    [
      'enterprise_id',
      'id',
      'hazard_id',
      'document_no',
      'title',
      'requirement',
      'status',
      'deadline',
      'issued_by_name',
      'issued_at',
      'replied_at',
      'accepted_at',
      'round',
      'last_seq',
    ],
    numbered.map(({ id, subject, documentNo, title, requirement, state, steps }) =>
      copyLine([
        subject.enterpriseId,
        id,
        subject.hazardId,
        documentNo,
        title,
        requirement,
        state.status,
        state.deadline,
        subject.official,
        chinaTime(steps[0]?.at ?? new Date(0)),
        state.repliedAt && chinaTime(state.repliedAt),
        state.acceptedAt && chinaTime(state.acceptedAt),
        state.round,
        steps.length,
      ]),
    ),
  )
  await database.copyIn(
    tx,
    'supervision_order_events',
    [
      'enterprise_id',
      'order_id',
      'seq',
      'type',
      'from_status',
      'to_status',
      'actor_name',
      'actor_role',
      'occurred_at',
      'text',
      'deadline',
    ],
    numbered.flatMap(({ id, subject, steps }) =>
      steps.map((step, index) =>
        copyLine([
          subject.enterpriseId,
          id,
          index + 1,
          step.type,
          step.from,
          step.to,
          step.actor,
          step.part,
          chinaTime(step.at),
          step.text,
          step.deadline,
        ]),
      ),
    ),
  )
}

function issuedAt({ steps }: OrderLife): Date {
  return steps[0]?.at ?? new Date(0)
}

function subjects(tx: Tx): Promise<z.output<typeof Subject>[]> {
  return queryRows(
    tx,
    Subject,
    sql`
    WITH waiting AS (
      SELECT h.enterprise_id, h.id, h.code, h.description, e.safety_officer, e.principal,
        row_number() OVER (PARTITION BY h.office_id ORDER BY coalesce(h.grade, '') = 'major' DESC, h.deadline NULLS LAST, h.code) AS in_office,
        row_number() OVER (PARTITION BY h.enterprise_id ORDER BY coalesce(h.grade, '') = 'major' DESC, h.deadline NULLS LAST, h.code) AS in_enterprise,
        EXISTS (SELECT FROM appointments a WHERE a.enterprise_id = h.enterprise_id) AS somebody_signs_in
      FROM hazards h
      JOIN enterprises e ON e.id = h.enterprise_id AND e.is_demo
      WHERE h.status IN ('registered', 'graded', 'notified', 'rectifying', 'in-review')
    )
    SELECT enterprise_id AS "enterpriseId", id AS "hazardId", description, safety_officer AS "safetyOfficer", principal
    FROM waiting
    WHERE in_office <= ${PER_OFFICE} OR somebody_signs_in AND in_enterprise <= ${PER_ACCOUNT}
    ORDER BY code`,
  )
}
