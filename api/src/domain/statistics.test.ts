import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HAZARD_GRADE_CODES, HAZARD_STATUS_CODES } from './hazard.ts'
import { todayInChina } from './overdue.ts'
import {
  cumulativePeriod,
  NOTHING_COUNTED,
  percent,
  ratesOf,
  ratio,
  tally,
  type Counted,
  type Period,
  type Tally,
} from './statistics.ts'

const START = Date.parse('2026-01-01T00:00:00+08:00')
const moment = fc
  .integer({ min: 0, max: 700 * 24 })
  .map((hours) => new Date(START + hours * 3_600_000))
const day = moment.map(todayInChina)
const hazard: fc.Arbitrary<Counted> = fc
  .record({
    enterpriseId: fc.constantFrom('a', 'b', 'c'),
    status: fc.constantFrom(...HAZARD_STATUS_CODES),
    grade: fc.option(fc.constantFrom(...HAZARD_GRADE_CODES)),
    reportedAt: moment,
    deadline: fc.option(day),
    acceptedAt: moment,
    closedAt: moment,
  })
  .map((drawn) => ({
    ...drawn,
    acceptedAt: drawn.status === 'accepted' || drawn.status === 'closed' ? drawn.acceptedAt : null,
    closedAt: drawn.status === 'closed' ? drawn.closedAt : null,
  }))
const hazards = fc.array(hazard, { maxLength: 40 })
const period: fc.Arbitrary<Period> = fc.tuple(day, day, day).map(([one, other, today]) => ({
  from: one < other ? one : other,
  to: one < other ? other : one,
  today,
}))
const sum = (tallies: readonly Tally[], of: keyof Tally): number =>
  tallies.reduce((total, one) => total + one[of], 0)
const SUMS = [
  'found',
  'foundGeneral',
  'foundMajor',
  'fixed',
  'fixedGeneral',
  'closedMajor',
  'due',
  'onTime',
  'late',
  'overdue',
] as const

describe('counting', () => {
  it('never fixes more than was found, and settles no more than was due', () => {
    fc.assert(
      fc.property(hazards, period, (all, within) => {
        const counted = tally(all, within)
        expect(counted.fixed).toBeLessThanOrEqual(counted.found)
        expect(counted.foundGeneral + counted.foundMajor).toBeLessThanOrEqual(counted.found)
        expect(counted.fixedGeneral).toBeLessThanOrEqual(counted.foundGeneral)
        expect(counted.closedMajor).toBeLessThanOrEqual(counted.foundMajor)
        expect(counted.onTime + counted.late + counted.overdue).toBeLessThanOrEqual(counted.due)
        expect(counted.units).toBeLessThanOrEqual(Math.min(counted.found, 3))
        for (const rate of Object.values(ratesOf(counted)))
          if (rate !== null) expect(rate >= 0 && rate <= 1).toBe(true)
      }),
    )
  })

  it('adds up: any way of dividing hazards gives the whole', () => {
    fc.assert(
      fc.property(hazards, period, (all, within) => {
        const whole = tally(all, within)
        const groups = ['a', 'b', 'c'].map((owner) =>
          tally(
            all.filter(({ enterpriseId }) => enterpriseId === owner),
            within,
          ),
        )
        for (const of of SUMS) expect(sum(groups, of)).toBe(whole[of])
        expect(sum(groups, 'units')).toBe(whole.units)
      }),
    )
  })

  it('takes due ones whose day is past for settled or overdue, one or the other', () => {
    fc.assert(
      fc.property(hazards, period, (all, within) => {
        const past = all.filter(({ deadline }) => deadline !== null && deadline < within.today)
        const counted = tally(past, within)
        expect(counted.onTime + counted.late + counted.overdue).toBe(counted.due)
      }),
    )
  })

  it('counts void hazards nowhere', () => {
    fc.assert(
      fc.property(hazards, period, (all, within) => {
        expect(
          tally(
            all.map((one) => ({ ...one, status: 'void' as const })),
            within,
          ),
        ).toEqual(NOTHING_COUNTED)
      }),
    )
  })

  it('finds by the day in China and fixes by the end of the period', () => {
    const one: Counted = {
      enterpriseId: 'a',
      status: 'closed',
      grade: 'general',
      reportedAt: new Date('2026-02-28T16:00:00Z'),
      deadline: '2026-03-10',
      acceptedAt: new Date('2026-03-31T15:59:59Z'),
      closedAt: null,
    }
    const march = { from: '2026-03-01', to: '2026-03-31', today: '2026-11-24' }
    expect(tally([one], march)).toMatchObject({
      found: 1,
      fixed: 1,
      due: 1,
      late: 1,
      onTime: 0,
      overdue: 0,
    })
    expect(tally([one], { ...march, from: '2026-02-01', to: '2026-02-28' }).found).toBe(0)
    expect(tally([{ ...one, acceptedAt: new Date('2026-03-31T16:00:00Z') }], march).fixed).toBe(0)
  })
})

describe('rates', () => {
  it('are null where there is nothing to divide by, and shown as —', () => {
    expect(ratesOf(NOTHING_COUNTED)).toEqual({ rectification: null, onTime: null, overdue: null })
    expect([percent(null), percent(0), percent(1), percent(2 / 3)]).toEqual([
      '—',
      '0.0%',
      '100.0%',
      '66.7%',
    ])
    expect(ratio(0, 3)).toBe(0)
  })

  it('follow the official formulas', () => {
    expect(ratesOf({ found: 8, fixed: 6, due: 5, onTime: 2, late: 1, overdue: 1 })).toEqual({
      rectification: 0.75,
      onTime: 0.4,
      overdue: 0.4,
    })
  })
})

describe('periods', () => {
  it('are cumulative from January', () => {
    expect(cumulativePeriod('2026-02')).toEqual({ from: '2026-01-01', to: '2026-02-28' })
  })
})
