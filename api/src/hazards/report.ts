import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { approvalRulesOn } from '../db/approval-rules.ts'
import type { Database, Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { toWgs84 } from '../db/wgs84.ts'
import type { ApprovalProfile } from '../domain/approval-rule.ts'
import { settleTimes } from '../domain/device-clock.ts'
import { partFor } from '../domain/hazard-actions.ts'
import type { HazardEventContext } from '../domain/hazard-event.ts'
import { applyEvent, transitionOf } from '../domain/hazard-lifecycle.ts'
import { defaultOrigin, originsFor } from '../domain/hazard-origins.ts'
import { hazardPartsOf, type HazardPerson } from '../domain/hazard-parts.ts'
import { todayInChina } from '../domain/overdue.ts'
import { momentOf } from '../http/device-time.ts'
import { BadRequestError, NotFoundError } from '../http/errors.ts'
import { NotSignedInError, OtherOfficeError, RoleRefusedError } from '../http/refusals.ts'
import type { Reader } from '../http/scope.ts'
import { sendMessages } from '../db/messages.ts'
import type { HazardReport } from './bodies.ts'
import { attachEvidence, requireEvidence, type SentEvidence } from './evidence.ts'
import { messagesAbout } from './messages.ts'
import { isOfAnotherOffice } from '../http/scope.ts'
import { hazardPerson } from './person.ts'
import { putOnTheSpot } from './on-the-spot.ts'
import { requirePlace } from './place.ts'
import { findHazard, type HazardRecord } from './record.ts'
import {
  HazardFieldError,
  HazardGuardError,
  HazardIdTakenError,
  HazardRoleError,
} from './refusals.ts'
import type { Hazard } from './schema.ts'
import { showHazard } from './show.ts'

/**
 * Puts a hazard on record, exactly once for one `id`.
 * @returns the hazard, and whether it is new
 * @throws BadRequestError, NotFoundError, OtherOfficeError, HazardRoleError, HazardGuardError, HazardFieldError, HazardPlaceError, HazardIdTakenError
 */
export async function reportHazard(
  database: Database,
  reader: Reader,
  report: HazardReport,
  at: Date,
): Promise<{ hazard: Hazard; created: boolean }> {
  const person = hazardPerson(reader)
  if (person === undefined) throw new NotSignedInError()
  const enterpriseId = report.enterpriseId ?? reader.scope.enterpriseId
  if (enterpriseId === undefined)
    throw BadRequestError.field('enterpriseId', 'the id of an enterprise')
  return database.scoped(reader.scope, async (tx) => {
    const profile = await approvalRulesOn(tx, todayInChina(at))
    const { record, created } = await putOnRecord(
      tx,
      reader,
      person,
      { ...report, enterpriseId },
      profile,
      at,
    )
    return { hazard: await showHazard(tx, reader, record, profile, at), created }
  })
}

const Office = z.object({ officeId: z.uuid(), officeName: z.string() })
const Numbered = z.object({ no: z.int(), code: z.string() })

async function putOnRecord(
  tx: Tx,
  reader: Reader,
  person: HazardPerson,
  report: HazardReport & { enterpriseId: string },
  profile: ApprovalProfile,
  at: Date,
): Promise<{ record: HazardRecord; created: boolean }> {
  const { enterpriseId, id = randomUUID() } = report
  const enterprise = await queryRow(
    tx,
    Office,
    sql`
    SELECT e.office_id AS "officeId", o.name AS "officeName"
    FROM enterprises e JOIN offices o ON o.id = e.office_id WHERE e.id = ${enterpriseId}`,
  )
  if (enterprise === undefined) throw new NotFoundError('enterprise')
  if (isOfAnotherOffice(reader, enterprise.officeId))
    throw new OtherOfficeError(enterprise.officeName)
  // Waits for whoever reports at the same moment: a report sent twice is seen by the second.
  const numbered = Numbered.parse(
    await queryRow(
      tx,
      Numbered,
      sql`SELECT no, code FROM next_hazard_number(${enterpriseId}, ${Number(todayInChina(at).slice(0, 4))})`,
    ),
  )
  const known = await findHazard(tx, enterpriseId, id)
  if (known !== undefined) {
    if (known.reportedBy !== person.id) throw new HazardIdTakenError()
    return { record: known, created: false }
  }

  const origin = originOf(report, person)
  const [longitude, latitude] = toWgs84(report.datum, report.location.coordinates)
  const context: HazardEventContext = {
    at,
    description: report.description,
    evidence: report.evidence,
    origin,
    place: report.locationText === '' ? `${longitude},${latitude}` : report.locationText,
  }
  const transition = transitionOf(null, 'report')
  const role =
    transition && partFor(transition, null, person, hazardPartsOf(person, null), context, profile)
  if (transition === undefined || role === undefined)
    throw transition === undefined
      ? new RoleRefusedError()
      : new HazardRoleError('report', transition.roles)
  const outcome = applyEvent(null, 'report', { id: person.id, name: person.name, role }, context)
  if (!outcome.ok)
    throw outcome.code === 'guard-fails'
      ? new HazardGuardError(outcome.guards)
      : new RoleRefusedError()
  const files: SentEvidence[] = [{ part: 'evidence', field: 'evidence', ids: report.evidence }]
  await requireEvidence(tx, enterpriseId, files)
  await requireReferences(tx, report)
  await requirePlace(tx, enterpriseId, [longitude, latitude], report.placeReason)

  await tx.execute(sql`
    INSERT INTO hazards (enterprise_id, id, risk_point_id, no, code, description, location_text, geom, origin, status, reported_at,
      last_seq, reported_by, reporter_name, suggested_grade, linked_to)
    VALUES (${enterpriseId}, ${id}, ${report.riskPointId ?? null}, ${numbered.no}, ${numbered.code}, ${report.description}, ${report.locationText},
      ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326), ${origin}, ${outcome.state.status}, ${at.toISOString()}::timestamptz,
      1, ${person.id}, ${person.name}, ${report.suggestedGrade ?? null}, ${report.linkedTo ?? null})`)
  const detail = {
    place: context.place,
    description: report.description,
    evidence: report.evidence,
    origin,
    ...(report.suggestedGrade === undefined ? {} : { suggestedGrade: report.suggestedGrade }),
    ...(report.placeReason === '' ? {} : { placeReason: report.placeReason }),
    ...foundDetail(report, at),
    ...(report.datum === 'wgs84' ? {} : { datum: report.datum, sent: report.location.coordinates }),
  }
  await tx.execute(sql`
    INSERT INTO hazard_events (enterprise_id, hazard_id, seq, type, to_status, actor_id, actor_name, actor_role, occurred_at, detail)
    VALUES (${enterpriseId}, ${id}, 1, 'report', ${outcome.state.status}, ${person.id}, ${person.name}, ${role}, ${at.toISOString()}::timestamptz, ${JSON.stringify(detail)}::jsonb)`)
  await attachEvidence(tx, enterpriseId, id, 1, files)
  const { mendedOnTheSpot: mended } = report
  if (mended !== undefined) {
    const reported = await findHazard(tx, enterpriseId, id)
    if (reported === undefined) throw new NotFoundError('hazard')
    return {
      record: await putOnTheSpot(tx, reported, report.evidence, mended, person, profile, at),
      created: true,
    }
  }
  await sendMessages(
    tx,
    {
      enterpriseId,
      subject: 'hazard',
      subjectId: id,
      at,
      params: {
        code: numbered.code,
        description: report.description.slice(0, 80),
        by: person.name,
      },
    },
    messagesAbout({
      event: 'report',
      role,
      state: outcome.state,
      origin,
      actorId: person.id,
      rectifierId: null,
      reportedBy: person.id,
      askedBy: null,
    }),
  )
  const record = await findHazard(tx, enterpriseId, id)
  if (record === undefined) throw new NotFoundError('hazard')
  return { record, created: true }
}

/** When it was found, by the server's clock; and what the device told, where its clock was wrong. */
function foundDetail({ foundAt, sentAt }: HazardReport, arrivedAt: Date) {
  if (foundAt === undefined) return {}
  const { times, clock, drift } = settleTimes([new Date(foundAt)], momentOf(sentAt), arrivedAt)
  const found =
    clock === 'right' && times[0] !== undefined && times[0] > arrivedAt ? arrivedAt : times[0]
  return {
    foundAt: found?.toISOString(),
    ...(clock === 'right' ? {} : { clock, toldFoundAt: foundAt, clockDrift: drift }),
  }
}

function originOf({ origin }: HazardReport, { role }: HazardPerson) {
  const allowed = originsFor(role)
  if (origin !== undefined && !allowed.includes(origin)) {
    throw new HazardFieldError('origin', {
      zh: '您的角色不能以此来源上报',
      en: 'Not a way of finding for your role',
    })
  }
  return origin ?? defaultOrigin(role)
}

/** What a report refers to is of the same enterprise; what it takes up again is closed. */
async function requireReferences(
  tx: Tx,
  { enterpriseId, riskPointId, linkedTo }: HazardReport & { enterpriseId: string },
): Promise<void> {
  if (
    riskPointId !== undefined &&
    (await queryRow(
      tx,
      z.unknown(),
      sql`SELECT 1 FROM risk_points WHERE enterprise_id = ${enterpriseId} AND id = ${riskPointId}`,
    )) === undefined
  ) {
    throw new HazardFieldError('riskPointId', {
      zh: '该企业没有这个风险点',
      en: 'The enterprise has no such risk point',
    })
  }
  if (
    linkedTo !== undefined &&
    (await queryRow(
      tx,
      z.unknown(),
      sql`SELECT 1 FROM hazards WHERE enterprise_id = ${enterpriseId} AND id = ${linkedTo} AND status = 'closed'`,
    )) === undefined
  ) {
    throw new HazardFieldError('linkedTo', {
      zh: '该企业没有这条已销号的隐患',
      en: 'The enterprise has no such closed hazard',
    })
  }
}
