import type { Label } from '@onemap/api/domain/dictionary'
import { HAZARD_GRADES } from '@onemap/api/domain/hazard'
import { PLAN_ELEMENT_CODES, PLAN_ELEMENTS } from '@onemap/api/domain/hazard-event'
import { SUPERVISION_LEVELS } from '@onemap/api/domain/hazard-supervision'
import * as z from 'zod/mini'
import { catch as orElse } from 'zod/mini'

const text = orElse(z.optional(z.string()), undefined)

/** What came with a step, as far as a reader wants it; anything else in it is for the machine. */
const Detail = z.object({
  grade: orElse(z.optional(z.enum(['general', 'major'])), undefined),
  suggestedGrade: orElse(z.optional(z.enum(['general', 'major'])), undefined),
  criteria: text,
  reason: text,
  responsibleName: text,
  onBehalfOf: text,
  proposedBy: text,
  deadline: text,
  level: orElse(z.optional(z.enum(['county', 'city', 'province'])), undefined),
  authority: text,
  department: text,
  documentNo: text,
  cost: orElse(z.optional(z.coerce.number()), undefined),
  plan: orElse(z.optional(z.record(z.string(), z.string())), undefined),
})

/** A line of a step: which question, and the answer. */
export interface StepLine {
  readonly name: string
  readonly value: string
}

interface Words {
  readonly term: (label: Label) => string
  /** A name below `hazards.detail`. */
  readonly name: (
    key:
      | 'grade'
      | 'suggestedGrade'
      | 'criteria'
      | 'reason'
      | 'responsible'
      | 'onBehalfOf'
      | 'proposedBy'
      | 'deadline'
      | 'level'
      | 'authority'
      | 'department'
      | 'documentNo'
      | 'cost',
  ) => string
  readonly money: (yuan: number) => string
}

/** What came with a step, in words and in a fixed order. */
export function stepLines(detail: unknown, { term, name, money }: Words): StepLine[] {
  const read = Detail.safeParse(detail)
  if (!read.success) return []
  const {
    grade,
    suggestedGrade,
    criteria,
    reason,
    responsibleName,
    onBehalfOf,
    proposedBy,
    deadline,
    level,
    authority,
    department,
    documentNo,
    cost,
    plan,
  } = read.data
  const lines: readonly [Parameters<typeof name>[0], string | undefined][] = [
    ['grade', grade && term(HAZARD_GRADES[grade])],
    ['suggestedGrade', suggestedGrade && term(HAZARD_GRADES[suggestedGrade])],
    ['criteria', criteria],
    ['responsible', responsibleName],
    ['onBehalfOf', onBehalfOf],
    ['proposedBy', proposedBy],
    ['deadline', deadline],
    ['level', level && term(SUPERVISION_LEVELS[level])],
    ['authority', authority],
    ['department', department],
    ['documentNo', documentNo],
    ['cost', cost === undefined ? undefined : money(cost)],
    ['reason', reason],
  ]
  const planned = PLAN_ELEMENT_CODES.flatMap((code) =>
    plan?.[code] ? [{ name: term(PLAN_ELEMENTS[code]), value: plan[code] }] : [],
  )
  return [
    ...lines.flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [{ name: name(key), value }],
    ),
    ...planned,
  ]
}
