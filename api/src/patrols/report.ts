import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { evidenceOf } from '../db/evidence.ts'
import { standingOn } from '../db/patrol-due.ts'
import { queryRow } from '../db/rows.ts'
import type { Actor } from '../db/scope.ts'
import { toWgs84 } from '../db/wgs84.ts'
import { settleTimes, type SettledTimes } from '../domain/device-clock.ts'
import { ENTERPRISE_KIND_CODES } from '../domain/enterprise-kind.ts'
import { todayInChina } from '../domain/overdue.ts'
import { patrolProfileOn } from '../domain/patrol-profile.ts'
import { patrolTemplate } from '../domain/patrol-templates.ts'
import { patrolFlags, patrolProblems, type PatrolGuard } from '../domain/patrol-visit.ts'
import { momentOf } from '../http/device-time.ts'
import { NotFoundError } from '../http/errors.ts'
import type { PatrolReport } from './bodies.ts'
import type { PatrolCodes } from './code.ts'
import { PatrolFieldError, PatrolGuardError, PatrolIdTakenError } from './refusals.ts'
import type { PatrolVisit } from './schema.ts'
import { findVisit } from './visit-queries.ts'

/** Who sends a visit, and when it arrives. */
export interface Sending {
  readonly actor: Actor
  readonly at: Date
  readonly codes: PatrolCodes
}

const Place = z.object({ kind: z.enum(ENTERPRISE_KIND_CODES) })
const Told = z.object({ digest: z.string() })
const Id = z.object({ id: z.uuid() })

/**
 * Puts a visit on record, exactly once for one `id`.
 * @returns the visit, and whether it is new
 * @throws NotFoundError, PatrolGuardError, PatrolFieldError, PatrolIdTakenError
 */
export async function recordVisit(
  tx: Tx,
  { actor, at, codes }: Sending,
  enterpriseId: string,
  report: PatrolReport,
): Promise<{ visit: PatrolVisit; created: boolean }> {
  const enterprise = await queryRow(
    tx,
    Place,
    sql`SELECT kind FROM enterprises WHERE id = ${enterpriseId}`,
  )
  if (enterprise === undefined) throw new NotFoundError('enterprise')
  const digest = digestOf(actor.id, enterpriseId, report)
  const standing = await onRecord(tx, enterpriseId, report.id, digest)
  if (standing !== undefined) return { visit: standing, created: false }

  const told = [new Date(report.startedAt), new Date(report.finishedAt)] as const
  const settled = settleTimes(told, momentOf(report.sentAt), at)
  const [startedAt = told[0], finishedAt = told[1]] = settled.times
  requireSound(
    report,
    [startedAt, finishedAt],
    enterprise.kind,
    at,
    report.checkIn !== 'qr' || codes.isOf(enterpriseId, report.code ?? ''),
  )
  const files = [
    ...new Set([
      ...report.evidence,
      ...(report.signatureEvidence === undefined ? [] : [report.signatureEvidence]),
    ]),
  ]
  if ((await evidenceOf(tx, enterpriseId, files)).length !== files.length) {
    throw new PatrolFieldError('evidence', {
      zh: '有照片没有上传成功，请重新上传',
      en: 'Some of the files are not there: upload them again',
    })
  }
  const visitedOn = todayInChina(finishedAt)
  const profile = patrolProfileOn(visitedOn)
  const position =
    report.location === undefined ? null : toWgs84(report.datum, report.location.coordinates)
  const distance = position && (await distanceFrom(tx, enterpriseId, position))
  const flags = patrolFlags(profile, {
    result: report.result,
    startedAt,
    finishedAt,
    items: report.answers.length,
    distance,
    checkIn: report.checkIn,
    accuracy: report.location === undefined ? null : (report.accuracy ?? null),
    clockWrong: settled.clock !== 'right',
    overdue: await wasOverdue(tx, enterpriseId, visitedOn),
  })

  const written = await queryRow(
    tx,
    Id,
    sql`
    INSERT INTO patrol_visits (enterprise_id, id, user_id, user_name, started_at, finished_at, received_at, visited_on, check_in, geom, accuracy, distance,
      kind, template_version, answers, result, signature, signed_by, note, flags, profile_version, digest,
      told_started_at, told_finished_at, clock_drift)
    VALUES (${enterpriseId}, ${report.id}, ${actor.id}, ${actor.name}, ${startedAt.toISOString()}, ${finishedAt.toISOString()}, ${at.toISOString()}, ${visitedOn},
      ${report.checkIn}, ${position && sql`ST_SetSRID(ST_MakePoint(${position[0]}, ${position[1]}), 4326)`}, ${position && (report.accuracy ?? null)}, ${distance},
      ${enterprise.kind}, ${report.templateVersion}, ${JSON.stringify(report.answers)}::jsonb, ${report.result}, ${report.signature ?? null}, ${report.signedBy},
      ${report.note}, ${`{${flags.join(',')}}`}::text[], ${profile.version}, ${digest},
      ${toldTime(settled, told[0])}, ${toldTime(settled, told[1])}, ${settled.drift})
    ON CONFLICT DO NOTHING
    RETURNING id`,
  )
  if (written === undefined) {
    // Somebody sent the same at the same moment, or the id is another visit's.
    const faster = await onRecord(tx, enterpriseId, report.id, digest)
    if (faster === undefined) throw new PatrolIdTakenError()
    return { visit: faster, created: false }
  }
  await attach(tx, enterpriseId, report)
  const visit = await findVisit(tx, enterpriseId, report.id)
  if (visit === undefined) throw new Error('a visit that was written can be read')
  return { visit, created: true }
}

/** The visit of that id if it is the same; undefined if there is none. @throws PatrolIdTakenError */
async function onRecord(
  tx: Tx,
  enterpriseId: string,
  id: string,
  digest: string,
): Promise<PatrolVisit | undefined> {
  const told = await queryRow(
    tx,
    Told,
    sql`SELECT digest FROM patrol_visits WHERE enterprise_id = ${enterpriseId} AND id = ${id}`,
  )
  if (told === undefined) return undefined
  if (told.digest !== digest) throw new PatrolIdTakenError()
  return findVisit(tx, enterpriseId, id)
}

/** What the telephone itself told, where that is not what stands on record. */
const toldTime = ({ clock }: SettledTimes, told: Date): string | null =>
  clock === 'right' ? null : told.toISOString()

/** @throws PatrolGuardError */
function requireSound(
  report: PatrolReport,
  [startedAt, finishedAt]: readonly [Date, Date],
  kind: z.output<typeof Place>['kind'],
  at: Date,
  codeHolds: boolean,
): void {
  const { answers, hazards, location, signature, signatureEvidence } = report
  const template = patrolTemplate(kind, report.templateVersion)
  const problems: PatrolGuard[] = patrolProblems(
    {
      startedAt,
      finishedAt,
      result: report.result,
      checkIn: report.checkIn,
      note: report.note,
      hasPosition: location !== undefined,
      hasSignature: signature !== undefined || signatureEvidence !== undefined,
      checklist:
        template === undefined ? null : { items: template.items.map(({ key }) => key), answers },
      found: hazards.filter(({ part }) => part === 'found').map(({ item }) => item ?? null),
    },
    at,
  )
  if (!codeHolds) problems.push('code-wrong')
  if (problems.length > 0) throw new PatrolGuardError(problems)
}

/** Metres along the ellipsoid from the object or the nearest of its risk points: a large plant is not a point. */
async function distanceFrom(
  tx: Tx,
  enterpriseId: string,
  [longitude, latitude]: readonly [number, number],
): Promise<number> {
  const nearest = await queryRow(
    tx,
    z.object({ distance: z.number() }),
    sql`
    WITH here AS (SELECT ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326)::geography AS geog)
    SELECT round(min(ST_Distance(place.geom::geography, here.geog))::numeric, 1)::float8 AS distance
    FROM here CROSS JOIN (
      SELECT geom FROM enterprises WHERE id = ${enterpriseId}
      UNION ALL SELECT geom FROM risk_points WHERE enterprise_id = ${enterpriseId}
    ) place`,
  )
  if (nearest === undefined) throw new NotFoundError('enterprise')
  return nearest.distance
}

async function wasOverdue(tx: Tx, enterpriseId: string, day: string): Promise<boolean> {
  const row = await queryRow(
    tx,
    z.object({ state: z.string() }),
    sql`
    SELECT stands.state FROM enterprises e ${standingOn(day, sql`v.visited_on <= ${day}::date`)} WHERE e.id = ${enterpriseId}`,
  )
  return row?.state === 'overdue'
}

async function attach(
  tx: Tx,
  enterpriseId: string,
  { id: visitId, evidence, signatureEvidence, hazards }: PatrolReport,
): Promise<void> {
  const photos = evidence
    .filter((id) => id !== signatureEvidence)
    .map((id, position) => ({ id, part: 'photo', position }))
  const signature =
    signatureEvidence === undefined
      ? []
      : [{ id: signatureEvidence, part: 'signature', position: 0 }]
  for (const { id, part, position } of [...photos, ...signature]) {
    await tx.execute(sql`
      INSERT INTO patrol_evidence (enterprise_id, visit_id, evidence_id, part, position)
      VALUES (${enterpriseId}, ${visitId}, ${id}, ${part}, ${position}) ON CONFLICT DO NOTHING`)
  }
  for (const { id, part, item } of hazards) {
    await tx.execute(sql`
      INSERT INTO patrol_hazards (enterprise_id, visit_id, hazard_id, part, item)
      VALUES (${enterpriseId}, ${visitId}, ${id}, ${part}, ${part === 'found' ? (item ?? null) : null}) ON CONFLICT DO NOTHING`)
  }
}

/** Of who sent what about whom: a body means the same whatever the order of its keys and whenever it is sent. */
function digestOf(
  userId: string,
  enterpriseId: string,
  { sentAt: _sentAt, ...report }: PatrolReport,
): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted)
    return typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([key, item]) => [key, sorted(item)])
          .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      : value
  }
  return createHash('sha256')
    .update(JSON.stringify([userId, enterpriseId, sorted(report)]))
    .digest('hex')
}
