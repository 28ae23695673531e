import { describe, expect, it } from 'vitest'
import { settleTimes } from './device-clock.ts'

const ARRIVED = new Date('2026-11-24T10:00:00+08:00')
const minutes = (of: Date, by: number): Date => new Date(of.getTime() + by * 60_000)
const days = (of: Date, by: number): Date => minutes(of, by * 24 * 60)
/** A visit of ten minutes that ended so many minutes before it was sent, by a clock that is so many minutes slow. */
const visit = (slow: number, before = 30): readonly [Date, Date, Date] => {
  const sent = minutes(ARRIVED, -slow)
  return [minutes(sent, -before - 10), minutes(sent, -before), sent]
}

describe('times of a device', () => {
  it.each([0, 1, -9, 10])('are taken as they are where its clock is %i minutes slow', (slow) => {
    const [started, finished, sent] = visit(slow)
    expect(settleTimes([started, finished], sent, ARRIVED)).toEqual({
      times: [started, finished],
      clock: 'right',
      drift: slow * 60,
    })
  })

  it.each([
    ['a quarter of an hour slow', 15],
    ['a day fast', -24 * 60],
    ['years behind', 4 * 365 * 24 * 60],
    ['in 1970', (ARRIVED.getTime() - 3_600_000) / 60_000],
    ['in 2037', -11 * 365 * 24 * 60],
  ])('are corrected where its clock is %s', (_what, slow) => {
    const [started, finished, sent] = visit(slow)
    expect(settleTimes([started, finished], sent, ARRIVED)).toEqual({
      times: [minutes(ARRIVED, -40), minutes(ARRIVED, -30)],
      clock: 'off',
      drift: slow * 60,
    })
  })

  it('keep days without a network', () => {
    const [started, finished, sent] = visit(0, 13 * 24 * 60)
    expect(settleTimes([started, finished], sent, ARRIVED).clock).toBe('right')
  })

  it.each([
    ['before the clock was set right', new Date(0), ARRIVED],
    ['by a clock that says nothing when it sends', new Date(0), null],
    ['longer ago than a device stays away', days(ARRIVED, -15), null],
    ['after they were sent', days(ARRIVED, 300), ARRIVED],
  ])('that were told %s count as of their arrival', (_what, finished, sent) => {
    expect(settleTimes([minutes(finished, -10), finished], sent, ARRIVED)).toEqual({
      times: [minutes(ARRIVED, -10), ARRIVED],
      clock: 'unknown',
      drift: null,
    })
  })

  it('in the future are left to be refused where the device does not say how its clock stands', () => {
    const finished = days(ARRIVED, 1)
    expect(settleTimes([finished], null, ARRIVED)).toMatchObject({
      times: [finished],
      clock: 'right',
    })
  })
})
