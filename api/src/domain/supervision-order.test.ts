import { describe, expect, it } from 'vitest'
import {
  ORDER_EVENT_CODES,
  ORDER_EVENTS,
  ORDER_GUARDS,
  ORDER_PART_CODES,
  ORDER_STATUS_CODES,
  ORDER_TRANSITIONS,
  OPEN_ORDER_STATUSES,
  applyOrderEvent,
  orderActionsFor,
  orderGuardProblems,
  orderOverdueDays,
  orderPartsOf,
  type OrderContext,
  type OrderState,
  type OrderStatus,
} from './supervision-order.ts'

const AT = new Date('2026-11-23T16:30:00Z')
const FULL: OrderContext = {
  at: AT,
  text: '已办',
  deadline: '2026-11-24',
  title: '督办',
  requirement: '立即整改',
  documentNo: '台经信督〔2026〕1号',
}
const standing = (status: OrderStatus): OrderState => ({
  status,
  deadline: '2026-12-01',
  round: 0,
  repliedAt: new Date(0),
  acceptedAt: null,
})

/** The whole table, written down a second time: state, event, next state, who. */
const MAY = [
  [null, 'issue', 'issued', ['office']],
  ['issued', 'sign', 'signed', ['principal', 'safety-officer']],
  ['issued', 'withdraw', 'withdrawn', ['office']],
  ['signed', 'progress', 'in-progress', ['principal', 'safety-officer', 'rectifier']],
  ['signed', 'reply', 'replied', ['principal', 'safety-officer']],
  ['signed', 'withdraw', 'withdrawn', ['office']],
  ['in-progress', 'progress', 'in-progress', ['principal', 'safety-officer', 'rectifier']],
  ['in-progress', 'reply', 'replied', ['principal', 'safety-officer']],
  ['in-progress', 'withdraw', 'withdrawn', ['office']],
  ['replied', 'accept', 'accepted', ['office']],
  ['replied', 'return', 'returned', ['office']],
  ['returned', 'progress', 'in-progress', ['principal', 'safety-officer', 'rectifier']],
  ['returned', 'reply', 'replied', ['principal', 'safety-officer']],
  ['returned', 'withdraw', 'withdrawn', ['office']],
] as const

describe('every state, event and part', () => {
  for (const from of [null, ...ORDER_STATUS_CODES]) {
    for (const event of ORDER_EVENT_CODES) {
      for (const part of ORDER_PART_CODES) {
        const row = MAY.find(([state, type]) => state === from && type === event)
        const allowed = row !== undefined && row[3].some((one) => one === part)
        it(`${from ?? 'nothing'} — ${event} by ${part}: ${allowed ? row[2] : 'refused'}`, () => {
          const outcome = applyOrderEvent(
            from === null ? null : standing(from),
            event,
            [part],
            FULL,
          )
          if (row !== undefined && allowed)
            expect(outcome).toMatchObject({ ok: true, part, state: { status: row[2] } })
          else if (row === undefined)
            expect(outcome).toMatchObject({
              ok: false,
              code: 'state-forbids',
              possible: MAY.filter(([state]) => state === from).map(([, type]) => type),
            })
          else expect(outcome).toEqual({ ok: false, code: 'part-forbids', parts: row[3] })
        })
      }
    }
  }

  it('is offered exactly where it is allowed', () => {
    for (const status of ORDER_STATUS_CODES) {
      for (const part of ORDER_PART_CODES) {
        const offered = orderActionsFor(status, [part]).map(({ type }) => type)
        expect([status, part, offered]).toEqual([
          status,
          part,
          MAY.filter(
            ([from, , , parts]) => from === status && parts.some((one) => one === part),
          ).map(([, type]) => type),
        ])
      }
    }
  })
})

describe('conditions', () => {
  const tried = (
    from: OrderStatus | null,
    event: (typeof ORDER_EVENT_CODES)[number],
    without: Partial<OrderContext>,
  ) => {
    const parts = ORDER_TRANSITIONS.find((each) => each.event === event)?.parts ?? []
    const outcome = applyOrderEvent(from === null ? null : standing(from), event, parts, {
      ...FULL,
      ...without,
    })
    return outcome.ok || outcome.code !== 'guard-fails' ? [] : outcome.guards
  }

  it('all speak at once, and each names its field', () => {
    const guards = tried(null, 'issue', {
      title: ' ',
      requirement: undefined,
      documentNo: '',
      deadline: '2026-11-23',
    })
    expect(guards).toEqual(['document-no', 'title', 'requirement', 'deadline'])
    expect(orderGuardProblems(guards).map(({ field }) => field)).toEqual([
      'documentNo',
      'title',
      'requirement',
      'deadline',
    ])
    for (const guard of Object.values(ORDER_GUARDS)) expect([guard.zh, guard.en]).not.toContain('')
  })

  it.each([
    ['2026-11-24', true],
    ['2026-11-23', false],
    ['2026-02-30', false],
    ['tomorrow', false],
  ] as const)('a deadline of %s is accepted: %s', (deadline, isIn) => {
    expect(tried(null, 'issue', { deadline })).toEqual(isIn ? [] : ['deadline'])
    expect(tried('replied', 'return', { deadline })).toEqual(isIn ? [] : ['new-deadline'])
  })

  it('ask for words where words are the matter', () => {
    expect(tried('signed', 'progress', { text: '' })).toEqual(['what-was-done'])
    expect(tried('returned', 'reply', { text: undefined })).toEqual(['what-was-done'])
    expect(tried('replied', 'return', { text: '　' })).toEqual(['opinion'])
    expect(tried('issued', 'withdraw', { text: undefined })).toEqual(['reason'])
    expect(tried('replied', 'accept', { text: undefined })).toEqual([])
  })
})

describe('what is kept', () => {
  it('counts returns, moves the deadline only when told, and remembers when', () => {
    const issued = applyOrderEvent(null, 'issue', ['office'], FULL)
    expect(issued).toMatchObject({
      state: { deadline: '2026-11-24', round: 0, repliedAt: null, acceptedAt: null },
    })
    expect(
      applyOrderEvent(standing('replied'), 'return', ['office'], { at: AT, text: '不全' }),
    ).toMatchObject({ state: { round: 1, deadline: '2026-12-01', repliedAt: null } })
    expect(
      applyOrderEvent(standing('replied'), 'return', ['office'], {
        at: AT,
        text: '不全',
        deadline: '2026-12-09',
      }),
    ).toMatchObject({ state: { deadline: '2026-12-09' } })
    expect(
      applyOrderEvent(standing('signed'), 'reply', ['principal'], { at: AT, text: '好了' }),
    ).toMatchObject({ state: { repliedAt: AT } })
    expect(applyOrderEvent(standing('replied'), 'accept', ['office'], { at: AT })).toMatchObject({
      state: { acceptedAt: AT },
    })
  })

  it('is overdue after its last day while it is open, as hazards are', () => {
    for (const status of ORDER_STATUS_CODES) {
      const open = OPEN_ORDER_STATUSES.some((one) => one === status)
      expect([status, orderOverdueDays({ status, deadline: '2026-11-20' }, '2026-11-24')]).toEqual([
        status,
        open ? 4 : 0,
      ])
      expect(orderOverdueDays({ status, deadline: '2026-11-24' }, '2026-11-24')).toBe(0)
    }
  })

  it('gives nobody a part who only reads', () => {
    expect(orderPartsOf('leader', null)).toEqual([])
    expect(orderPartsOf('grid', 'chief')).toEqual([])
    expect(orderPartsOf('bureau', 'officer')).toEqual(['office'])
    expect(orderPartsOf('enterprise', 'rectifier')).toEqual(['rectifier'])
    expect(Object.keys(ORDER_EVENTS)).toHaveLength(ORDER_EVENT_CODES.length)
  })
})
