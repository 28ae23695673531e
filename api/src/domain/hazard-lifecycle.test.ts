import { describe, expect, test } from 'vitest'
import {
  HAZARD_EVENT_CODES,
  type HazardActor,
  type HazardEvent,
  type HazardEventContext,
} from './hazard-event.ts'
import { applyEvent, TRANSITIONS } from './hazard-lifecycle.ts'
import { HAZARD_ROLE_CODES } from './hazard-roles.ts'
import { REPORTED_HAZARD, type HazardState } from './hazard-state.ts'
import { HAZARD_STATUS_CODES, type HazardStatus } from './hazard.ts'

const AT = new Date('2026-08-03T02:00:00Z')
const EARLIER = new Date('2026-08-01T02:00:00Z')

/** Everything any guard asks for. */
const COMPLETE: HazardEventContext = {
  at: AT,
  place: '制浆车间',
  description: '护栏缺失',
  evidence: ['a.jpg'],
  photosBefore: ['a.jpg'],
  photosAfter: ['b.jpg'],
  reason: '重复',
  opinion: '未整改到位',
  mergedInto: 'YH-2',
  duplicatesChecked: true,
  grade: 'general',
  criteria: '判定标准第3条',
  responsible: 'li',
  deadline: '2026-08-13',
  cost: 0,
  documentNo: '台安委督〔2026〕3号',
  level: 'county',
  authority: '台儿庄区安委会',
  department: '安全生产科',
  plan: {
    responsibility: '李',
    measures: '加装护栏',
    funds: '2万元',
    timeLimit: '8月底',
    contingency: '停用',
  },
}

/** What each step beside the main course looks for in the hazard itself. */
const STANDING: Partial<Record<HazardEvent, Partial<HazardState>>> = {
  'approve-extension': { extension: 'pending', extensionBy: 'li', extensionDeadline: '2026-08-20' },
  'reject-extension': { extension: 'pending', extensionBy: 'li', extensionDeadline: '2026-08-20' },
  'list-supervision': { grade: 'major' },
  'delist-supervision': { grade: 'major', supervision: 'listed' },
  'resume-work': { workStopBy: 'enterprise' },
}

function hazardIn(status: HazardStatus, more: Partial<HazardState> = {}): HazardState {
  return {
    ...REPORTED_HAZARD,
    status,
    grade: 'general',
    deadline: '2026-08-10',
    rectifier: 'li',
    acceptedAt: EARLIER,
    closedAt: EARLIER,
    ...more,
  }
}

function actor(role: HazardActor['role'], id = 'wang'): HazardActor {
  return { id, role }
}

/** The closed loop as the specification tells it: from event to: roles. */
const LOOP = `
  null report reported: reporter safety-officer rectifier principal grid-member office
  reported reject void: safety-officer grid-member office
  reported merge void: safety-officer grid-member office
  reported register registered: safety-officer grid-member office
  registered grade graded: safety-officer office
  graded fix-on-the-spot in-review: safety-officer rectifier
  graded notify notified: safety-officer office
  notified sign rectifying: rectifier principal
  rectifying submit in-review: safety-officer rectifier
  in-review fail rectifying: safety-officer grid-member office
  in-review pass accepted: safety-officer grid-member office
  accepted close closed: safety-officer office office-head bureau-leader
  closed reopen rectifying: safety-officer grid-member office
  notified request-extension notified: rectifier safety-officer principal
  rectifying request-extension rectifying: rectifier safety-officer principal
  notified approve-extension notified: safety-officer office
  rectifying approve-extension rectifying: safety-officer office
  notified reject-extension notified: safety-officer office
  rectifying reject-extension rectifying: safety-officer office
  graded list-supervision graded: office-head bureau-leader
  notified list-supervision notified: office-head bureau-leader
  rectifying list-supervision rectifying: office-head bureau-leader
  in-review list-supervision in-review: office-head bureau-leader
  graded delist-supervision graded: office-head bureau-leader
  notified delist-supervision notified: office-head bureau-leader
  rectifying delist-supervision rectifying: office-head bureau-leader
  in-review delist-supervision in-review: office-head bureau-leader
  accepted delist-supervision accepted: office-head bureau-leader
  closed delist-supervision closed: office-head bureau-leader
  reported stop-work reported: safety-officer principal office
  registered stop-work registered: safety-officer principal office
  graded stop-work graded: safety-officer principal office
  notified stop-work notified: safety-officer principal office
  rectifying stop-work rectifying: safety-officer principal office
  in-review stop-work in-review: safety-officer principal office
  reported resume-work reported: safety-officer principal office
  registered resume-work registered: safety-officer principal office
  graded resume-work graded: safety-officer principal office
  notified resume-work notified: safety-officer principal office
  rectifying resume-work rectifying: safety-officer principal office
  in-review resume-work in-review: safety-officer principal office
  accepted resume-work accepted: safety-officer principal office
  closed resume-work closed: safety-officer principal office
  void resume-work void: safety-officer principal office`
  .trim()
  .split('\n')
  .map((line) => {
    const [step = '', roles = ''] = line.split(':')
    const [from, event, to] = step.trim().split(' ')
    return { from, event, to, roles: roles.trim().split(' ') }
  })

describe('every state, event and role', () => {
  test.each([null, ...HAZARD_STATUS_CODES])('%s', (status) => {
    for (const event of HAZARD_EVENT_CODES) {
      const expected = LOOP.find((step) => step.from === String(status) && step.event === event)
      for (const role of HAZARD_ROLE_CODES) {
        const outcome = applyEvent(
          status && hazardIn(status, STANDING[event]),
          event,
          actor(role),
          COMPLETE,
        )
        const what = `${status} ${event} ${role}`
        if (!expected) {
          const possible = LOOP.filter((step) => step.from === String(status)).map(
            (step) => step.event,
          )
          expect(outcome, what).toEqual({ ok: false, code: 'state-forbids', possible })
        } else if (!expected.roles.includes(role)) {
          expect(outcome, what).toEqual({ ok: false, code: 'role-forbids', roles: expected.roles })
        } else {
          expect(outcome, what).toMatchObject({ ok: true, state: { status: expected.to } })
        }
      }
    }
  })

  test('the table has these steps and no other, each once', () => {
    const steps = TRANSITIONS.map(({ from, event, to, roles }) => ({
      from: String(from),
      event,
      to,
      roles: [...roles],
    }))
    expect(steps).toEqual(LOOP)
    expect(new Set(TRANSITIONS.map(({ from, event }) => `${from} ${event}`)).size).toBe(
      TRANSITIONS.length,
    )
  })

  test('every state can be reached', () => {
    expect(new Set(TRANSITIONS.map(({ to }) => to))).toEqual(new Set(HAZARD_STATUS_CODES))
  })
})

describe('guards of every step', () => {
  test.each([
    [null, 'report', 'safety-officer', ['place', 'description', 'evidence']],
    ['reported', 'reject', 'office', ['reason']],
    ['reported', 'merge', 'office', ['reason', 'merge-target']],
    ['reported', 'register', 'office', ['duplicates-checked']],
    ['registered', 'grade', 'office', ['criteria']],
    ['graded', 'fix-on-the-spot', 'rectifier', ['general-only', 'before-and-after']],
    ['graded', 'notify', 'office', ['responsible', 'deadline']],
    ['notified', 'sign', 'rectifier', ['plan']],
    ['rectifying', 'submit', 'rectifier', ['evidence', 'cost']],
    ['in-review', 'fail', 'office', ['opinion', 'deadline-stands']],
    ['in-review', 'pass', 'office', ['reviewer-not-rectifier']],
    ['accepted', 'close', 'office', ['supervision-lifted']],
    ['closed', 'reopen', 'office', ['reason', 'within-90-days', 'deadline-stands']],
    ['rectifying', 'request-extension', 'rectifier', ['reason', 'later-deadline']],
    [
      'rectifying',
      'approve-extension',
      'safety-officer',
      ['extension-pending', 'extension-authority', 'decider-not-asker', 'granted-deadline'],
    ],
    [
      'notified',
      'reject-extension',
      'safety-officer',
      ['extension-pending', 'extension-authority', 'decider-not-asker', 'reason'],
    ],
    [
      'graded',
      'list-supervision',
      'bureau-leader',
      ['not-listed', 'listing', 'document-no', 'deadline'],
    ],
    ['accepted', 'delist-supervision', 'bureau-leader', ['document-no', 'reason']],
    ['reported', 'stop-work', 'safety-officer', ['work-running', 'reason']],
    ['closed', 'resume-work', 'safety-officer', ['resume-authority', 'reason']],
  ] as const)('%s %s by %s', (status, event, role, guards) => {
    const worst =
      status &&
      hazardIn(status, {
        grade: 'major',
        deadline: null,
        rectifier: 'wang',
        closedAt: null,
        supervision: 'listed',
        workStopBy: 'bureau',
      })
    expect(applyEvent(worst, event, actor(role, 'wang'), { at: AT })).toEqual({
      ok: false,
      code: 'guard-fails',
      guards,
    })
  })

  test('only the guards that fail are named', () => {
    expect(
      applyEvent(hazardIn('reported'), 'merge', actor('office'), { at: AT, reason: '重复' }),
    ).toEqual({
      ok: false,
      code: 'guard-fails',
      guards: ['merge-target'],
    })
  })
})

describe('what each step leaves behind', () => {
  test.each([
    ['registered', 'grade', 'office', { grade: 'general', criteria: '判定标准第3条' }],
    ['graded', 'fix-on-the-spot', 'rectifier', { treatment: 'on-the-spot', rectifier: 'wang' }],
    [
      'graded',
      'notify',
      'office',
      { treatment: 'time-limited', rectifier: 'li', deadline: '2026-08-13' },
    ],
    ['notified', 'sign', 'rectifier', {}],
    ['rectifying', 'submit', 'rectifier', { rectifier: 'wang', cost: 0 }],
    [
      'in-review',
      'fail',
      'office',
      { round: 1, treatment: 'time-limited', deadline: '2026-08-13' },
    ],
    ['in-review', 'pass', 'office', { acceptedAt: AT }],
    ['accepted', 'close', 'office', { closedAt: AT }],
    [
      'closed',
      'reopen',
      'office',
      { treatment: 'time-limited', deadline: '2026-08-13', acceptedAt: null, closedAt: null },
    ],
    [
      'rectifying',
      'request-extension',
      'rectifier',
      { extension: 'pending', extensionDeadline: '2026-08-13', extensionBy: 'wang' },
    ],
    [
      'rectifying',
      'approve-extension',
      'office',
      { extension: 'approved', deadline: '2026-08-13' },
    ],
    ['rectifying', 'reject-extension', 'office', { extension: 'rejected' }],
    [
      'graded',
      'list-supervision',
      'bureau-leader',
      { supervision: 'listed', supervisionLevel: 'county' },
    ],
    ['accepted', 'delist-supervision', 'bureau-leader', { supervision: 'delisted' }],
    ['reported', 'stop-work', 'office', { workStopBy: 'bureau' }],
    ['reported', 'stop-work', 'principal', { workStopBy: 'enterprise' }],
    ['closed', 'resume-work', 'principal', { workStopBy: null }],
  ] as const)('%s %s', (status, event, role, change) => {
    const before = Object.freeze(hazardIn(status, STANDING[event]))
    const outcome = applyEvent(before, event, actor(role), COMPLETE)
    const to = LOOP.find((step) => step.from === String(status) && step.event === event)?.to
    expect(outcome).toEqual({ ok: true, state: { ...before, ...change, status: to } })
  })

  test('a report starts clean', () => {
    expect(applyEvent(null, 'report', actor('reporter'), COMPLETE)).toEqual({
      ok: true,
      state: REPORTED_HAZARD,
    })
  })

  test('an approval without a date grants the date asked for', () => {
    const asked = hazardIn('rectifying', STANDING['approve-extension'])
    expect(applyEvent(asked, 'approve-extension', actor('office'), { at: AT })).toMatchObject({
      ok: true,
      state: { deadline: '2026-08-20', extension: 'approved' },
    })
  })

  test('what was rectified needs no extension any more', () => {
    const asked = hazardIn('rectifying', { extension: 'pending' })
    expect(applyEvent(asked, 'submit', actor('rectifier'), COMPLETE)).toMatchObject({
      ok: true,
      state: { extension: 'none' },
    })
  })

  test('without a new deadline the old one stands', () => {
    const context = { at: AT, opinion: '未到位', reason: '复发' }
    for (const [status, event] of [
      ['in-review', 'fail'],
      ['closed', 'reopen'],
    ] as const) {
      expect(applyEvent(hazardIn(status), event, actor('office'), context)).toMatchObject({
        ok: true,
        state: { deadline: '2026-08-10' },
      })
    }
  })
})
