import { sql } from '@onemap/api/db/sql'
import proj4 from 'proj4'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Database } from '@onemap/api/db/database'
import { queryRow, queryRows } from '@onemap/api/db/rows'
import { testDatabase } from '@onemap/api/db/test-database'
import type { Label } from '@onemap/api/domain/dictionary'
import { surface, type Ring, type Surface } from './geojson.ts'
import { gridId, identifier } from './identifier.ts'
import { importLayer, type ImportOptions } from './import.ts'
import { crsOf } from './reading/crs-table.ts'
import { positionFromWgs84 } from './reading/datum.ts'
import { LayerRefused, type Report } from './import/report.ts'
import { LAYER_NAMES } from './layers.ts'
import { loadGeography } from './load.ts'
import { readLayer } from './read.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  await database.asOwner(loadGeography)
})

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

const fileOf = (features: readonly object[], more: object = {}): Uint8Array =>
  Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      ...more,
      features: features.map((one) => ({ type: 'Feature', ...one })),
    }),
  )

const said = (findings: readonly Label[]): string[] => findings.map(({ zh }) => zh)

function options(
  layer: ImportOptions['layer'],
  features: readonly Piece[],
  further: Partial<ImportOptions> = {},
): ImportOptions {
  return {
    layer,
    bytes: fileOf(features),
    datum: 'cgcs2000',
    source: '区自然资源局',
    licence: '政务共享',
    obtainedOn: '2026-03-01',
    dryRun: false,
    tolerance: 1,
    datumIsRight: false,
    allowCodeChanges: false,
    dissolveMissing: false,
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
    expect(said((await refusal(options('towns', gcj02))).problems).join()).toMatch(
      /按 GCJ-02（高德、腾讯） 读取只偏 \d+ 米，疑为坐标系填错/,
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
    expect(problems[0]?.zh).toBe('第 1 个要素（新村）：代码 370405001999 不在名录中')
    expect(problems[1]?.zh).toContain('缺少 370405001001 兴中社区居委会')
  })

  test('when it lies elsewhere', async () => {
    const { problems } = await refusal(
      options(
        'grids',
        pieces('grids').map((grid) => shifted(grid, 1)),
      ),
    )
    expect(problems).toHaveLength(30)
    expect(problems[0]?.zh).toContain('远离本区')
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
    const { problems } = await refusal(options('grids', [bow, ...rest]))
    expect(problems[0]?.zh).toMatch(/图形无效，边界自相交 \(117\.6\d+, 34\.5\d+\)$/)
    expect(problems[0]?.en).toMatch(/is invalid: its boundary crosses itself/)
  })

  test('when polygons overlap, each pair with its area', async () => {
    const [first, ...rest] = pieces('grids')
    if (first === undefined) throw new Error('there are grids')
    const { problems } = await refusal(options('grids', [shifted(first, 0.001), ...rest]))
    expect(problems[0]?.zh).toMatch(/^运河街道第一网格 与 .+网格 重叠 [\d,]+ 平方米$/)
  })

  test('when polygons leave a gap between them', async () => {
    const villages = pieces('villages').filter(
      ({ properties }) => properties.name !== '张山子前村委会',
    )
    const { problems } = await refusal(options('villages', villages, { allowCodeChanges: true }))
    expect(problems[0]?.zh).toMatch(/张山子西村委会.* 之间有空隙 [\d,]+ 平方米/)
  })

  test('and nothing of it is written', async () => {
    expect(
      await countOf(
        sql`SELECT count(*) AS n FROM geo_sources WHERE NOT schematic AND layer NOT IN ('district', 'neighbours')`,
      ),
    ).toBe(0)
  })
})

describe('a part of a layer', () => {
  const TOWN = '370405103'
  const ofTown = () => pieces('grids').filter(({ properties: { code } }) => code.startsWith(TOWN))
  const inGcj02 = (grids: readonly Piece[]) =>
    grids.map((grid) => mapped(grid, (ring) => ring.map((at) => positionFromWgs84(at, 'gcj02'))))
  const dryRun = { dryRun: true, tolerance: 10 }

  test('has its datum doubted, whether the file has it alone or among right ones', async () => {
    const part = inGcj02(ofTown())
    const right = pieces('grids').filter(({ properties: { code } }) => !code.startsWith(TOWN))
    const { problems } = await refusal(options('grids', part))
    expect(said(problems)).toEqual([
      expect.stringMatching(
        /^涧头集镇的部分按 2000国家大地坐标系 读取有 [\d.]+% 在其界线之外，按 GCJ-02（高德、腾讯） 读取只有 [\d.]+%，疑为坐标系填错$/,
      ),
    ])
    expect(problems[0]?.en).toMatch(
      /of what belongs to 涧头集镇 lies beyond its border; read as GCJ-02/,
    )
    expect(
      said(
        (await refusal(options('grids', [...part, ...right], { tolerance: 1e9 }))).problems,
      ).join(),
    ).toContain('涧头集镇的部分按')
    await importLayer(database, options('grids', part, { ...dryRun, datum: 'gcj02' }))
  })

  test('is believed where its datum was looked at again', async () => {
    const report = await importLayer(
      database,
      options('grids', inGcj02(ofTown()), { ...dryRun, datumIsRight: true }),
    )
    expect(said(report.warnings).join()).toContain('涧头集镇的部分按')
  })

  test('leaves the others alone, unless all that is missing is to go', async () => {
    const report = await importLayer(database, options('grids', ofTown(), dryRun))
    expect(report.done).toHaveLength(2)
    expect(said(report.warnings)).toContainEqual(
      expect.stringMatching(
        /^原有网格 26 个既不在文件中，范围也没有被文件覆盖，予以保留（370405001-G01 /,
      ),
    )
    const dissolving = await importLayer(
      database,
      options('grids', ofTown(), { ...dryRun, dissolveMissing: true }),
    )
    expect(said(dissolving.done).join()).toContain('撤销原有网格 26 个')
  })

  test('of one town even: a grid it does not cover stays, one that others cover goes', async () => {
    const [first, second, ...rest] = ofTown()
    if (first === undefined || second === undefined) throw new Error('there are grids')
    const renamed = { ...first, properties: { code: `${TOWN}001`, name: '新一网格' } }
    const report = await importLayer(database, options('grids', [renamed, ...rest], dryRun))
    expect(said(report.done).join()).toContain('撤销原有网格 1 个（370405103-G01 ')
    expect(said(report.warnings).join()).toContain(second.properties.code)
  })

  test('of villages leaves the others alone too', async () => {
    const villages = pieces('villages').filter(({ properties: { code } }) => code.startsWith(TOWN))
    const report = await importLayer(
      database,
      options('villages', villages, { ...dryRun, allowCodeChanges: true }),
    )
    expect(said(report.done).join()).not.toContain('撤销')
  })

  test('does not make the whole layer an official one', async () => {
    await importLayer(database, options('grids', ofTown()))
    const source = sql`SELECT count(*) AS n FROM geo_sources WHERE layer = 'grids' AND schematic AND note LIKE '仅部分区域%'`
    expect(await countOf(source)).toBe(1)
    expect(await countOf(sql`SELECT count(*) AS n FROM grids WHERE NOT schematic`)).toBe(4)
    expect(await countOf(sql`SELECT count(*) AS n FROM grids WHERE schematic`)).toBe(26)
  })
})

test('rows of one code become one valid area, though they share a border', async () => {
  const [first, ...others] = pieces('towns')
  if (first === undefined) throw new Error('there are towns')
  const inHalves = sql`
    WITH town AS (SELECT geom, ST_X(ST_Centroid(geom)) AS middle FROM areas WHERE code = ${first.properties.code})
    SELECT ST_AsGeoJSON(ST_Multi(ST_Intersection(geom, ST_MakeEnvelope(side.west, 30, side.east, 40, 4326))))::jsonb AS geometry
    FROM town, LATERAL (VALUES (middle - 1, middle), (middle, middle + 1)) AS side (west, east)`
  const halves = await database.asOwner((tx) =>
    queryRows(tx, z.object({ geometry: surface }), inHalves),
  )
  const parts = halves.map(({ geometry }) => ({ ...first, geometry }))
  const report = await importLayer(
    database,
    options('towns', [...parts, ...others], { dryRun: true }),
  )
  expect(report.features).toBe(6)
  expect(said(report.warnings)[0]).toContain('按一个区域的 2 个部分合并')
})

test('a name that differs from the register is told', async () => {
  const [first, ...others] = pieces('towns')
  if (first === undefined) throw new Error('there are towns')
  const garbled = { ...first, properties: { ...first.properties, name: '杩愭渤琛楅亾' } }
  const report = await importLayer(
    database,
    options('towns', [garbled, ...others], { dryRun: true }),
  )
  expect(said(report.warnings)).toContain(
    '第 1 个要素：370405001 原名 运河街道，文件中为 杩愭渤琛楅亾，以文件为准',
  )
})

test('projected coordinates are read by what the file says of them', async () => {
  const zone39 = crsOf(4527)
  if (zone39?.kind !== 'projected') throw new Error('a projected system')
  const { forward } = proj4(zone39.definition)
  const towns = pieces('towns').map((town) =>
    mapped(town, (ring) =>
      ring.map((at) => {
        const [x = 0, y = 0] = forward([...at])
        return [x, y]
      }),
    ),
  )
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4527' } }
  const report = await importLayer(
    database,
    options('towns', [], { bytes: fileOf(towns, { crs }), dryRun: true }),
  )
  expect(said(report.warnings)).toEqual([
    '已由 CGCS2000 高斯投影 39 带（urn:ogc:def:crs:EPSG::4527）换算为经纬度',
  ])
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
    expect(said(report.done)).toContain('按新界线重新归属企业 1 家，其中更换网格 1 家')
    expect(said(report.warnings).join()).toContain(
      '企业 企业2（91370405MA00000002，117.900000, 34.900000）不在新图层任何区域内，保留原归属',
    )
    expect(said(report.warnings)).toContain(
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
    expect(said(report.done).join()).toContain('撤销原有网格 1 个（370405001001001 兴中一网格）')
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
    expect(said(report.done)).toContain('按新界线重新归属企业 1 家，其中更换网格 0 家')
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
    expect(said(report.done).join()).toContain(
      '撤销原有村（社区）1 个（370405001001 兴中社区居委会）',
    )
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
  await importLayer(database, options('canal', [], { bytes: fileOf(canal) }))
  await importLayer(database, options('district', pieces('district')))
  const counties = pieces('neighbours').slice(0, 2)
  await importLayer(database, options('neighbours', counties, { tolerance: 10 }))
  expect(await countOf(sql`SELECT count(*) AS n FROM base_features WHERE NOT schematic`)).toBe(3)
  expect(
    await countOf(sql`SELECT count(*) AS n FROM geo_sources WHERE source = '区自然资源局'`),
  ).toBe(5)
})
