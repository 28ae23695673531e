import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyOf, problemOf } from '../test-visitor.ts'
import { patrolling, soundVisit } from '../test-patrol.ts'
import { enterpriseId } from '../db/test-fixture-places.ts'
import { PatrolDuty, PatrolVisit } from './schema.ts'
import { z } from 'zod'

/** The server's clock, and a visit of ten minutes that ended ten minutes before. */
const ARRIVED = '2026-11-24T00:30:00+08:00'
const ENDED = '2026-11-24T00:20:00+08:00'
const HOUR = 3_600_000

let patrol: Awaited<ReturnType<typeof patrolling>>
beforeAll(async () => {
  patrol = await patrolling()
  patrol.at(ARRIVED)
})
afterAll(async () => {
  expect(patrol.failures).toEqual([])
  await patrol.database.close()
})

/** The same visit as a telephone tells it whose clock is so many hours slow. */
function bySlowClock(enterprise: number, hours: number) {
  const by = (time: string): string => new Date(Date.parse(time) - hours * HOUR).toISOString()
  const visit = soundVisit(enterprise, ENDED)
  return {
    ...visit,
    startedAt: by(visit.startedAt),
    finishedAt: by(visit.finishedAt),
    sentAt: by(ARRIVED),
  }
}

const SETTLED = {
  startedAt: '2026-11-24T00:10:00+08:00',
  finishedAt: ENDED,
  receivedAt: ARRIVED,
}

describe('a telephone’s clock', () => {
  it('that is right leaves nothing behind', async () => {
    const visit = await bodyOf(
      await patrol.report('grid01', 3, bySlowClock(3, 0.1)),
      PatrolVisit.strict(),
      201,
    )
    expect(visit).toMatchObject({ toldStartedAt: null, toldFinishedAt: null, clockDrift: 360 })
    expect(visit.flags).not.toContain('clock-wrong')
  })

  it.each([
    ['in 1970', Date.parse(ARRIVED) / HOUR - 1],
    ['four years behind', 4 * 365 * 24],
    ['a day ahead', -24],
    ['in 2037', -11 * 365 * 24],
  ])('that stands %s is corrected, kept and flagged', async (_where, hours) => {
    const sent = bySlowClock(4, hours)
    const visit = await bodyOf(await patrol.report('grid01', 4, sent), PatrolVisit.strict(), 201)
    expect(visit).toMatchObject({ ...SETTLED, clockDrift: hours * 3600 })
    expect(Date.parse(visit.toldFinishedAt ?? '')).toBe(Date.parse(sent.finishedAt))
    expect(visit.flags).toContain('clock-wrong')
  })

  it('that was set right before sending, or says nothing, leaves the time of arrival', async () => {
    for (const sentAt of [ARRIVED, undefined]) {
      const sent = { ...bySlowClock(3, 4 * 365 * 24), sentAt }
      const visit = await bodyOf(await patrol.report('grid01', 3, sent), PatrolVisit, 201)
      expect(visit).toMatchObject({
        startedAt: '2026-11-24T00:20:00+08:00',
        finishedAt: ARRIVED,
        clockDrift: null,
      })
      expect(Date.parse(visit.toldStartedAt ?? '')).toBe(Date.parse(sent.startedAt))
      expect(visit.flags).toContain('clock-wrong')
    }
  })

  it('sends the same visit again at another time as the same', async () => {
    const sent = bySlowClock(4, 30)
    expect((await patrol.report('grid01', 4, sent)).status).toBe(201)
    const later = { ...sent, sentAt: new Date(Date.parse(sent.sentAt) + HOUR).toISOString() }
    expect((await patrol.report('grid01', 4, later)).status).toBe(200)
    expect(await problemOf(await patrol.report('grid01', 4, { ...later, note: '改' }), 409)).toBe(
      'patrol-id-taken',
    )
  })

  it('that nobody knows and that runs ahead is asked about', async () => {
    const visit = { ...bySlowClock(3, -24), sentAt: undefined }
    expect(await problemOf(await patrol.report('grid01', 3, visit), 422)).toBe('patrol-guard')
  })
})

describe('a position', () => {
  const stateOf = async (enterprise: number) =>
    (
      await bodyOf(
        await patrol.get('grid02', '/api/patrols?limit=200'),
        z.object({ items: z.array(PatrolDuty) }),
      )
    ).items.find(({ id }) => id === enterpriseId(enterprise))

  it('that may be wrong by more than the fence shows nobody to have been there', async () => {
    const before = await stateOf(6)
    const vague = { ...soundVisit(6, ENDED), accuracy: 5000 }
    const visit = await bodyOf(await patrol.report('grid02', 6, vague), PatrolVisit, 201)
    expect(visit.flags).toContain('position-vague')
    expect(visit.flags).not.toContain('too-far')
    expect(await stateOf(6)).toEqual(before)
    const exact = { ...soundVisit(6, ENDED), accuracy: 200 }
    const counted = await bodyOf(await patrol.report('grid02', 6, exact), PatrolVisit, 201)
    expect(counted.flags).not.toContain('position-vague')
    expect((await stateOf(6))?.lastVisitedOn).toBe('2026-11-24')
  })

  it('says little beside the object’s own code', async () => {
    const visit = {
      ...soundVisit(3, ENDED, 2000),
      accuracy: 5000,
      checkIn: 'qr',
      code: patrol.codes.codeOf(enterpriseId(3)),
    }
    const { flags } = await bodyOf(await patrol.report('grid01', 3, visit), PatrolVisit, 201)
    expect(flags).not.toContain('position-vague')
    expect(flags).not.toContain('too-far')
  })
})
