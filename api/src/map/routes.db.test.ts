import { tableFromIPC, type Table } from 'apache-arrow'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { queryRows } from '../db/rows.ts'
import { ENTERPRISES, enterpriseId, GRID, idOf, NOW } from '../db/test-fixture-places.ts'
import { testApp } from '../test-app.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

async function snapshot(layer: string): Promise<Table> {
  const response = await app.get(`/api/map/${layer}.arrow`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/vnd.apache.arrow.stream')
  expect(response.headers.get('cache-control')).toBe('private, no-cache')
  return tableFromIPC(new Uint8Array(await response.arrayBuffer()))
}

async function etagOf(layer: string, scope?: Parameters<typeof app.get>[1]): Promise<string> {
  return (await app.get(`/api/map/${layer}.arrow`, scope)).headers.get('etag') ?? ''
}

/** Rows as plain objects, sorted, to be compared with what SQL says. */
function rowsOf(table: Table): unknown[] {
  const rows: unknown[] = table.toArray().map((row: { toJSON(): Record<string, unknown> }) => {
    const { geometry, id, ...rest } = row.toJSON()
    return {
      ...rest,
      geometry: Array.from(z.instanceof(Object).and(z.custom<Iterable<number>>()).parse(geometry)),
      ...(id instanceof Uint8Array
        ? { id: Buffer.from(id).toString('hex') }
        : id === undefined
          ? {}
          : { id }),
    }
  })
  return sorted(rows)
}

function sorted(rows: unknown[]): unknown[] {
  return rows
    .map((row) =>
      JSON.stringify(row, Object.keys(z.record(z.string(), z.unknown()).parse(row)).sort()),
    )
    .sort()
    .map((row): unknown => JSON.parse(row))
}

function selected(query: ReturnType<typeof sql>): Promise<unknown[]> {
  return app.database.scoped({ audience: 'wide' }, async (tx) =>
    sorted(await queryRows(tx, z.record(z.string(), z.unknown()), query)),
  )
}

const GEOMETRY = sql`json_build_array(ST_X(geom), ST_Y(geom)) AS geometry`

describe('GET /api/map/{layer}.arrow', () => {
  it('holds the enterprises that SQL sees', async () => {
    const table = await snapshot('enterprises')
    expect(rowsOf(table)).toEqual(
      await selected(sql`
      SELECT ${GEOMETRY}, id, name, initials, credit_code AS "creditCode", kind, coalesce(risk_level, 0) AS level, town_code AS town, grid_id AS grid, industry_code AS industry, industry AS "industryName"
      FROM enterprises
    `),
    )
    expect(table.numRows).toBe(ENTERPRISES.length)
  })

  it('holds the risk points that SQL sees', async () => {
    expect(rowsOf(await snapshot('risk-points'))).toEqual(
      await selected(sql`
      SELECT ${GEOMETRY}, enterprise_id AS enterprise, no, coalesce(level, 0) AS level, coalesce(accident_type, 0) AS "accidentType"
      FROM risk_points
    `),
    )
  })

  it('holds the hazards that SQL sees, with days of China', async () => {
    expect(rowsOf(await snapshot('hazards'))).toEqual(
      await selected(sql`
      SELECT ${GEOMETRY}, replace(id::text, '-', '') AS id, enterprise_id AS enterprise, no, status, coalesce(grade, '') AS grade,
             coalesce(deadline - '1970-01-01'::date, -1) AS deadline,
             (reported_at AT TIME ZONE 'Asia/Shanghai')::date - '1970-01-01'::date AS "reportedOn"
      FROM hazards
    `),
    )
  })

  it('keeps the promised columns, without nulls, as GeoArrow points', async () => {
    const types: Record<string, string[]> = {}
    for (const layer of ['enterprises', 'risk-points', 'hazards']) {
      const { schema } = await snapshot(layer)
      expect(schema.fields[0]?.metadata.get('ARROW:extension:name')).toBe('geoarrow.point')
      expect(schema.fields.some((field) => field.nullable)).toBe(false)
      expect(schema.metadata.get('layer')).toBe(layer)
      expect(schema.metadata.get('asOf')).toBe(NOW.toISOString())
      expect(await etagOf(layer)).toContain(`${layer}-${schema.metadata.get('version')}-`)
      types[layer] = schema.fields.map((field) => `${field.name} ${field.type}`)
    }
    expect(types).toMatchInlineSnapshot(`
      {
        "enterprises": [
          "geometry FixedSizeList[2]<Float64>",
          "id Utf8",
          "name Utf8",
          "initials Utf8",
          "creditCode Utf8",
          "kind Dictionary<Uint8, Utf8>",
          "level Uint8",
          "town Dictionary<Uint8, Utf8>",
          "grid Dictionary<Uint16, Utf8>",
          "industry Dictionary<Uint16, Utf8>",
          "industryName Dictionary<Uint16, Utf8>",
        ],
        "hazards": [
          "geometry FixedSizeList[2]<Float64>",
          "id FixedSizeBinary[16]",
          "enterprise Dictionary<Uint16, Utf8>",
          "no Uint32",
          "status Dictionary<Uint8, Utf8>",
          "grade Dictionary<Uint8, Utf8>",
          "deadline Int32",
          "reportedOn Int32",
        ],
        "risk-points": [
          "geometry FixedSizeList[2]<Float64>",
          "enterprise Dictionary<Uint16, Utf8>",
          "no Uint16",
          "level Uint8",
          "accidentType Uint8",
        ],
      }
    `)
  })

  it('answers 304 to who has the version, compared weakly, and 200 to others', async () => {
    const etag = await etagOf('hazards')
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const response = await app.get('/api/map/hazards.arrow', {
        headers: { 'If-None-Match': held },
      })
      expect([response.status, response.headers.get('etag'), await response.text()]).toEqual([
        304,
        etag,
        '',
      ])
    }
    expect(
      (await app.get('/api/map/hazards.arrow', { headers: { 'If-None-Match': '"other"' } })).status,
    ).toBe(200)
  })

  it('compresses on the way out', async () => {
    const response = await app.get('/api/map/hazards.arrow', {
      headers: { 'Accept-Encoding': 'gzip' },
    })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const body = response.body?.pipeThrough(new DecompressionStream('gzip'))
    const bytes = new Uint8Array(await new Response(body).arrayBuffer())
    expect(tableFromIPC(bytes).numRows).toBe((await snapshot('hazards')).numRows)
  })

  it('shows another tag to another reader', async () => {
    const wide = await etagOf('risk-points')
    const west = await etagOf('risk-points', { scope: { audience: 'grid', gridIds: [GRID.west] } })
    const both = await etagOf('risk-points', {
      scope: { audience: 'grid', gridIds: [GRID.north, GRID.west] },
    })
    const same = await etagOf('risk-points', {
      scope: { audience: 'grid', gridIds: [GRID.west, GRID.north] },
    })
    expect(new Set([wide, west, both]).size).toBe(3)
    expect(same).toBe(both)
  })

  it('is 404 for a layer that is none', async () => {
    expect((await app.refusal('/api/map/tanks.arrow', 404)).type).toContain('route-not-found')
  })
})

describe('the tag of a layer', () => {
  const LAYERS = ['enterprises', 'risk-points', 'hazards'] as const

  /** Which layers have another tag after a statement. */
  async function changedBy(statement: ReturnType<typeof sql>): Promise<string[]> {
    const before = await Promise.all(LAYERS.map((layer) => etagOf(layer)))
    await app.database.asOwner((tx) => tx.execute(statement))
    const after = await Promise.all(LAYERS.map((layer) => etagOf(layer)))
    return LAYERS.filter((_, index) => before[index] !== after[index])
  }

  it.each([
    [
      'a name',
      sql`UPDATE enterprises SET name = '甲化工股份公司' WHERE id = ${enterpriseId(1)}`,
      ['enterprises'],
    ],
    [
      'a place',
      sql`UPDATE enterprises SET geom = ST_Translate(geom, 0.0001, 0) WHERE id = ${enterpriseId(2)}`,
      ['enterprises'],
    ],
    [
      'a kind',
      sql`UPDATE enterprises SET kind = 'high-risk-plant' WHERE id = ${enterpriseId(3)}`,
      ['enterprises'],
    ],
    [
      'a grid, which all rows of the enterprise follow',
      sql`UPDATE enterprises SET grid_id = ${GRID.north} WHERE id = ${enterpriseId(2)}`,
      ['enterprises', 'risk-points', 'hazards'],
    ],
    [
      'an address, which no layer shows',
      sql`UPDATE enterprises SET address = '新址', updated_at = now() WHERE id = ${enterpriseId(1)}`,
      [],
    ],
    ['nothing', sql`UPDATE enterprises SET name = name`, []],
    [
      'a point moved',
      sql`UPDATE risk_points SET geom = ST_Translate(geom, 0.0001, 0) WHERE id = ${idOf('b', 1)}`,
      ['risk-points'],
    ],
    [
      'a point renamed, which the layer does not show',
      sql`UPDATE risk_points SET name = '锅炉' WHERE id = ${idOf('b', 1)}`,
      [],
    ],
    ['a point gone', sql`DELETE FROM risk_points WHERE id = ${idOf('b', 4)}`, ['risk-points']],
    [
      'an assessment that changes no level',
      sql`UPDATE assessments SET assessor = '另一人' WHERE id = ${idOf('d', 2)}`,
      [],
    ],
    [
      'an assessment that changes the enterprise too',
      sql`DELETE FROM assessments WHERE id = ${idOf('d', 1)}`,
      ['enterprises', 'risk-points'],
    ],
    [
      'a status',
      sql`UPDATE hazards SET status = 'registered' WHERE id = ${idOf('9', 1)}`,
      ['hazards'],
    ],
    [
      'a deadline',
      sql`UPDATE hazards SET deadline = '2026-12-01' WHERE id = ${idOf('9', 2)}`,
      ['hazards'],
    ],
    [
      'a description, which the layer does not show',
      sql`UPDATE hazards SET description = '别的' WHERE id = ${idOf('9', 1)}`,
      [],
    ],
    ['a hazard gone', sql`DELETE FROM hazards WHERE id = ${idOf('9', 3)}`, ['hazards']],
  ])('changes with %s', async (_what, statement, expected) => {
    expect(await changedBy(statement)).toEqual(expected)
  })

  it('stays when the change is rolled back', async () => {
    const before = await etagOf('hazards')
    await expect(
      app.database.asOwner(async (tx) => {
        await tx.execute(sql`DELETE FROM hazards`)
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await etagOf('hazards')).toBe(before)
  })

  it('comes with the new rows', async () => {
    const before = await snapshot('hazards')
    await app.database.asOwner((tx) =>
      tx.execute(sql`DELETE FROM hazards WHERE id = ${idOf('9', 4)}`),
    )
    expect((await snapshot('hazards')).numRows).toBe(before.numRows - 1)
  })
})
