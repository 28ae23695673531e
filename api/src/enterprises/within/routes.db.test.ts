import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterpriseId, GRID, pointAt } from '../../db/test-fixture-places.ts'
import { XLSX_TYPE } from '../../ledger/write/workbook.ts'
import { testApp } from '../../test-app.ts'
import { geodesicDistance } from '../test-geodesic.ts'
import { Within } from './schema.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

const corner = (east: number, north: number): string => pointAt(east, north).coordinates.join(',')
/** Enterprises 1 and 2, not 3. */
const STRIP = [corner(-50, -50), corner(400, -50), corner(400, 100), corner(-50, 100)].join(';')
const read = (query: string, scope?: Parameters<typeof app.read>[2]) =>
  app.read(`/api/within?${query}`, Within.strict(), scope)

describe('GET /api/within', () => {
  it('counts and lists what is within so many metres of a place, nearest first', async () => {
    const found = await read(`at=${corner(0, 0)}&radius=500`)
    expect(found.items.map(({ id }) => id)).toEqual([
      enterpriseId(1),
      enterpriseId(2),
      enterpriseId(3),
    ])
    expect(found.items[1]?.distance).toBeCloseTo(
      geodesicDistance(pointAt(0, 0).coordinates, pointAt(300, 0).coordinates),
      1,
    )
    expect(found).toMatchObject({
      radius: 500,
      isComplete: true,
      place: { type: 'Point' },
      counts: {
        enterprises: {
          total: 3,
          byLevel: { 1: 1, 2: 1, 4: 1, unassessed: 0 },
          byKind: { general: 2, 'high-risk-plant': 1, 'public-area': 0 },
        },
        riskPoints: { total: 7, byLevel: { 1: 1, 2: 1, 3: 1, 4: 2, unassessed: 2 } },
      },
    })
    expect(found.counts.openHazards.total).toBeGreaterThan(0)
  })

  it('counts all, however short the list is', async () => {
    const found = await read(`at=${corner(0, 0)}&radius=500&limit=1`)
    expect([found.items.length, found.counts.enterprises.total, found.isComplete]).toEqual([
      1,
      3,
      false,
    ])
  })

  it('takes a drawn shape, and so many metres around it', async () => {
    expect(
      (await read(`polygon=${STRIP}`)).items.map(({ id, distance }) => [id, distance]),
    ).toEqual([
      [enterpriseId(1), 0],
      [enterpriseId(2), 0],
    ])
    expect((await read(`polygon=${STRIP}&radius=360`)).items.map(({ id }) => id)).toEqual([
      enterpriseId(1),
      enterpriseId(2),
      enterpriseId(3),
    ])
  })

  it('narrows by kind and level, and to what the reader may see', async () => {
    expect(
      (await read(`at=${corner(0, 0)}&radius=500&kind=general&riskLevel=2`)).items.map(
        ({ id }) => id,
      ),
    ).toEqual([enterpriseId(2)])
    expect(
      (
        await read(`at=${corner(0, 0)}&radius=500`, { audience: 'grid', gridIds: [GRID.north] })
      ).items.map(({ id }) => id),
    ).toEqual([enterpriseId(3)])
  })

  it.each([
    ['', 'polygon'],
    ['radius=500', 'polygon'],
    [`at=${corner(0, 0)}`, 'radius'],
    [`at=${corner(0, 0)}&radius=90000`, 'radius'],
    ['at=200,1&radius=5', 'at'],
    [`polygon=${corner(0, 0)};${corner(1, 1)}`, 'polygon'],
    [
      `polygon=${[corner(0, 0), corner(100, 100), corner(100, 0), corner(0, 100)].join(';')}`,
      'polygon',
    ],
    [`at=${corner(0, 0)}&radius=5&datum=mars`, 'datum'],
  ])('refuses ?%s and names %s', async (query, field) => {
    expect(await app.wrongFields(`/api/within?${query}`)).toEqual([field])
  })
})

describe('GET /api/within.xlsx', () => {
  it('holds every enterprise that is counted', async () => {
    const response = await app.get(`/api/within.xlsx?at=${corner(0, 0)}&radius=500`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, XLSX_TYPE])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await response.arrayBuffer())
    const sheet = book.getWorksheet('周边企业')
    expect(sheet?.getColumn(1).values.slice(1)).toEqual([
      '企业名称',
      '甲化工有限公司',
      '乙纸业有限公司',
      '丙LNG加气站',
    ])
    expect(sheet?.getCell('E2').value).toBe('重大')
  })
})
