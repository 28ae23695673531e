import { randomUUID } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow, queryRows, uuidArray } from '../db/rows.ts'
import { DomainError } from '../domain/errors.ts'
import { NotFoundError } from '../http/errors.ts'
import { findPrejudgement } from './queries.ts'
import type { NewPrejudgement, Prejudgement, PrejudgementChange } from './schema.ts'

/** Somebody changed it meanwhile. */
class PrejudgementChangedError extends DomainError {
  override readonly name = 'PrejudgementChangedError'

  constructor(current: z.output<typeof Prejudgement>) {
    const text = {
      zh: '该预判刚被他人修改，请核对现在的内容后再提交',
      en: 'Somebody changed this prejudgement meanwhile: look at what stands now, then send again',
    }
    super(
      'prejudgement-changed',
      409,
      text,
      [{ field: 'version', text, expected: String(current.version) }],
      { current },
    )
  }
}

/** A field says what cannot be. */
class PrejudgementFieldError extends DomainError {
  override readonly name = 'PrejudgementFieldError'

  constructor(field: keyof typeof FIELDS, name: string = field) {
    super('bad-field', 422, FIELDS[field], [{ field: name, text: FIELDS[field] }])
  }
}

const FIELDS = {
  periodTo: { zh: '预判时段的结束不能早于开始', en: 'The period ends before it begins' },
  riskPointIds: { zh: '其中有不是本企业的风险点', en: 'Some are no risk points of the enterprise' },
  industry: { zh: '只有行业预判有行业', en: 'Only one of an industry has an industry' },
} as const

const texts = (codes: readonly string[]) => sql`${`{${codes.join(',')}}`}::text[]`
const numbers = (all: readonly number[]) => sql`${`{${all.join(',')}}`}::smallint[]`

/**
 * @param enterpriseId whose it is; null for one of an industry or the city
 * @returns its id
 */
export async function createPrejudgement(
  tx: Tx,
  sent: z.output<typeof NewPrejudgement>,
  enterpriseId: string | null,
  by: string,
): Promise<string> {
  if (sent.periodTo < sent.periodFrom) throw new PrejudgementFieldError('periodTo')
  const id = sent.id ?? randomUUID()
  await tx.execute(sql`
    INSERT INTO prejudgements (id, level, enterprise_id, title, sources, industry, period_from, period_to, content, measures, accident_types, case_ids, created_by_name)
    VALUES (${id}, ${sent.level}, ${enterpriseId}, ${sent.title}, ${texts(sent.sources)}, ${sent.level === 'industry' ? sent.industry : null},
            ${sent.periodFrom}, ${sent.periodTo}, ${sent.content}, ${sent.measures}, ${numbers(sent.accidentTypes)}, ${uuidArray(sent.caseIds)}, ${by})`)
  if (sent.level === 'enterprise' && enterpriseId !== null)
    await setRiskPoints(tx, id, enterpriseId, sent.riskPointIds)
  return id
}

/** @throws PrejudgementChangedError, PrejudgementFieldError, NotFoundError */
export async function changePrejudgement(
  tx: Tx,
  id: string,
  { version, ...sent }: z.output<typeof PrejudgementChange>,
  now: Date,
): Promise<void> {
  const stands = await findPrejudgement(tx, id)
  if (stands === undefined) throw new NotFoundError('prejudgement')
  if ((sent.periodTo ?? stands.periodTo) < (sent.periodFrom ?? stands.periodFrom))
    throw new PrejudgementFieldError('periodTo')
  if (sent.industry !== undefined && stands.level !== 'industry')
    throw new PrejudgementFieldError('industry')
  const set: SQL[] = [
    sql`version = version + 1`,
    sql`updated_at = ${now.toISOString()}`,
    ...(sent.title === undefined ? [] : [sql`title = ${sent.title}`]),
    ...(sent.sources === undefined ? [] : [sql`sources = ${texts(sent.sources)}`]),
    ...(sent.industry === undefined ? [] : [sql`industry = ${sent.industry}`]),
    ...(sent.periodFrom === undefined ? [] : [sql`period_from = ${sent.periodFrom}`]),
    ...(sent.periodTo === undefined ? [] : [sql`period_to = ${sent.periodTo}`]),
    ...(sent.content === undefined ? [] : [sql`content = ${sent.content}`]),
    ...(sent.measures === undefined ? [] : [sql`measures = ${sent.measures}`]),
    ...(sent.accidentTypes === undefined
      ? []
      : [sql`accident_types = ${numbers(sent.accidentTypes)}`]),
    ...(sent.caseIds === undefined ? [] : [sql`case_ids = ${uuidArray(sent.caseIds)}`]),
  ]
  const changed = await queryRow(
    tx,
    z.unknown(),
    sql`UPDATE prejudgements SET ${sql.join(set, sql`, `)} WHERE id = ${id} AND version = ${version} RETURNING 1`,
  )
  if (changed === undefined)
    throw new PrejudgementChangedError((await findPrejudgement(tx, id)) ?? stands)
}

/** @throws PrejudgementChangedError, NotFoundError */
export async function removePrejudgement(tx: Tx, id: string, version: number): Promise<void> {
  const removed = await queryRow(
    tx,
    z.unknown(),
    sql`DELETE FROM prejudgements WHERE id = ${id} AND version = ${version} RETURNING 1`,
  )
  if (removed !== undefined) return
  const stands = await findPrejudgement(tx, id)
  throw stands === undefined
    ? new NotFoundError('prejudgement')
    : new PrejudgementChangedError(stands)
}

/** Says which of an enterprise's risk points a prejudgement led to, all of them. @throws PrejudgementFieldError */
export async function setRiskPoints(
  tx: Tx,
  id: string,
  enterpriseId: string,
  riskPointIds: readonly string[],
): Promise<void> {
  const known = await queryRows(
    tx,
    z.unknown(),
    sql`SELECT 1 FROM risk_points WHERE enterprise_id = ${enterpriseId} AND id = ANY (${uuidArray(riskPointIds)})`,
  )
  if (known.length !== new Set(riskPointIds).size) throw new PrejudgementFieldError('riskPointIds')
  await tx.execute(sql`
    DELETE FROM prejudgement_risk_points
    WHERE enterprise_id = ${enterpriseId} AND prejudgement_id = ${id} AND risk_point_id <> ALL (${uuidArray(riskPointIds)})`)
  await tx.execute(sql`
    INSERT INTO prejudgement_risk_points (enterprise_id, prejudgement_id, risk_point_id)
    SELECT ${enterpriseId}, ${id}, unnest(${uuidArray(riskPointIds)})
    ON CONFLICT DO NOTHING`)
}
