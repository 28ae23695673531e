import type { Point } from 'geojson'
import type { EnterpriseKind } from '../domain/enterprise-kind.ts'
import type { Tx } from './database.ts'
import { gridOverrides } from './schema/grid-overrides.ts'
import { areas, baseFeatures, geoSources, grids, offices } from './schema/places.ts'

/** Half past midnight of 24 November in China, still the 23rd in UTC. */
export const NOW = new Date('2026-11-23T16:30:00Z')
export const TODAY = '2026-11-24'
/** A day of the fixture's own: by default it would be that of the database's clock, whatever a test says of its own. */
const GRIDS_SINCE = '2026-01-05'

/** A readable UUID: `e` for enterprises, `a` for grids, `b` for risk points … and a number. */
export function idOf(kind: string, number: number): string {
  return `00000000-0000-4000-8000-${kind}${String(number).padStart(12 - kind.length, '0')}`
}

export const GRID = { west: idOf('a', 1), north: idOf('a', 2), plant: idOf('a', 3) } as const
export const OFFICE = { safety: idOf('f', 1), energy: idOf('f', 2) } as const
export const CANAL_TOWN = '370405001'
export const NORTH_TOWN = '370405102'
export const CANAL_VILLAGE = '370405001001'

/** Centre of the fixture, and how far one degree reaches there. */
const ORIGIN = { lon: 117.73, lat: 34.56 }
const METRES_PER_DEGREE = { lon: 91_780, lat: 110_920 }

/** A point so many metres east and north of the fixture's centre, to about a percent. */
export function pointAt(east: number, north: number): Point {
  return {
    type: 'Point',
    coordinates: [
      ORIGIN.lon + east / METRES_PER_DEGREE.lon,
      ORIGIN.lat + north / METRES_PER_DEGREE.lat,
    ],
  }
}

interface Sketch {
  readonly name: string
  readonly initials: string
  readonly kind: EnterpriseKind
  readonly areaCode: string
  readonly gridId: string
  readonly at: readonly [east: number, north: number]
}

/** Enterprises 1–7; 6 and 7 have no risk points and the same initials. */
export const ENTERPRISES: readonly Sketch[] = [
  {
    name: '甲化工有限公司',
    initials: 'jhgyxgs',
    kind: 'high-risk-plant',
    areaCode: CANAL_VILLAGE,
    gridId: GRID.west,
    at: [0, 0],
  },
  {
    name: '乙纸业有限公司',
    initials: 'yzyyxgs',
    kind: 'general',
    areaCode: CANAL_TOWN,
    gridId: GRID.west,
    at: [300, 0],
  },
  {
    name: '丙LNG加气站',
    initials: 'blngjqz',
    kind: 'general',
    areaCode: CANAL_VILLAGE,
    gridId: GRID.north,
    at: [0, 450],
  },
  {
    name: '丁_运河公园100%',
    initials: 'dyhgy',
    kind: 'public-area',
    areaCode: CANAL_TOWN,
    gridId: GRID.north,
    at: [-2000, 1500],
  },
  {
    name: '戊焚烧发电厂',
    initials: 'wfsfdc',
    kind: 'incineration-power',
    areaCode: NORTH_TOWN,
    gridId: GRID.plant,
    at: [-8000, 9000],
  },
  {
    name: '己机械厂',
    initials: 'jjxc',
    kind: 'general',
    areaCode: NORTH_TOWN,
    gridId: GRID.plant,
    at: [-8100, 9200],
  },
  {
    name: '己机械二厂',
    initials: 'jjxc',
    kind: 'general',
    areaCode: NORTH_TOWN,
    gridId: GRID.plant,
    at: [-8200, 9200],
  },
]

/** The plants' grid belongs to another office than all the others. */
export function officeOf({ gridId }: { readonly gridId: string }): string {
  return gridId === GRID.plant ? OFFICE.energy : OFFICE.safety
}

/** Id of enterprise `number`, counted from 1. */
export function enterpriseId(number: number): string {
  return idOf('e', number)
}

/** Where an enterprise stands, as every row that belongs to it says it again. */
export function placeOf(number: number): {
  enterpriseId: string
  gridId: string
  officeId: string
  townCode: string
  at: readonly [number, number]
} {
  const sketch = ENTERPRISES[number - 1]
  if (sketch === undefined) throw new Error(`the fixture has no enterprise ${number}`)
  return {
    enterpriseId: enterpriseId(number),
    gridId: sketch.gridId,
    officeId: officeOf(sketch),
    townCode: sketch.areaCode.slice(0, 9),
    at: sketch.at,
  }
}

function square(west: number, south: number, size: number) {
  const ring = [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
  return { type: 'MultiPolygon' as const, coordinates: [[ring]] }
}

/** Plants areas, office, grids and the canal. */
export async function plantPlaces(tx: Tx): Promise<void> {
  await tx.insert(areas).values([
    { code: '370405', name: '台儿庄区', level: 'county', geom: square(117.4, 34.4, 0.5) },
    {
      code: CANAL_TOWN,
      name: '运河街道',
      level: 'town',
      parentCode: '370405',
      geom: square(117.7, 34.5, 0.1),
    },
    {
      code: NORTH_TOWN,
      name: '泥沟镇',
      level: 'town',
      parentCode: '370405',
      geom: square(117.6, 34.6, 0.1),
    },
    {
      code: CANAL_VILLAGE,
      name: '文化社区',
      level: 'village',
      parentCode: CANAL_TOWN,
      geom: square(117.72, 34.55, 0.02),
    },
    { code: '370405102201', name: '泥沟村', level: 'village', parentCode: NORTH_TOWN },
  ])
  await tx.insert(offices).values([
    { id: OFFICE.safety, code: 'AQ', name: '安全生产科', phone: '0632-6611111' },
    { id: OFFICE.energy, code: 'NY', name: '能源科', phone: '0632-6622222' },
  ])
  await tx.insert(grids).values([
    {
      id: GRID.west,
      code: '001-1',
      name: '运河一网格',
      townCode: CANAL_TOWN,
      geom: square(117.7, 34.5, 0.05),
      schematic: false,
      validFrom: GRIDS_SINCE,
    },
    {
      id: GRID.north,
      code: '001-2',
      name: '运河二网格',
      townCode: CANAL_TOWN,
      geom: square(117.75, 34.5, 0.05),
      validFrom: GRIDS_SINCE,
    },
    {
      id: GRID.plant,
      code: '102-1',
      name: '泥沟一网格',
      townCode: NORTH_TOWN,
      geom: square(117.6, 34.6, 0.1),
      validFrom: GRIDS_SINCE,
    },
  ])
  await tx.insert(baseFeatures).values([
    {
      id: idOf('2', 1),
      layer: 'canal',
      name: '京杭大运河',
      geom: {
        type: 'LineString',
        coordinates: [
          [117.5, 34.5],
          [117.8, 34.55],
        ],
      },
    },
  ])
  await tx.insert(geoSources).values([
    {
      layer: 'canal',
      source: '示意',
      licence: 'MIT',
      datum: 'wgs84',
      obtainedOn: '2026-11-01',
      schematic: true,
    },
  ])
}

/** Plants objects that stay in their grid by hand, one in each grid; two of them lie elsewhere. */
export async function plantOverrides(tx: Tx): Promise<void> {
  await tx.insert(gridOverrides).values(
    [2, 4, 5].map((number) => ({
      ...placeOf(number),
      reason: '路网原因由本网格负责',
      setBy: idOf('0', 9),
      setByName: '管理员',
      setAt: new Date('2026-10-01T02:00:00Z'),
    })),
  )
}
