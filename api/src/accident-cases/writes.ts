import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { DomainError } from '../domain/errors.ts'
import { NotFoundError } from '../http/errors.ts'
import { OtherOfficeError } from '../http/refusals.ts'
import { findCase } from './queries.ts'
import type { AccidentCase, AccidentCaseChange, NewAccidentCase } from './schema.ts'

/** Somebody changed it meanwhile. */
class AccidentCaseChangedError extends DomainError {
  override readonly name = 'AccidentCaseChangedError'

  constructor(current: z.output<typeof AccidentCase>) {
    const text = {
      zh: '该案例刚被他人修改，请核对现在的内容后再提交',
      en: 'Somebody changed this case meanwhile: look at what stands now, then send again',
    }
    super(
      'accident-case-changed',
      409,
      text,
      [{ field: 'version', text, expected: String(current.version) }],
      { current },
    )
  }
}

/** An accident lies in the past. */
class AccidentAheadError extends DomainError {
  override readonly name = 'AccidentAheadError'

  constructor() {
    const text = { zh: '事故日期不能晚于今天', en: 'An accident is not dated in the future' }
    super('bad-field', 422, text, [{ field: 'occurredOn', text }])
  }
}

/** @returns its id */
export async function createCase(
  tx: Tx,
  { id = randomUUID(), ...sent }: z.output<typeof NewAccidentCase>,
  today: string,
): Promise<string> {
  if (sent.occurredOn > today) throw new AccidentAheadError()
  await tx.execute(sql`
    INSERT INTO accident_cases (id, title, occurred_on, place, industry, accident_type, deaths, injuries, summary, lessons, source)
    VALUES (${id}, ${sent.title}, ${sent.occurredOn}, ${sent.place}, ${sent.industry}, ${sent.accidentType}, ${sent.deaths}, ${sent.injuries},
            ${sent.summary}, ${sent.lessons}, ${sent.source})`)
  return id
}

const COLUMNS = {
  title: 'title',
  occurredOn: 'occurred_on',
  place: 'place',
  industry: 'industry',
  accidentType: 'accident_type',
  deaths: 'deaths',
  injuries: 'injuries',
  summary: 'summary',
  lessons: 'lessons',
  source: 'source',
} as const
const FIELDS = [
  'title',
  'occurredOn',
  'place',
  'industry',
  'accidentType',
  'deaths',
  'injuries',
  'summary',
  'lessons',
  'source',
] as const satisfies readonly (keyof typeof COLUMNS)[]

/** @throws AccidentCaseChangedError, OtherOfficeError, NotFoundError */
export async function changeCase(
  tx: Tx,
  id: string,
  { version, ...sent }: z.output<typeof AccidentCaseChange>,
  now: Date,
  today: string,
): Promise<void> {
  if (sent.occurredOn !== undefined && sent.occurredOn > today) throw new AccidentAheadError()
  const set = FIELDS.flatMap((field) =>
    sent[field] === undefined ? [] : [sql`${sql.identifier(COLUMNS[field])} = ${sent[field]}`],
  )
  const changed = await queryRow(
    tx,
    z.unknown(),
    sql`
    UPDATE accident_cases SET ${sql.join([sql`version = version + 1`, sql`updated_at = ${now.toISOString()}`, ...set], sql`, `)}
    WHERE id = ${id} AND version = ${version} RETURNING 1`,
  )
  if (changed === undefined) await refuse(tx, id)
}

/** @throws AccidentCaseChangedError, OtherOfficeError, NotFoundError */
export async function removeCase(tx: Tx, id: string, version: number): Promise<void> {
  const removed = await queryRow(
    tx,
    z.unknown(),
    sql`DELETE FROM accident_cases WHERE id = ${id} AND version = ${version} RETURNING 1`,
  )
  if (removed === undefined) await refuse(tx, id)
}

async function refuse(tx: Tx, id: string): Promise<never> {
  const stands = await findCase(tx, id)
  if (stands === undefined) throw new NotFoundError('accident-case')
  throw stands.mine ? new AccidentCaseChangedError(stands) : new OtherOfficeError()
}
