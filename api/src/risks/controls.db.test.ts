import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { queryRows } from '../db/rows.ts'
import { idOf } from '../db/test-fixture-places.ts'
import { FIRST, pointsOf, riskWork, SECOND } from './test-work.ts'

let work: Awaited<ReturnType<typeof riskWork>>
beforeAll(async () => {
  work = await riskWork()
})
afterAll(() => work.app.database.close())

const POINT = `${pointsOf(1)}/${idOf('b', 2)}`
const SOURCE = `${POINT}/sources/${idOf('c', 2)}`
let version = 1
/** Sends a change to the version that stands and remembers the next. */
async function next(method: string, path: string, body?: Record<string, unknown>) {
  const point =
    body === undefined
      ? await work.point(method, `${path}?version=${version}`, undefined)
      : await work.point(method, path, method === 'PATCH' ? { version, ...body } : body)
  expect(point.version).toBe(version + 1)
  version = point.version
  return point
}

/** Whoever answers for the point at the level of the team, of whom the fixture knows no number. */
async function teamResponsibility(): Promise<string> {
  const [team] = await work.app.database.asOwner((tx) =>
    queryRows(
      tx,
      z.object({ id: z.uuid() }),
      sql`SELECT id FROM responsibilities WHERE person = '钱七' AND control_level = 'team'`,
    ),
  )
  return team?.id ?? ''
}

describe('measures and responsible people', () => {
  it('make a point complete', async () => {
    const TEAM = await teamResponsibility()
    expect(
      (await next('PATCH', `${POINT}/responsibilities/${TEAM}`, { mobile: null })).missing,
    ).toContainEqual({ item: 'mobile', controlLevel: 'team', person: '钱七' })
    await next('PATCH', `${POINT}/responsibilities/${TEAM}`, { mobile: '13700001234' })
    expect(
      (
        await next('PATCH', `${SOURCE}/measures/${idOf('3', 3)}`, {
          status: 'effective',
          verifiedOn: '2026-11-20',
        })
      ).missing,
    ).toEqual([])
    expect(
      (await next('PATCH', `${SOURCE}/measures/${idOf('3', 3)}`, { status: 'failed' })).missing,
    ).toEqual([{ item: 'measure', controlLevel: 'team' }])
    const added = await next('POST', `${SOURCE}/measures`, {
      category: 'monitoring',
      controlLevel: 'team',
      content: '在线监测\n每班核对',
    })
    expect(added.missing).toEqual([])
    const mine = added.sources[0]?.measures.find(({ category }) => category === 'monitoring')
    expect(mine).toMatchObject({ status: 'effective', verifiedOn: null })
    expect((await next('DELETE', `${SOURCE}/measures/${mine?.id}`)).missing).toHaveLength(1)
  })

  it('keep a mobile sealed, masked, and as it was where it is not sent', async () => {
    const POST = `${POINT}/responsibilities/${idOf('4', 1)}`
    expect((await next('PATCH', POST, { person: '王小五' })).responsibilities.at(-1)).toMatchObject(
      { person: '王小五', mobile: '138****1234' },
    )
    expect(
      (await next('PATCH', POST, { mobile: '13912340000' })).responsibilities.at(-1),
    ).toMatchObject({ person: '王小五', mobile: '139****0000' })
    const [stored] = await work.app.database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ row: z.string() }),
        sql`SELECT r::text AS row FROM responsibilities r WHERE id = ${idOf('4', 1)}`,
      ),
    )
    expect(stored?.row).not.toContain('13912340000')
    const trail = await work.app.database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ entry: z.string() }),
        sql`SELECT changes::text AS entry FROM audit_log WHERE object_table = 'responsibilities'`,
      ),
    )
    expect(trail.map(({ entry }) => entry).join()).not.toContain('13912340000')
    expect((await next('PATCH', POST, { mobile: null })).responsibilities.at(-1)).toMatchObject({
      mobile: null,
    })
    expect(
      (
        await next('POST', `${POINT}/responsibilities`, {
          controlLevel: 'company',
          department: '公司领导',
          person: '总经理',
        })
      ).responsibilities[0],
    ).toMatchObject({ person: '总经理' })
  })

  it('do not go from the hand of whoever saw an earlier version', async () => {
    expect(
      await work.refused('PATCH', `${SOURCE}/measures/${idOf('3', 1)}`, {
        version: version - 1,
        content: '改',
      }),
    ).toMatchObject({ status: 409, problem: { current: { version } } })
    expect(
      await work.refused(
        'DELETE',
        `${POINT}/responsibilities/${idOf('4', 1)}?version=${version - 1}`,
        undefined,
      ),
    ).toMatchObject({ status: 409 })
    expect(
      await work.refused('DELETE', `${SOURCE}?version=${version - 1}`, undefined),
    ).toMatchObject({ status: 409 })
  })

  it.each<[string, string, Record<string, unknown>, number, string[]]>([
    [
      'a status nobody knows',
      `${SOURCE}/measures/${idOf('3', 1)}`,
      { status: 'broken' },
      400,
      ['status'],
    ],
    [
      'a verification of tomorrow',
      `${SOURCE}/measures/${idOf('3', 1)}`,
      { verifiedOn: '2026-11-25' },
      422,
      ['verifiedOn'],
    ],
    [
      'a mobile that is none',
      `${POINT}/responsibilities/${idOf('4', 1)}`,
      { mobile: '12' },
      400,
      ['mobile'],
    ],
    ['an accident type of another list', SOURCE, { accidentType: 21 }, 400, ['accidentType']],
    ['a description of nothing', SOURCE, { description: ' \n' }, 400, ['description']],
  ])('refuse %s by field', async (_what, path, body, status, fields) => {
    expect(await work.refused('PATCH', path, { version, ...body })).toMatchObject({
      status,
      fields,
    })
  })

  it('belong to their own source, point and enterprise', async () => {
    const stranger = `${pointsOf(1)}/${idOf('b', 1)}`
    expect(
      await work.refused('PATCH', `${stranger}/sources/${idOf('c', 2)}`, {
        version: 1,
        description: 'x',
      }),
    ).toMatchObject({ status: 404, type: 'hazard-source-not-found' })
    expect(
      await work.refused('PATCH', `${stranger}/sources/${idOf('c', 1)}/measures/${idOf('3', 1)}`, {
        version: 1,
        content: 'x',
      }),
    ).toMatchObject({ status: 404, type: 'measure-not-found' })
    expect(
      await work.refused('PATCH', `${stranger}/responsibilities/${idOf('4', 1)}`, {
        version: 1,
        person: 'x',
      }),
    ).toMatchObject({ status: 404, type: 'responsibility-not-found' })
    expect(
      await work.refused('POST', `${pointsOf(1)}/${idOf('b', 5)}/sources`, {
        description: 'x',
        factor: 'object',
        accidentType: 1,
      }),
    ).toMatchObject({ status: 404, type: 'risk-point-not-found' })
    for (const scope of [SECOND]) {
      expect(
        await work.refused(
          'POST',
          `${SOURCE}/measures`,
          { category: 'training', controlLevel: 'post', content: 'x' },
          scope,
        ),
      ).toMatchObject({ status: 404 })
      expect(
        await work.refused(
          'POST',
          `${pointsOf(2)}/${idOf('b', 2)}/responsibilities`,
          { controlLevel: 'post', department: 'x', person: 'x' },
          scope,
        ),
      ).toMatchObject({ status: 404 })
    }
    expect(
      await work.refused(
        'POST',
        `${SOURCE}/assessments`,
        { stage: 'inherent', method: 'LS', l: 1, s: 1 },
        SECOND,
      ),
    ).toMatchObject({ status: 404 })
    expect((await work.send('GET', POINT, undefined, FIRST)).status).toBe(200)
    expect((await work.send('GET', POINT, undefined, SECOND)).status).toBe(404)
  })

  it('go with their source', async () => {
    expect(
      await next('PATCH', SOURCE, {
        description: '新的描述',
        accidentType: 3,
        occupationalFactor: 'noise',
      }),
    ).toMatchObject({
      accidentType: 3,
      sources: [{ description: '新的描述', occupationalFactor: 'noise' }],
    })
    expect(await next('DELETE', SOURCE)).toMatchObject({
      level: null,
      accidentType: null,
      sources: [],
      missing: [{ item: 'assessment' }],
    })
    expect(work.app.failures).toEqual([])
  })
})

describe('two at once', () => {
  it('one changes it, the other sees what stands', async () => {
    const path = `${pointsOf(1)}/${idOf('b', 3)}`
    const both = await Promise.all(
      ['甲', '乙', '丙'].map((name) => work.send('PATCH', path, { version: 1, name })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const numbers = await Promise.all(
      ['甲', '乙', '丙'].map((name) =>
        work.point('POST', pointsOf(1), {
          name,
          type: 'area',
          domain: 'production',
          location: { type: 'Point', coordinates: [117.73, 34.56] },
        }),
      ),
    )
    expect(new Set(numbers.map(({ no }) => no)).size).toBe(3)
    const assessed = await Promise.all(
      [1, 2, 3].map((l) =>
        work.send('POST', `${pointsOf(1)}/${idOf('b', 3)}/sources/${idOf('c', 3)}/assessments`, {
          stage: 'inherent',
          method: 'LS',
          l,
          s: 5,
        }),
      ),
    )
    expect(assessed.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await work.point('PATCH', path, { version: 5, name: '丁' })).version).toBe(6)
  })
})
