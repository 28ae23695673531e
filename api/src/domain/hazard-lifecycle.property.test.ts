import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  HAZARD_EVENT_CODES,
  type HazardActor,
  type HazardEvent,
  type HazardEventContext,
} from './hazard-event.ts'
import { authorityOf, FIRST_APPROVAL_PROFILE, ruleFor } from './approval-rule.ts'
import { actionsFor } from './hazard-actions.ts'
import { isAboutInput } from './hazard-guards.ts'
import { applyEvent, TRANSITIONS } from './hazard-lifecycle.ts'
import { HAZARD_ROLE_CODES, type HazardRole } from './hazard-roles.ts'
import { SUPERVISION_LEVEL_CODES } from './hazard-supervision.ts'
import type { HazardState } from './hazard-state.ts'
import { HAZARD_GRADE_CODES } from './hazard.ts'

interface Step {
  readonly event: HazardEvent
  readonly actor: HazardActor
  readonly context: HazardEventContext
}

const text = fc.constantFrom('有', '有', '有', '有', '有', '有', '有', '')
const files = fc.constantFrom(['a.jpg'], ['a.jpg', 'b.jpg'], ['c.pdf'], [])
const context: fc.Arbitrary<HazardEventContext> = fc.record({
  at: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  place: text,
  description: text,
  reason: text,
  opinion: text,
  mergedInto: text,
  criteria: text,
  evidence: files,
  photosBefore: files,
  photosAfter: files,
  duplicatesChecked: fc.constantFrom(true, true, true, false),
  grade: fc.constantFrom(...HAZARD_GRADE_CODES),
  responsible: fc.constantFrom('li', 'zhao'),
  deadline: fc.constantFrom('2027-01-31', '2027-02-28', '2026-06-30'),
  plan: fc.constantFrom(
    {},
    { responsibility: '李', measures: '修', funds: '2万', timeLimit: '月底', contingency: '停' },
  ),
  cost: fc.constantFrom(0, 1200, -1),
  level: fc.constantFrom(...SUPERVISION_LEVEL_CODES),
  documentNo: text,
  authority: text,
  department: text,
})
const step: fc.Arbitrary<Step> = fc.record({
  event: fc.constantFrom(...HAZARD_EVENT_CODES),
  actor: fc.record({
    id: fc.constantFrom('li', 'wang', 'zhao'),
    role: fc.constantFrom(...HAZARD_ROLE_CODES),
  }),
  context,
})

/** Whether the rule of the day has somebody do it: who only proposes it does nothing yet. */
function isDoneBy(role: HazardRole, event: HazardEvent, state: HazardState | null): boolean {
  const authority = authorityOf(ruleFor(FIRST_APPROVAL_PROFILE, event, state?.grade ?? null), role)
  return authority === 'acts' || authority === 'approves'
}

/** For each number, a step that the state allows; so that walks get far. */
function walk(steps: readonly Step[], picks: readonly number[]) {
  const accepted: { step: Step; before: HazardState | null; after: HazardState }[] = []
  let state: HazardState | null = null
  for (const [index, drawn] of steps.entries()) {
    const from: string | null = state?.status ?? null
    const possible = TRANSITIONS.filter((transition) => transition.from === from)
    const pick = picks[index] ?? 0
    const transition = possible[pick % Math.max(possible.length, 1)]
    const role = transition?.roles[pick % transition.roles.length]
    const guided =
      pick % 4 !== 0 && transition && role
        ? { ...drawn, event: transition.event, actor: { ...drawn.actor, role } }
        : drawn
    if (!isDoneBy(guided.actor.role, guided.event, state)) continue
    const outcome = applyEvent(state, guided.event, guided.actor, guided.context)
    if (!outcome.ok) continue
    accepted.push({ step: guided, before: state, after: outcome.state })
    state = outcome.state
  }
  return accepted
}

const walks = fc
  .tuple(
    fc.array(step, { minLength: 40, maxLength: 40 }),
    fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
  )
  .map(([steps, picks]) => walk(steps, picks))

describe('whatever happens to a hazard', () => {
  test('it only ever takes steps of the table, by those allowed', () => {
    fc.assert(
      fc.property(walks, (accepted) => {
        for (const {
          step: { event, actor },
          before,
          after,
        } of accepted) {
          const transition = TRANSITIONS.find(
            (row) => row.from === (before?.status ?? null) && row.event === event,
          )
          expect(transition?.to).toBe(after.status)
          expect(transition?.roles).toContain(actor.role)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('replaying its accepted events gives the same state', () => {
    fc.assert(
      fc.property(walks, (accepted) => {
        let state: HazardState | null = null
        for (const {
          step: { event, actor, context: given },
          after,
        } of accepted) {
          const outcome = applyEvent(state, event, actor, given)
          expect(outcome).toEqual({ ok: true, state: after })
          state = after
        }
      }),
      { numRuns: 300 },
    )
  })

  test('its record stays consistent', () => {
    fc.assert(
      fc.property(walks, (accepted) => {
        let fails = 0
        for (const {
          step: { event, actor },
          before,
          after,
        } of accepted) {
          if (event === 'fail') fails += 1
          expect(after.round).toBe(fails)
          expect(after.grade !== null).toBe(
            !['reported', 'registered', 'void'].includes(after.status),
          )
          expect(after.acceptedAt !== null).toBe(['accepted', 'closed'].includes(after.status))
          expect(after.closedAt !== null).toBe(after.status === 'closed')
          if (['notified', 'rectifying'].includes(after.status))
            expect(after.deadline).not.toBeNull()
          if (event === 'pass') expect(actor.id).not.toBe(before?.rectifier)
          if (event === 'close' && after.grade === 'major') expect(actor.role).toBe('bureau-leader')
          if (event === 'close') expect(after.supervision).not.toBe('listed')
          if (after.supervision !== 'none') expect(after.grade).toBe('major')
          expect(after.supervisionLevel !== null).toBe(after.supervision !== 'none')
          if (after.extension === 'pending') {
            expect(['notified', 'rectifying']).toContain(after.status)
            expect(after.extensionDeadline).not.toBeNull()
          }
          if (event === 'approve-extension' || event === 'reject-extension') {
            expect(before?.extension).toBe('pending')
            expect([before?.extensionBy, before?.rectifier]).not.toContain(actor.id)
          }
          if (event === 'resume-work' && before?.workStopBy === 'bureau')
            expect(actor.role).toBe('office')
          if (before?.status === after.status && event !== 'fail')
            expect(after.round).toBe(before.round)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a void hazard stays void; work may resume', () => {
    fc.assert(
      fc.property(walks, (accepted) => {
        for (const {
          step: { event },
          after,
        } of accepted.filter(({ before }) => before?.status === 'void')) {
          expect([event, after.status]).toEqual(['resume-work', 'void'])
        }
      }),
    )
  })

  test('what somebody is offered without anything in the way can be done, and nothing else can', () => {
    fc.assert(
      fc.property(walks, step, (accepted, { actor, context: given }) => {
        const state = accepted.at(-1)?.after
        if (state === undefined) return
        const offered = actionsFor(
          state,
          { id: actor.id },
          [actor.role],
          given.at,
          FIRST_APPROVAL_PROFILE,
        )
        for (const event of HAZARD_EVENT_CODES) {
          const action = offered.find(({ type }) => type === event)
          const outcome = applyEvent(state, event, actor, given)
          const authority = authorityOf(
            ruleFor(FIRST_APPROVAL_PROFILE, event, state.grade),
            actor.role,
          )
          if (authority === 'none' || authority === 'approves') {
            expect(action).toBeUndefined()
            continue
          }
          if (outcome.ok) expect(action).toMatchObject({ blockedBy: [] })
          if (!outcome.ok && outcome.code !== 'guard-fails') expect(action).toBeUndefined()
          if (action !== undefined && action.blockedBy.length === 0 && !outcome.ok) {
            expect(outcome.code === 'guard-fails' && outcome.guards.every(isAboutInput)).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the walks do reach the end of the loop', () => {
    const reached = new Set(
      fc
        .sample(walks, { numRuns: 200, seed: 16 })
        .flatMap((accepted) => accepted.map(({ after }) => after.status)),
    )
    expect(reached).toContain('closed')
    expect(reached).toContain('void')
  })
})
