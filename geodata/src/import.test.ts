import { sql } from '@onemap/api/db/sql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Database } from '@onemap/api/db/database'
import { openEmbedded } from '@onemap/api/db/embedded'
import { queryRow, queryRows } from '@onemap/api/db/rows'
import type { Ring, Surface } from './geojson.ts'
import { gridId, identifier } from './identifier.ts'
import { importLayer, type ImportOptions } from './import.ts'
import { positionFromWgs84 } from './import/datum.ts'
import { LayerRefused, type Report } from './import/report.ts'
import { LAYER_NAMES } from './layers.ts'
import { loadGeography } from './load.ts'
import { readLayer } from './read.ts'

let database: Database

beforeAll(async () => {
  database = await openEmbedded({})
  await database.asOwner(loadGeography)
}, 120_000)

afterAll(() => database.close())

interface Piece {
  properties: { code: string; name: string }
  geometry: Surface
}

const pieces = (layer: 'district' | 'neighbours' | 'towns' | 'villages' | 'grids'): Piece[] =>
  readLayer(layer).features.map(({ properties: { code, name }, geometry }) => ({
    properties: { code, name },
    geometry,
  }))

const mapped = (piece: Piece, move: (ring: Ring) => Ring): Piece => ({
  ...piece,
  geometry: {
    ...piece.geometry,
    coordinates: piece.geometry.coordinates.map((rings) => rings.map(move)),
  },
})

const shifted = (piece: Piece, degrees: number) =>
  mapped(piece, (ring) => ring.map(([lon, lat]) => [lon + degrees, lat]))

function options(
  layer: ImportOptions['layer'],
  features: readonly Piece[],
  further: Partial<ImportOptions> = {},
): ImportOptions {
  return {
    layer,
    text: JSON.stringify({
      type: 'FeatureCollection',
      features: features.map((one) => ({ type: 'Feature', ...one })),
    }),
    datum: 'cgcs2000',
    source: '区自然资源局',
    licence: '政务共享',
    obtainedOn: '2026-03-01',
    dryRun: false,
    tolerance: 1,
    allowCodeChanges: false,
    ...further,
  }
}

async function refusal(given: ImportOptions): Promise<Report> {
  const error: unknown = await importLayer(database, given).then(
    () => 'accepted',
    (reason: unknown) => reason,
  )
  if (error instanceof LayerRefused) return error.report
  throw error
}

const count = z.object({ n: z.coerce.number() })
const countOf = async (query: ReturnType<typeof sql>) =>
  (await database.asOwner((tx) => queryRow(tx, count, query)))?.n

describe('the built layers in the database', () => {
  test('are all there, valid, and each village within its town', async () => {
    expect(await countOf(sql`SELECT count(*) AS n FROM areas WHERE ST_IsValid(geom)`)).toBe(
      1 + 6 + 217,
    )
    expect(await countOf(sql`SELECT count(*) AS n FROM grids WHERE ST_IsValid(geom)`)).toBe(30)
    expect(await countOf(sql`SELECT count(*) AS n FROM base_features WHERE ST_IsValid(geom)`)).toBe(
      8,
    )
    expect(await countOf(sql`SELECT count(*) AS n FROM geo_sources`)).toBe(LAYER_NAMES.length)
    expect(
      await countOf(sql`
      SELECT count(*) AS n FROM areas v JOIN areas t ON t.code = v.parent_code
      WHERE v.level = 'village' AND ST_Area(ST_Difference(v.geom, t.geom)::geography) > 0.01`),
    ).toBe(0)
  })

  test('overlap nowhere by as much as a square metre', async () => {
    for (const rows of [
      sql`SELECT code, geom FROM areas WHERE level = 'village'`,
      sql`SELECT code, geom FROM grids`,
    ]) {
      expect(
        await countOf(sql`
        WITH cells AS (${rows})
        SELECT count(*) AS n FROM cells a JOIN cells b ON a.code < b.code AND ST_Intersects(a.geom, b.geom)
        WHERE ST_Area(ST_Intersection(a.geom, b.geom)::geography) > 1`),
      ).toBe(0)
    }
  })

  test('may be loaded again', async () => {
    expect(await database.asOwner(loadGeography)).toEqual(LAYER_NAMES)
    expect(await countOf(sql`SELECT count(*) AS n FROM base_features`)).toBe(8)
  })
})

describe('a file is refused', () => {
  test('when its datum is stated wrongly', async () => {
    const gcj02 = pieces('towns').map((town) =>
      mapped(town, (ring) => ring.map((at) => positionFromWgs84(at, 'gcj02'))),
    )
    expect((await refusal(options('towns', gcj02))).problems.join()).toContain(
      '请改用 --datum gcj02',
    )
    await importLayer(
      database,
      options('towns', gcj02, { datum: 'gcj02', tolerance: 10, dryRun: true }),
    )
  })

  test('when codes are unknown or missing', async () => {
    const [first, ...rest] = pieces('villages')
    if (first === undefined) throw new Error('there are villages')
    const renamed = { ...first, properties: { code: '370405001999', name: '新村' } }
    const { problems } = await refusal(options('villages', [renamed, ...rest]))
    expect(problems[0]).toContain('第 1 个要素 properties.code：未知代码 370405001999（新村）')
    expect(problems[1]).toContain('缺少 370405001001 兴中社区居委会')
  })

  test('when it lies elsewhere', async () => {
    const { problems } = await refusal(
      options(
        'grids',
        pieces('grids').map((grid) => shifted(grid, 1)),
      ),
    )
    expect(problems).toHaveLength(30)
    expect(problems[0]).toContain('远离本区')
  })

  test('when a ring crosses itself', async () => {
    const [first, ...rest] = pieces('grids')
    if (first === undefined) throw new Error('there are grids')
    const bow = mapped(first, () => [
      [117.6, 34.5],
      [117.61, 34.51],
      [117.61, 34.5],
      [117.6, 34.51],
      [117.6, 34.5],
    ])
    expect((await refusal(options('grids', [bow, ...rest]))).problems[0]).toContain(
      '图形无效（Self-intersection',
    )
  })

  test('when polygons overlap, each pair with its area', async () => {
    const [first, ...rest] = pieces('grids')
    if (first === undefined) throw new Error('there are grids')
    const { problems } = await refusal(options('grids', [shifted(first, 0.001), ...rest]))
    expect(problems[0]).toMatch(/^运河街道第一网格 与 .+网格 重叠 [\d,]+ 平方米$/)
  })

  test('when polygons leave a gap between them', async () => {
    const villages = pieces('villages').filter(
      ({ properties }) => properties.name !== '张山子前村委会',
    )
    const { problems } = await refusal(options('villages', villages, { allowCodeChanges: true }))
    expect(problems[0]).toMatch(/张山子西村委会.* 之间有空隙 [\d,]+ 平方米/)
  })

  test('and nothing of it is written', async () => {
    expect(
      await countOf(
        sql`SELECT count(*) AS n FROM geo_sources WHERE NOT schematic AND layer NOT IN ('district', 'neighbours')`,
      ),
    ).toBe(0)
  })
})

describe('official grids', () => {
  const inside = identifier('test:inside')
  const abroad = identifier('test:abroad')
  const [old, ...others] = pieces('grids')

  beforeAll(async () => {
    await database.asOwner(async (tx) => {
      const office = identifier('test:office')
      await tx.execute(
        sql`INSERT INTO offices (id, code, name, phone) VALUES (${office}, 'K1', '基础科', '')`,
      )
      for (const [id, creditCode, place] of [
        [
          inside,
          '91370405MA00000001',
          sql`(SELECT ST_PointOnSurface(geom) FROM grids WHERE code = '370405001-G01')`,
        ],
        [abroad, '91370405MA00000002', sql`ST_SetSRID(ST_MakePoint(117.9, 34.9), 4326)`],
      ] as const) {
        await tx.execute(sql`
          INSERT INTO enterprises (id, credit_code, name, initials, kind, industry_code, industry, address, area_code, town_code, grid_id, office_id, geom, source_datum)
          VALUES (${id}, ${creditCode}, ${`企业${creditCode.at(-1)}`}, 'qy', 'general', '0000', '', '', '370405001', '370405001', ${gridId('370405001-G01')}, ${office}, ${place}, 'wgs84')`)
      }
    })
  })

  test('replace the schematic ones; who they cover moves, who they do not stays and is named', async () => {
    if (old === undefined) throw new Error('there are grids')
    const official = [
      { ...old, properties: { code: '370405001001001', name: '兴中一网格' } },
      ...others,
    ]
    const rehearsal = await importLayer(database, options('grids', official, { dryRun: true }))
    expect(await countOf(sql`SELECT count(*) AS n FROM grids WHERE code = '370405001001001'`)).toBe(
      0,
    )

    const report = await importLayer(database, options('grids', official))
    expect(report).toEqual(rehearsal)
    expect(report.done).toContain('按新界线重新归属企业 1 家，其中更换网格 1 家')
    expect(report.warnings.join()).toContain(
      '企业 企业2（91370405MA00000002，117.900000, 34.900000）不在新图层任何区域内，保留原归属',
    )
    expect(report.warnings).toContain(
      '原有网格 370405001-G01 运河街道第一网格 不在文件中，但仍有企业归属，暂予保留',
    )
    const rows = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ id: z.string(), grid: z.string() }),
        sql`
      SELECT e.id, g.code AS grid FROM enterprises e JOIN grids g ON g.id = e.grid_id ORDER BY e.credit_code`,
      ),
    )
    expect(rows).toEqual([
      { id: inside, grid: '370405001001001' },
      { id: abroad, grid: '370405001-G01' },
    ])
  })

  test('are left alone when the built layers are loaded again', async () => {
    expect(await database.asOwner(loadGeography)).not.toContain('grids')
    expect(await countOf(sql`SELECT count(*) AS n FROM grids WHERE NOT schematic`)).toBe(30)
  })

  test('take away what they no longer have, and no sum of layer versions falls', async () => {
    await database.asOwner((tx) => tx.execute(sql`DELETE FROM enterprises WHERE id = ${abroad}`))
    const sum = sql`SELECT coalesce(sum(version), 0) AS n FROM layer_versions WHERE layer = 'enterprises'`
    const before = await countOf(sum)
    const report = await importLayer(database, options('grids', pieces('grids')))
    expect(report.done.join()).toContain('撤销原有网格 1 个（370405001001001 兴中一网格）')
    expect(await countOf(sql`SELECT count(*) AS n FROM grids`)).toBe(30)
    expect(await countOf(sum)).toBeGreaterThan(before ?? 0)
  })
})

describe('official villages', () => {
  const id = identifier('test:inside')
  const home = z.object({ area: z.string(), town: z.string(), grid: z.string() })
  const homeOf = () =>
    database.asOwner((tx) =>
      queryRow(
        tx,
        home,
        sql`
    SELECT e.area_code AS area, e.town_code AS town, g.code AS grid FROM enterprises e JOIN grids g ON g.id = e.grid_id WHERE e.id = ${id}`,
      ),
    )

  test('say in which village an enterprise lies', async () => {
    const before = await homeOf()
    const report = await importLayer(database, options('villages', pieces('villages')))
    expect(report.done).toContain('按新界线重新归属企业 1 家，其中更换网格 0 家')
    expect(await homeOf()).toEqual({ ...before, area: expect.stringMatching(/^370405001\d{3}$/) })
  })

  test('of another town take the enterprise, its grid and its town along', async () => {
    await database.asOwner((tx) =>
      tx.execute(sql`
      UPDATE enterprises SET geom = (SELECT ST_PointOnSurface(geom) FROM areas WHERE name = '泥沟村委会') WHERE id = ${id}`),
    )
    await importLayer(database, options('villages', pieces('villages')))
    expect(await homeOf()).toEqual({
      area: '370405102201',
      town: '370405102',
      grid: expect.stringMatching(/^370405102-G\d\d$/),
    })
  })

  test('may be new and missing where that is allowed', async () => {
    const villages = pieces('villages').map((village) =>
      village.properties.code === '370405001001'
        ? { ...village, properties: { code: '370405001901', name: '新兴社区' } }
        : village,
    )
    const report = await importLayer(
      database,
      options('villages', villages, { allowCodeChanges: true }),
    )
    expect(report.done.join()).toContain('撤销原有村（社区）1 个（370405001001 兴中社区居委会）')
    expect(await countOf(sql`SELECT count(*) AS n FROM areas WHERE level = 'village'`)).toBe(217)
  })
})

test('an official district, its neighbours and its canal replace the built ones', async () => {
  const properties = { code: '370405', name: '京杭运河' }
  const canal = readLayer('canal').features.map(({ geometry }) => ({
    type: 'Feature',
    properties,
    geometry,
  }))
  const text = JSON.stringify({ type: 'FeatureCollection', features: canal })
  await importLayer(database, options('canal', [], { text }))
  await importLayer(database, options('district', pieces('district')))
  const counties = pieces('neighbours').slice(0, 2)
  await importLayer(database, options('neighbours', counties, { tolerance: 10 }))
  expect(await countOf(sql`SELECT count(*) AS n FROM base_features WHERE NOT schematic`)).toBe(3)
  expect(
    await countOf(sql`SELECT count(*) AS n FROM geo_sources WHERE source = '区自然资源局'`),
  ).toBe(5)
})
