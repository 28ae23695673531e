import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import type { Position } from '../geojson.ts'
import { metres } from '../import/extent.ts'
import { crsOf } from './crs-table.ts'
import { referenceOf } from './crs.ts'
import { positionFromWgs84 } from './datum.ts'

const TAIERZHUANG: Position = [117.734, 34.562]
const named = (name: string) => ({ crs: { type: 'name', properties: { name } } })

test.each([
  ['RFC 7946, no word', {}],
  ['null', { crs: null }],
  ['GDAL’s default', named('urn:ogc:def:crs:OGC:1.3:CRS84')],
  ['WGS 84', named('urn:ogc:def:crs:EPSG::4326')],
  ['CGCS2000', named('EPSG:4490')],
  ['CGCS2000 by its code', { crs: { type: 'EPSG', properties: { code: 4490 } } }],
])('degrees of %s are taken as they are', (_, file) => {
  const { problems, notes, toWgs84 } = referenceOf(file, 'cgcs2000')
  expect([problems, notes, toWgs84(TAIERZHUANG)]).toEqual([[], [], TAIERZHUANG])
})

describe('projected coordinates', () => {
  test.each([
    [4527, '3-degree zone 39'],
    [4548, '3 degrees, meridian 117°'],
    [4498, '6-degree zone 20'],
    [4509, '6 degrees, meridian 117°'],
    [32650, 'UTM zone 50'],
    [3857, 'Web Mercator'],
  ])('of EPSG:%i (%s) become degrees', (code) => {
    const crs = crsOf(code)
    if (crs?.kind !== 'projected') throw new Error('a projected system')
    const [x = 0, y = 0] = proj4(crs.definition).forward([...TAIERZHUANG])
    const { problems, notes, toWgs84 } = referenceOf(
      named(`urn:ogc:def:crs:EPSG::${code}`),
      'wgs84',
    )
    expect(problems).toEqual([])
    expect(notes[0]?.zh).toContain(`EPSG::${code}`)
    expect(metres(toWgs84([x, y]), TAIERZHUANG)).toBeLessThan(0.01)
  })

  test('lie where the zone says: on the central meridian, at the false easting', () => {
    const [lon, lat] = referenceOf(named('EPSG:4527'), 'cgcs2000').toWgs84([39_500_000, 3_800_000])
    expect(lon).toBeCloseTo(117, 9)
    // 3,800 km along the meridian of GRS 80, by numerical integration.
    expect(lat).toBeCloseTo(34.3275947, 6)
  })

  test('of a map service are still in its datum', () => {
    const crs = crsOf(3857)
    if (crs?.kind !== 'projected') throw new Error('a projected system')
    const [x = 0, y = 0] = proj4(crs.definition).forward([
      ...positionFromWgs84(TAIERZHUANG, 'gcj02'),
    ])
    const { toWgs84 } = referenceOf(named('EPSG:3857'), 'gcj02')
    expect(metres(toWgs84([x, y]), TAIERZHUANG)).toBeLessThan(1)
  })

  test('may be stated where the file is silent, and not where it is not', () => {
    expect(referenceOf({}, 'cgcs2000', 4527).projected).toBe(true)
    expect(referenceOf(named('EPSG:4490'), 'cgcs2000', 4527).projected).toBe(false)
  })
})

test.each([
  ['urn:ogc:def:crs:EPSG::4214', '北京 1954', 'Beijing 1954'],
  ['EPSG:2437', '北京 1954', 'Beijing 1954'],
  ['EPSG:4610', '西安 1980', 'Xian 1980'],
  ['EPSG:2385', '西安 1980', 'Xian 1980'],
  ['EPSG:27700', '不认识', 'not known'],
  ['My local grid', 'My local grid', 'My local grid'],
])('%s is refused by name', (name, zh, en) => {
  const { problems } = referenceOf(named(name), 'cgcs2000')
  expect(problems).toMatchObject([
    { zh: expect.stringContaining(zh), en: expect.stringContaining(en) },
  ])
  expect(problems[0]?.zh).toContain(name)
})

test('a system behind a link is refused too', () => {
  const file = { crs: { type: 'link', properties: { href: 'https://example.org/crs' } } }
  expect(referenceOf(file, 'cgcs2000').problems).toHaveLength(1)
})

test('a file that says another datum than whoever hands it in is doubted aloud', () => {
  expect(referenceOf(named('EPSG:4490'), 'gcj02').notes).toMatchObject([{ remedy: 'state-datum' }])
})
