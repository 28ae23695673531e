import { describe, expect, it } from 'vitest'
import {
  authorityOf,
  FIRST_APPROVAL_PROFILE,
  ruleFor,
  RULED_ACTS,
  type Authority,
} from './approval-rule.ts'
import { TRANSITIONS } from './hazard-lifecycle.ts'
import { HAZARD_ROLE_CODES, type HazardRole } from './hazard-roles.ts'
import { HAZARD_GRADE_CODES, type HazardGrade } from './hazard.ts'
import type { HazardEvent } from './hazard-event.ts'

/** Who may do what about listing, delisting and closing: whoever is not named here may do nothing. */
const TABLE: readonly (readonly [
  HazardEvent,
  HazardGrade,
  Readonly<Partial<Record<HazardRole, Authority>>>,
])[] = [
  ['list-supervision', 'major', { 'office-head': 'proposes', 'bureau-leader': 'approves' }],
  ['delist-supervision', 'major', { 'office-head': 'proposes', 'bureau-leader': 'approves' }],
  ['close', 'major', { 'office-head': 'proposes', 'bureau-leader': 'approves' }],
  ['close', 'general', { 'safety-officer': 'acts', office: 'acts', 'office-head': 'acts' }],
]

describe('who may close what', () => {
  it.each(TABLE)('%s of a %s hazard', (act, grade, may) => {
    const rule = ruleFor(FIRST_APPROVAL_PROFILE, act, grade)
    for (const part of HAZARD_ROLE_CODES)
      expect([part, authorityOf(rule, part)]).toEqual([part, may[part] ?? 'none'])
  })

  it('is said for every ruled act and grade that the closed loop allows', () => {
    const said = TABLE.map(([act, grade]) => `${act} ${grade}`)
    const asked = RULED_ACTS.flatMap((act) =>
      HAZARD_GRADE_CODES.filter(
        (grade) =>
          grade === 'major' || TRANSITIONS.some((one) => one.event === act && act === 'close'),
      ).map((grade) => `${act} ${grade}`),
    )
    expect([...said].sort()).toEqual(asked.sort())
  })

  it('lets only those take part whom the closed loop knows for the act', () => {
    for (const { act, proposers, approver } of FIRST_APPROVAL_PROFILE.rules) {
      const roles = new Set(
        TRANSITIONS.filter(({ event }) => event === act).flatMap((one) => one.roles),
      )
      for (const part of [...proposers, ...(approver === null ? [] : [approver])])
        expect([act, part, roles.has(part)]).toEqual([act, part, true])
    }
  })
})

it('a leader takes no step that no rule gives to leaders', () => {
  expect(authorityOf(undefined, 'bureau-leader')).toBe('none')
  expect(authorityOf(undefined, 'office')).toBe('acts')
})
