import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { evidenceId } from '../db/test-fixture-evidence.ts'
import { enterpriseId, idOf, NOW, pointAt } from '../db/test-fixture-places.ts'
import { openLoop, Refusal, type Loop } from '../test-loop.ts'
import { bodyOf, problemOf } from '../test-visitor.ts'
import { Hazard } from './schema.ts'

let loop: Loop
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  loop = await openLoop()
})
afterAll(async () => {
  vi.useRealTimers()
  await loop.database.close()
})
beforeEach(() => {
  loop.clock.now = NOW
})

describe('a report', () => {
  it('sent twice is one hazard, and one of another’s id is refused', async () => {
    const id = crypto.randomUUID()
    const body = { id, evidence: [await loop.photo()] }
    const [first, again] = [await loop.report('ent01', body), await loop.report('ent01', body)]
    expect([first.status, again.status]).toEqual([201, 200])
    expect(first.headers.get('location')).toBe(`/api/enterprises/${enterpriseId(1)}/hazards/${id}`)
    expect(await first.json()).toEqual(await again.json())
    expect(await problemOf(await loop.report('fixer', body), 409)).toBe('hazard-id-taken')
  })

  it('at one moment gives one hazard of one id, and a number to each', async () => {
    const id = crypto.randomUUID()
    const body = { id, evidence: [await loop.photo()] }
    const answers = await Promise.all([
      loop.report('ent01', body),
      loop.report('ent01', body),
      loop.report('fixer'),
      loop.report('boss'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201, 201, 201])
    const made = await Promise.all(answers.map(async (answer) => Hazard.parse(await answer.json())))
    expect(new Set(made.map(({ no }) => no)).size).toBe(3)
    expect(new Set(made.map(({ code }) => code)).size).toBe(3)
  })

  it('comes from the sender’s own enterprise, grid or office', async () => {
    const own = await (
      await loop.as('ent01')
    ).post('/api/hazards', {
      description: '漏油',
      location: pointAt(1, 1),
      evidence: [await loop.photo()],
    })
    expect((await bodyOf(own, Hazard, 201)).enterpriseId).toBe(enterpriseId(1))
    expect(
      await problemOf(await loop.report('ent01', { enterpriseId: enterpriseId(3) }), 404),
    ).toBe('enterprise-not-found')
    expect(
      await problemOf(await loop.report('grid01', { enterpriseId: enterpriseId(1) }), 404),
    ).toBe('enterprise-not-found')
    expect(
      await problemOf(await loop.report('bureau', { enterpriseId: enterpriseId(5) }), 403),
    ).toBe('other-office')
    expect(await problemOf(await loop.report('leader'), 403)).toBe('role-refused')
    expect(
      await bodyOf(await loop.report('bureau', { enterpriseId: enterpriseId(3) }), Hazard, 201),
    ).toMatchObject({ origin: 'department-check' })
    const withoutEnterprise = await (
      await loop.as('grid01')
    ).post('/api/hazards', { description: '漏油', location: pointAt(1, 1) })
    expect(Refusal.parse(await withoutEnterprise.json())).toMatchObject({
      status: 400,
      errors: [{ field: 'enterpriseId' }],
    })
  })

  it('keeps what was sent in another datum and stores WGS 84', async () => {
    const hazard = await loop.reported('ent01', {
      datum: 'gcj02',
      location: { type: 'Point', coordinates: [117.7359, 34.5594] },
    })
    const [lon = 0, lat = 0] = hazard.location.coordinates
    expect(lon).toBeLessThan(117.7359)
    expect(Math.abs(lon - 117.73)).toBeLessThan(0.002)
    expect(Math.abs(lat - 34.56)).toBeLessThan(0.002)
    expect(hazard.events[0]?.detail).toMatchObject({ datum: 'gcj02', sent: [117.7359, 34.5594] })
  })

  it.each([
    ['Beijing', [116.4, 39.9]],
    ['the sea', [123, 34.5]],
    ['the other side of the outline', [117.73, 34.3]],
  ] as const)('in %s is asked about, and taken with a reason', async (_where, coordinates) => {
    const body = { location: { type: 'Point', coordinates }, evidence: [await loop.photo()] }
    const refusal = Refusal.parse(await (await loop.report('ent01', body)).json())
    expect([refusal.status, refusal.type, refusal.errors?.[0]?.field]).toEqual([
      422,
      'urn:onemap:problem:hazard-place',
      'location',
    ])
    const hazard = await loop.reported('ent01', { ...body, placeReason: '送货车在外地' })
    expect(hazard.events[0]?.detail).toMatchObject({ placeReason: '送货车在外地' })
  })

  it('at the enterprise is taken wherever the outline is drawn', async () => {
    await loop.database.asOwner((tx) =>
      tx.execute(sql`UPDATE areas SET geom = ST_Translate(geom, 2, 0) WHERE level = 'county'`),
    )
    expect((await loop.report('ent01', { location: pointAt(900, 0) })).status).toBe(201)
    await loop.database.asOwner((tx) =>
      tx.execute(sql`UPDATE areas SET geom = ST_Translate(geom, -2, 0) WHERE level = 'county'`),
    )
  })

  it('says when it was found, by the server’s clock', async () => {
    const before = (hours: number): string =>
      new Date(NOW.getTime() - hours * 3_600_000).toISOString()
    const detailOf = async (times: { foundAt: string; sentAt?: string }) =>
      (await loop.reported('ent01', times)).events[0]?.detail
    expect(await detailOf({ foundAt: before(5), sentAt: before(0) })).toMatchObject({
      foundAt: before(5),
    })
    const years = 5 * 365 * 24
    expect(await detailOf({ foundAt: before(years + 5), sentAt: before(years) })).toMatchObject({
      foundAt: before(5),
      clock: 'off',
      toldFoundAt: before(years + 5),
    })
    expect(await detailOf({ foundAt: '1970-01-01T08:00:00+08:00' })).toMatchObject({
      foundAt: before(0),
      clock: 'unknown',
      toldFoundAt: '1970-01-01T08:00:00+08:00',
    })
  })

  it.each<[Record<string, unknown>, number, string[]]>([
    [{ location: { type: 'Point', coordinates: [0, 0] } }, 400, ['location.coordinates']],
    [{ description: '' }, 400, ['description']],
    [{ location: { type: 'Point', coordinates: [200, 34] } }, 400, ['location.coordinates.0']],
    [{ location: undefined }, 400, ['location']],
    [{ origin: 'hearsay' }, 400, ['origin']],
    [{ origin: 'grid-patrol' }, 422, ['origin']],
    [{ evidence: [] }, 422, ['evidence']],
    [{ evidence: [evidenceId(3)] }, 422, ['evidence']],
    [{ riskPointId: idOf('b', 9) }, 422, ['riskPointId']],
    [{ id: 'x' }, 400, ['id']],
    [{ datum: 'mars' }, 400, ['datum']],
    [{ status: 'closed', grade: 'major' }, 400, ['status', 'grade']],
  ])('with %j is refused: %d %j', async (body, status, fields) => {
    const response = await loop.report('ent01', body)
    const refusal = Refusal.parse(await response.json())
    expect([response.status, refusal.errors?.map(({ field }) => field)]).toEqual([status, fields])
  })
})
