import { describe, expect, test } from 'vitest'
import { PLAN_ELEMENT_CODES, type HazardActor, type HazardEventContext } from './hazard-event.ts'
import { HAZARD_GUARD_CODES, HAZARD_GUARDS, type HazardGuard } from './hazard-guards.ts'
import { TRANSITIONS } from './hazard-lifecycle.ts'
import { REPORTED_HAZARD, type HazardState } from './hazard-state.ts'

const AT = new Date('2026-08-03T15:30:00Z')
const PLAN = {
  responsibility: '李',
  measures: '加装护栏',
  funds: '2万元',
  timeLimit: '8月底',
  contingency: '停用',
}

function holds(
  guard: HazardGuard,
  context: Partial<HazardEventContext> = {},
  state: Partial<HazardState> = {},
  actor: Partial<HazardActor> = {},
): boolean {
  return HAZARD_GUARDS[guard].holds({
    state: { ...REPORTED_HAZARD, ...state },
    actor: { id: 'wang', role: 'office', ...actor },
    context: { at: AT, ...context },
  })
}

test.each([
  ['place', 'place'],
  ['description', 'description'],
  ['reason', 'reason'],
  ['opinion', 'opinion'],
  ['merge-target', 'mergedInto'],
  ['responsible', 'responsible'],
] as const)('%s wants text', (guard, field) => {
  expect(holds(guard, { [field]: '有' })).toBe(true)
  for (const empty of ['', ' ', '\t\n', '　']) expect(holds(guard, { [field]: empty })).toBe(false)
  expect(holds(guard)).toBe(false)
})

test('evidence wants at least one file', () => {
  expect([
    holds('evidence', { evidence: ['a.jpg'] }),
    holds('evidence', { evidence: [] }),
    holds('evidence'),
  ]).toEqual([true, false, false])
})

test('what the public tells needs no photograph', () => {
  expect([
    holds('evidence', { origin: 'public-report' }),
    holds('evidence', { origin: 'grid-patrol' }),
  ]).toEqual([true, false])
})

test('a fix on the spot wants photographs from both before and after', () => {
  expect(holds('before-and-after', { photosBefore: ['a'], photosAfter: ['b'] })).toBe(true)
  expect(holds('before-and-after', { photosBefore: ['a'] })).toBe(false)
  expect(holds('before-and-after', { photosBefore: [], photosAfter: ['b'] })).toBe(false)
})

test('a fix on the spot is for general hazards', () => {
  expect([
    holds('general-only', {}, { grade: 'general' }),
    holds('general-only', {}, { grade: 'major' }),
    holds('general-only'),
  ]).toEqual([true, false, false])
})

test('registration wants the search for duplicates', () => {
  expect([
    holds('duplicates-checked', { duplicatesChecked: true }),
    holds('duplicates-checked', { duplicatesChecked: false }),
    holds('duplicates-checked'),
  ]).toEqual([true, false, false])
})

test('a grade wants its criteria', () => {
  expect(holds('criteria', { grade: 'major', criteria: '第5条' })).toBe(true)
  expect(holds('criteria', { grade: 'major' })).toBe(false)
  expect(holds('criteria', { grade: 'major', criteria: ' ' })).toBe(false)
  expect(holds('criteria', { criteria: '第5条' })).toBe(false)
})

describe('deadline', () => {
  test.each([
    ['2026-08-03', true],
    ['2026-08-04', true],
    ['2027-01-01', true],
    ['2026-08-02', false],
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2026-8-9', false],
    ['soon', false],
    ['', false],
  ])('%j: %s (late evening in China, 3 August)', (deadline, expected) => {
    expect(holds('deadline', { deadline })).toBe(expected)
    expect(holds('deadline-stands', { deadline })).toBe(expected)
    expect(holds('deadline-stands', { deadline }, { deadline: '2026-09-01' })).toBe(expected)
  })

  test('today is the day in China, not in UTC', () => {
    expect(
      holds('deadline', { at: new Date('2026-08-03T16:00:00Z'), deadline: '2026-08-03' }),
    ).toBe(false)
  })

  test('may be left out only where an old one stands', () => {
    expect(holds('deadline', {}, { deadline: '2026-09-01' })).toBe(false)
    expect(holds('deadline-stands', {}, { deadline: '2026-07-01' })).toBe(true)
    expect(holds('deadline-stands')).toBe(false)
  })
})

describe('plan', () => {
  test('five elements, all filled, for a major hazard', () => {
    expect(holds('plan', { plan: PLAN }, { grade: 'major' })).toBe(true)
    expect(holds('plan', {}, { grade: 'major' })).toBe(false)
    expect(PLAN_ELEMENT_CODES).toHaveLength(5)
    for (const element of PLAN_ELEMENT_CODES) {
      expect(holds('plan', { plan: { ...PLAN, [element]: ' ' } }, { grade: 'major' })).toBe(false)
    }
  })

  test('none for a general one', () => {
    expect(holds('plan', {}, { grade: 'general' })).toBe(true)
  })
})

test.each([
  [0, true],
  [1234.5, true],
  [-1, false],
  [Number.NaN, false],
  [Number.POSITIVE_INFINITY, false],
])('cost %d: %s', (cost, expected) => {
  expect(holds('cost', { cost })).toBe(expected)
  expect(holds('cost')).toBe(false)
})

test('nobody reviews their own work', () => {
  expect(holds('reviewer-not-rectifier', {}, { rectifier: 'li' })).toBe(true)
  expect(holds('reviewer-not-rectifier', {}, { rectifier: 'wang' })).toBe(false)
})

test.each([
  ['2026-08-03T01:00:00Z', true],
  ['2026-05-05T00:00:00+08:00', true],
  ['2026-05-04T23:59:59+08:00', false],
  ['2025-08-03T00:00:00Z', false],
])('closed at %s, reopened on 3 August: %s', (closedAt, expected) => {
  expect(holds('within-90-days', {}, { closedAt: new Date(closedAt) })).toBe(expected)
  expect(holds('within-90-days')).toBe(false)
})

test('a rectifier on record by name alone is known by name', () => {
  expect(holds('reviewer-not-rectifier', {}, { rectifier: '王五' }, { name: '王五' })).toBe(false)
  expect(holds('reviewer-not-rectifier', {}, { rectifier: '王五' }, { name: '李四' })).toBe(true)
})

describe('extension', () => {
  const asked = {
    extension: 'pending',
    extensionBy: 'li',
    extensionDeadline: '2026-08-20',
    deadline: '2026-08-10',
  } as const

  test('is asked for once at a time, for a later day', () => {
    expect([
      holds('extension-free'),
      holds('extension-free', {}, asked),
      holds('extension-pending'),
      holds('extension-pending', {}, asked),
    ]).toEqual([true, false, false, true])
    expect(holds('later-deadline', { deadline: '2026-08-11' }, asked)).toBe(true)
    expect(holds('later-deadline', { deadline: '2026-08-10' }, asked)).toBe(false)
    expect(
      holds('later-deadline', { deadline: '2026-08-02' }, { ...asked, deadline: '2026-08-01' }),
    ).toBe(false)
    expect(holds('later-deadline', {}, asked)).toBe(false)
  })

  test('is granted for the day asked for, or another one, not before today', () => {
    expect(holds('granted-deadline', {}, asked)).toBe(true)
    expect(holds('granted-deadline', { deadline: '2026-08-12' }, asked)).toBe(true)
    expect(holds('granted-deadline', {}, { ...asked, extensionDeadline: '2026-08-02' })).toBe(false)
    expect(holds('granted-deadline')).toBe(false)
  })

  test('is decided by neither who asked nor who rectifies, and by the bureau where it is grave', () => {
    expect(holds('decider-not-asker', {}, { ...asked, rectifier: 'zhao' })).toBe(true)
    expect(holds('decider-not-asker', {}, asked, { id: 'li' })).toBe(false)
    expect(holds('decider-not-asker', {}, { ...asked, rectifier: 'wang' })).toBe(false)
    expect(holds('extension-authority', {}, { grade: 'general' }, { role: 'safety-officer' })).toBe(
      true,
    )
    expect(holds('extension-authority', {}, { grade: 'major' }, { role: 'safety-officer' })).toBe(
      false,
    )
    expect(holds('extension-authority', {}, { grade: 'major' }, { role: 'office' })).toBe(true)
  })
})

test('a listing says who lists it, and is lifted before closure', () => {
  const paper = {
    level: 'county',
    authority: '区安委会',
    department: '安全科',
    documentNo: '3号',
  } as const
  expect(holds('listing', paper)).toBe(true)
  for (const missing of ['authority', 'department'] as const)
    expect(holds('listing', { ...paper, [missing]: ' ' })).toBe(false)
  expect(holds('listing', { authority: '区安委会', department: '安全科' })).toBe(false)
  expect([holds('document-no', paper), holds('document-no')]).toEqual([true, false])
  expect([
    holds('major-only', {}, { grade: 'major' }),
    holds('major-only', {}, { grade: 'general' }),
  ]).toEqual([true, false])
  expect([holds('listed'), holds('not-listed'), holds('supervision-lifted')]).toEqual([
    false,
    true,
    true,
  ])
  expect([
    holds('listed', {}, { supervision: 'listed' }),
    holds('not-listed', {}, { supervision: 'listed' }),
    holds('supervision-lifted', {}, { supervision: 'listed' }),
  ]).toEqual([true, false, false])
})

test('what the bureau stopped the bureau lets resume', () => {
  expect([
    holds('work-running'),
    holds('work-stopped'),
    holds('work-running', {}, { workStopBy: 'bureau' }),
    holds('work-stopped', {}, { workStopBy: 'bureau' }),
  ]).toEqual([true, false, false, true])
  expect(holds('resume-authority', {}, { workStopBy: 'bureau' }, { role: 'principal' })).toBe(false)
  expect(holds('resume-authority', {}, { workStopBy: 'bureau' }, { role: 'office' })).toBe(true)
  expect(holds('resume-authority', {}, { workStopBy: 'enterprise' }, { role: 'principal' })).toBe(
    true,
  )
})

test('every guard is used by a step and explains itself in both languages', () => {
  expect(new Set(TRANSITIONS.flatMap(({ guards }) => guards))).toEqual(new Set(HAZARD_GUARD_CODES))
  for (const guard of HAZARD_GUARD_CODES)
    expect([HAZARD_GUARDS[guard].zh, HAZARD_GUARDS[guard].en]).not.toContain('')
})
