import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { queryRows } from '../db/rows.ts'
import { enterpriseId, GRID, placeOf, pointAt } from '../db/test-fixture-places.ts'
import { userIdOf } from '../db/test-fixture-accounts.ts'
import { nearDistance } from '../domain/near-distance.ts'
import { bodyOf, problemOf } from '../test-visitor.ts'
import { PatrolVisit, PatrolVisitItem } from './schema.ts'
import { patrolling, soundVisit } from '../test-patrol.ts'

const NOW = '2026-11-24T00:20:00+08:00'
const Visits = z.object({
  items: z.array(PatrolVisitItem.strict()),
  nextCursor: z.string().nullable(),
})
const Guarded = z.looseObject({ type: z.string(), guards: z.array(z.string()) })

let patrol: Awaited<ReturnType<typeof patrolling>>
beforeAll(async () => {
  patrol = await patrolling()
})
afterAll(async () => {
  expect(patrol.failures).toEqual([])
  await patrol.database.close()
})

const visitsOf = async (enterprise: number) =>
  (
    await bodyOf(
      await patrol.get('leader', `/api/patrol-visits?enterpriseId=${enterpriseId(enterprise)}`),
      Visits,
    )
  ).items

describe('a visit', () => {
  it('is recorded with place, time, answers, photographs, signature and hazards', async () => {
    const [photo, signatureEvidence, hazard] = [
      await patrol.photo(3),
      await patrol.photo(3),
      randomUUID(),
    ]
    const body = {
      ...soundVisit(3, NOW),
      result: 'problems',
      evidence: [photo],
      signature: undefined,
      signatureEvidence,
      note: '当场告知',
      answers: soundVisit(3, NOW).answers.map((answer, index) =>
        index === 0 ? { ...answer, result: 'fail' } : answer,
      ),
      hazards: [{ id: hazard, part: 'found', item: soundVisit(3, NOW).answers[0]?.item }],
    }
    const response = await patrol.report('grid01', 3, body)
    expect(response.headers.get('location')).toBe(
      `/api/enterprises/${enterpriseId(3)}/patrol-visits/${body.id}`,
    )
    const visit = await bodyOf(response, PatrolVisit.strict(), 201)
    expect(visit).toMatchObject({
      id: body.id,
      enterpriseId: enterpriseId(3),
      gridId: GRID.north,
      userId: userIdOf('grid01'),
      userName: '网格甲',
      checkIn: 'gps',
      result: 'problems',
      flags: ['too-late'],
      finishedAt: '2026-11-24T00:20:00+08:00',
      receivedAt: '2026-11-24T00:30:00+08:00',
      failedCount: 1,
      hazardCount: 0,
      photoCount: 1,
      accuracy: 12,
      signedBy: '王五',
      evidence: [{ id: photo }],
      signatureEvidence: { id: signatureEvidence },
      hazards: [{ id: hazard, part: 'found', hazard: null }],
    })
    // The hazard itself may arrive later, under the id the visit named.
    expect(
      (
        await patrol.send('grid01', 'POST', '/api/hazards', {
          id: hazard,
          enterpriseId: enterpriseId(3),
          description: '安全出口堆放杂物',
          locationText: '东门',
          location: pointAt(5, 455),
          evidence: [photo],
        })
      ).status,
    ).toBe(201)
    const told = await bodyOf(
      await patrol.get('ent02', `/api/enterprises/${enterpriseId(3)}/patrol-visits/${body.id}`),
      PatrolVisit,
    )
    expect(told).toMatchObject({
      hazardCount: 1,
      hazards: [{ id: hazard, hazard: { description: '安全出口堆放杂物', status: 'reported' } }],
    })
  })

  it('sent twice is one, sent differently is refused, sent by two at once is one', async () => {
    const body = soundVisit(4, NOW)
    const [first, second] = await Promise.all([
      patrol.report('grid01', 4, body),
      patrol.report('grid01', 4, body),
    ])
    expect([first?.status, second?.status].sort()).toEqual([200, 201])
    const again = await bodyOf(
      await patrol.report('grid01', 4, { ...body, note: '', hazards: [] }),
      PatrolVisit,
      200,
    )
    expect(again.id).toBe(body.id)
    expect(await problemOf(await patrol.report('grid01', 4, { ...body, note: '改' }), 409)).toBe(
      'patrol-id-taken',
    )
    expect(
      await problemOf(
        await patrol.report('grid01', 3, { ...soundVisit(3, NOW), id: body.id }),
        409,
      ),
    ).toBe('patrol-id-taken')
    // Somebody else's, whom this sender does not even see.
    expect(
      await problemOf(
        await patrol.report('grid02', 5, { ...soundVisit(5, NOW), id: body.id }),
        409,
      ),
    ).toBe('patrol-id-taken')
    expect(await visitsOf(4)).toHaveLength(1)
  })

  it('is checked in by the object’s own code, with a position or without', async () => {
    const code = `https://onemap.example/patrol#${patrol.codes.codeOf(enterpriseId(3))}`
    const byCode = {
      ...soundVisit(3, NOW),
      checkIn: 'qr',
      code,
      location: undefined,
      accuracy: undefined,
    }
    expect(await bodyOf(await patrol.report('grid01', 3, byCode), PatrolVisit, 201)).toMatchObject({
      distance: null,
      location: null,
      flags: [],
    })
    const elsewhere = { ...soundVisit(3, NOW, 900), checkIn: 'qr', code }
    expect(
      await bodyOf(await patrol.report('grid01', 3, elsewhere), PatrolVisit, 201),
    ).toMatchObject({ flags: ['too-far'] })
    for (const wrong of [
      undefined,
      '',
      patrol.codes.codeOf(enterpriseId(4)),
      code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A'),
    ]) {
      const { guards } = Guarded.parse(
        await (
          await patrol.report('grid01', 3, { ...byCode, id: randomUUID(), code: wrong })
        ).json(),
      )
      expect(guards, String(wrong)).toEqual(['code-wrong'])
    }
  })

  it('is flagged, not refused, when it was too fast, too far away or too late', async () => {
    const quick = {
      ...soundVisit(3, '2026-11-24T00:19:00+08:00'),
      startedAt: '2026-11-23T16:18:00Z',
    }
    expect(await bodyOf(await patrol.report('grid01', 3, quick), PatrolVisit, 201)).toMatchObject({
      flags: ['too-fast'],
    })
    const far = await bodyOf(
      await patrol.report('grid02', 6, soundVisit(6, NOW, 260)),
      PatrolVisit,
      201,
    )
    expect(far.flags).toEqual(['too-far', 'too-late'])
    expect(far.distance).toBeGreaterThan(255)
    // From afar nothing was settled: the next one is late still, the one after is not.
    expect(
      await bodyOf(await patrol.report('grid02', 6, soundVisit(6, NOW)), PatrolVisit, 201),
    ).toMatchObject({ flags: ['too-late'] })
    expect(
      await bodyOf(await patrol.report('grid02', 6, soundVisit(6, NOW)), PatrolVisit, 201),
    ).toMatchObject({ flags: [] })
  })

  it('measures along the ellipsoid, from the nearest of the object’s places, whatever datum was sent', async () => {
    const points = await patrol.database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ lon: z.number(), lat: z.number() }),
        sql`
      SELECT ST_X(geom) AS lon, ST_Y(geom) AS lat FROM risk_points WHERE enterprise_id = ${enterpriseId(5)}
      UNION ALL SELECT ST_X(geom), ST_Y(geom) FROM enterprises WHERE id = ${enterpriseId(5)}`,
      ),
    )
    expect(points.length).toBeGreaterThan(1)
    for (const [east, north] of [
      [40, -90],
      [-199, 3],
      [130, 151],
      [0, 0],
    ] as const) {
      const { at } = placeOf(5)
      const location = pointAt(at[0] + east, at[1] + north)
      const visit = await bodyOf(
        await patrol.report('grid02', 5, { ...soundVisit(5, NOW), location }),
        PatrolVisit,
        201,
      )
      const nearest = Math.min(
        ...points.map(({ lon, lat }) => nearDistance([lon, lat], location.coordinates)),
      )
      expect(visit.distance).toBeCloseTo(nearest, 0)
    }
    const gcj = await bodyOf(
      await patrol.report('grid02', 7, { ...soundVisit(7, NOW, 0), datum: 'gcj02' }),
      PatrolVisit,
      201,
    )
    expect(gcj.distance).toBeGreaterThan(300)
  })

  it.each<[string, string, Record<string, unknown>]>([
    ['patrol-guard', 'in-the-future', { finishedAt: '2026-11-24T01:00:00+08:00' }],
    ['patrol-guard', 'position-missing', { location: undefined }],
    ['patrol-guard', 'checklist-unknown', { templateVersion: 9 }],
    ['patrol-guard', 'checklist-incomplete', { answers: [] }],
    ['patrol-guard', 'result-differs', { result: 'problems' }],
    ['patrol-guard', 'signature-missing', { signature: undefined }],
  ])('is refused by %s %s', async (type, guard, changed) => {
    const response = await patrol.report('grid01', 3, { ...soundVisit(3, NOW), ...changed })
    expect(response.status).toBe(422)
    const problem = Guarded.parse(await response.json())
    expect([problem.type, problem.guards]).toEqual([`urn:onemap:problem:${type}`, [guard]])
  })

  it('is refused where a file is missing, the signature is no drawing, or the object is not the sender’s', async () => {
    expect(
      await problemOf(
        await patrol.report('grid01', 3, { ...soundVisit(3, NOW), evidence: [randomUUID()] }),
        422,
      ),
    ).toBe('patrol-field')
    expect(
      await problemOf(
        await patrol.report('grid01', 3, {
          ...soundVisit(3, NOW),
          evidence: [await patrol.photo(4)],
        }),
        422,
      ),
    ).toBe('patrol-field')
    expect(
      await problemOf(
        await patrol.report('grid01', 3, { ...soundVisit(3, NOW), signature: 'M0 0"/><script>' }),
        400,
      ),
    ).toBe('bad-request')
    expect(await problemOf(await patrol.report('grid01', 1, soundVisit(1, NOW)), 404)).toBe(
      'enterprise-not-found',
    )
    for (const who of ['leader', 'bureau', 'ent02', 'admin', 'auditor'] as const)
      expect((await patrol.report(who, 3, soundVisit(3, NOW))).status, who).toBe(403)
  })
})

describe('the list of visits', () => {
  it('shows everybody theirs, page by page, and narrows by flag, result, person and day', async () => {
    const all = await bodyOf(await patrol.get('leader', '/api/patrol-visits?limit=200'), Visits)
    const pages: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: z.output<typeof Visits> = await bodyOf(
        await patrol.get(
          'leader',
          `/api/patrol-visits?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
        ),
        Visits,
      )
      pages.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(pages).toEqual(all.items.map(({ id }) => id))
    const count = async (who: 'leader' | 'grid01' | 'grid02' | 'ent02' | 'ent01', query: string) =>
      (await bodyOf(await patrol.get(who, `/api/patrol-visits?limit=200&${query}`), Visits)).items
        .length
    const of = (test: (item: z.output<typeof PatrolVisitItem>) => boolean) =>
      all.items.filter(test).length
    expect(await count('grid01', '')).toBe(of(({ gridId }) => gridId === GRID.north))
    expect(await count('ent02', '')).toBe(
      of(({ enterpriseId: owner }) => owner === enterpriseId(3)),
    )
    expect(await count('ent01', '')).toBe(
      of(({ enterpriseId: owner }) => owner === enterpriseId(1)),
    )
    expect(await count('leader', 'flag=too-far,too-fast')).toBe(
      of(({ flags }) => flags.includes('too-far') || flags.includes('too-fast')),
    )
    expect(await count('leader', 'result=problems')).toBe(of(({ result }) => result === 'problems'))
    expect(await count('leader', `userId=${userIdOf('grid02')}`)).toBe(
      of(({ userId }) => userId === userIdOf('grid02')),
    )
    expect(await count('leader', 'from=2026-11-24&to=2026-11-24')).toBe(
      of(({ finishedAt }) => finishedAt.startsWith('2026-11-24')),
    )
    expect(await problemOf(await patrol.get('leader', '/api/patrol-visits?flag=slow'), 400)).toBe(
      'bad-request',
    )
  })

  it('and the visits themselves are on record for good', async () => {
    const acts = await patrol.database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ action: z.string(), name: z.string() }),
        sql`
      SELECT DISTINCT action, actor_name AS name FROM audit_log WHERE object_table = 'patrol_visits' AND actor_role = 'grid' ORDER BY 2`,
      ),
    )
    expect(acts).toEqual(
      [
        { action: 'insert', name: '网格乙' },
        { action: 'insert', name: '网格甲' },
      ].sort((a, b) => (a.name < b.name ? -1 : 1)),
    )
  })
})
