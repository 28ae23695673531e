import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Area } from './areas/schema.ts'
import { BaseMap } from './base-map/schema.ts'
import { CANAL_TOWN, GRID } from './db/test-fixture-places.ts'
import { GridCollection } from './grids/schema.ts'
import { testApp } from './test-app.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

describe('GET /api/areas', () => {
  it('lists parents before children, with a point inside where the boundary is known', async () => {
    const { items } = await app.read(
      '/api/areas',
      z.strictObject({ items: z.array(Area.strict()), nextCursor: z.null() }),
    )
    expect(items.map(({ code, level, parentCode }) => [code, level, parentCode])).toEqual([
      ['370405', 'county', null],
      ['370405001', 'town', '370405'],
      ['370405001001', 'village', '370405001'],
      ['370405102', 'town', '370405'],
      ['370405102201', 'village', '370405102'],
    ])
    expect(items.find((item) => item.code === CANAL_TOWN)?.location?.coordinates).toEqual([
      117.75, 34.55,
    ])
    expect(items.at(-1)?.location).toBeNull()
  })
})

describe('GET /api/grids', () => {
  it('has the chief who is in office today in China', async () => {
    const { features } = await app.read('/api/grids', GridCollection)
    expect(
      features.map(({ properties }) => [
        properties.code,
        properties.townName,
        properties.chief,
        properties.schematic,
      ]),
    ).toEqual([
      ['001-1', '运河街道', '张三', false],
      ['001-2', '运河街道', null, true],
      ['102-1', '泥沟镇', '今日上任', true],
    ])
    expect(features[0]?.properties.id).toBe(GRID.west)
    expect(features[0]?.geometry.type).toBe('MultiPolygon')
  })
})

describe('GET /api/base-map', () => {
  it('has every layer with its sources and the approval number', async () => {
    const map = await app.read('/api/base-map', BaseMap.strict())
    expect(
      Object.fromEntries(
        (['district', 'neighbours', 'towns', 'villages', 'canal'] as const).map((layer) => [
          layer,
          map[layer].features.map((feature) => feature.properties.name),
        ]),
      ),
    ).toEqual({
      district: ['台儿庄区'],
      neighbours: [],
      towns: ['运河街道', '泥沟镇'],
      villages: ['文化社区'],
      canal: ['京杭大运河'],
    })
    expect(map.sources).toEqual([
      {
        layer: 'canal',
        source: '示意',
        licence: 'MIT',
        datum: 'wgs84',
        obtainedOn: '2026-11-01',
        schematic: true,
        note: '',
      },
    ])
    expect(map.approvalNumber).toBe('鲁SG(2026)001号')
    expect(map.tianditu).toBeNull()
  })

  it('is not sent again while nothing changed', async () => {
    for (const path of ['/api/base-map', '/api/grids']) {
      const etag = (await app.get(path)).headers.get('etag') ?? ''
      expect(etag).not.toBe('')
      expect((await app.get(path, { headers: { 'If-None-Match': etag } })).status).toBe(304)
      await app.database.asOwner((tx) => tx.execute(sql`UPDATE grids SET name = name || '甲'`))
      await app.database.asOwner((tx) => tx.execute(sql`UPDATE areas SET name = name || '甲'`))
      expect((await app.get(path, { headers: { 'If-None-Match': etag } })).status).toBe(200)
    }
  })
})
