import { DrizzleQueryError } from 'drizzle-orm'
import { z } from 'zod'
import type { Label } from '../domain/dictionary.ts'
import { DomainError, type FieldProblem } from '../domain/errors.ts'
import type { RiskPoint } from './schema.ts'

type Current = z.output<typeof RiskPoint>

const CHANGED = {
  zh: '该风险点刚被他人修改，请核对现在的内容后再提交',
  en: 'Somebody changed this risk point meanwhile: look at what stands now, then send again',
} as const

/** The sender saw an earlier version of the point than stands now. */
export class RiskPointChangedError extends DomainError {
  override readonly name = 'RiskPointChangedError'

  constructor(current: Current) {
    super(
      'risk-point-changed',
      409,
      CHANGED,
      [{ field: 'version', text: CHANGED, expected: String(current.version) }],
      { current },
    )
  }
}

/** Of many changes sent at once, some were made to earlier versions; none is written. */
export class RiskPointsChangedError extends DomainError {
  override readonly name = 'RiskPointsChangedError'

  constructor(conflicts: readonly { readonly row: number; readonly current: Current | null }[]) {
    const gone = { zh: '该风险点已被删除', en: 'This risk point is gone' }
    const fields = conflicts.map(({ row, current }) =>
      current === null
        ? { field: `changes.${row}.id`, text: gone }
        : { field: `changes.${row}.version`, text: CHANGED, expected: String(current.version) },
    )
    super('risk-point-changed', 409, CHANGED, fields, { conflicts })
  }
}

/** A field is of the right form, but says what cannot be. */
export class RiskFieldError extends DomainError {
  override readonly name = 'RiskFieldError'

  constructor(fields: readonly FieldProblem[]) {
    super('bad-field', 422, fields[0]?.text ?? { zh: '内容不合要求', en: 'This cannot be' }, fields)
  }
}

const CONFLICTS = {
  'code-taken': {
    zh: '企业内已有风险点使用该编码',
    en: 'Another risk point of the enterprise has this code',
  },
  'id-taken': { zh: '该标识已被使用', en: 'This id is taken' },
  'risk-point-in-use': {
    zh: '已有隐患、排查或其他记录引用该风险点，不能删除',
    en: 'Hazards, inspections or other records refer to this risk point: it cannot be deleted',
  },
} as const satisfies Record<string, Label>

/** What is there already forbids it. */
export class RiskConflictError extends DomainError {
  override readonly name = 'RiskConflictError'

  constructor(conflict: keyof typeof CONFLICTS, fields: readonly string[] = []) {
    super(
      conflict,
      409,
      CONFLICTS[conflict],
      fields.map((field) => ({ field, text: CONFLICTS[conflict] })),
    )
  }
}

const Violation = z.object({ code: z.string(), constraint: z.string().optional() })

/** Turns what only the database can notice into words: a code or id that is taken, a point that is referred to. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { data } = Violation.safeParse(
      error instanceof DrizzleQueryError ? error.cause : undefined,
    )
    if (data?.code === '23505')
      throw data.constraint === 'risk_points_code_key'
        ? new RiskConflictError('code-taken', ['code'])
        : new RiskConflictError('id-taken', ['id'])
    if (data?.code === '23503') throw new RiskConflictError('risk-point-in-use')
    throw error
  }
}

/** Names the fields of a refusal as they stand in the larger message it is part of. */
export function under<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof DomainError) || path === '') throw error
    throw new DomainError(
      error.code,
      error.status,
      error.text,
      error.fields.map((field) => ({ ...field, field: `${path}.${field.field}` })),
      error.more,
    )
  }
}
