import type { Label } from '@onemap/api/domain/dictionary'
import type { Datum } from '@onemap/api/domain/datum'

/** A coordinate reference system that files of this trade name, and what it takes to read it. */
export type Crs =
  | { readonly kind: 'geographic'; readonly datum: Datum; readonly name: Label }
  | {
      readonly kind: 'projected'
      readonly datum: Datum
      readonly name: Label
      /** As PROJ writes it. */
      readonly definition: string
    }
  | { readonly kind: 'refused'; readonly name: Label }

const geographic = (datum: Datum, zh: string, en: string): Crs => ({
  kind: 'geographic',
  datum,
  name: { zh, en },
})

/** The meridian in the middle of a zone: GB/T 17798, zones of six degrees from 1 and of three degrees from 25. */
const meridianOf = { 6: (zone: number) => zone * 6 - 3, 3: (zone: number) => zone * 3 } as const

/** Gauss–Krüger on the ellipsoid of CGCS2000; `zoned`: eastings begin with the zone's number. */
function gauss(meridian: number, zone: number | null): Crs {
  const falseEasting = (zone ?? 0) * 1_000_000 + 500_000
  return {
    kind: 'projected',
    datum: 'cgcs2000',
    name:
      zone === null
        ? {
            zh: `CGCS2000 高斯投影（中央经线 ${meridian}°）`,
            en: `CGCS2000 Gauss–Krüger, central meridian ${meridian}°`,
          }
        : {
            zh: `CGCS2000 高斯投影 ${zone} 带`,
            en: `CGCS2000 Gauss–Krüger, zone ${zone}`,
          },
    definition: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m`,
  }
}

/** Runs of EPSG codes that stand for one zone after the other. */
const RUNS: readonly { from: number; to: number; crs: (step: number) => Crs }[] = [
  // CGCS2000, six degrees, zones 13 to 23; then the same without the zone's number.
  { from: 4491, to: 4501, crs: (step) => gauss(meridianOf[6](13 + step), 13 + step) },
  { from: 4502, to: 4512, crs: (step) => gauss(meridianOf[6](13 + step), null) },
  // CGCS2000, three degrees, zones 25 to 45; then the same without the zone's number.
  { from: 4513, to: 4533, crs: (step) => gauss(meridianOf[3](25 + step), 25 + step) },
  { from: 4534, to: 4554, crs: (step) => gauss(meridianOf[3](25 + step), null) },
  { from: 32643, to: 32653, crs: (step) => utm(43 + step) },
  { from: 2401, to: 2442, crs: () => BEIJING_1954 },
  { from: 21413, to: 21423, crs: () => BEIJING_1954 },
  { from: 21453, to: 21463, crs: () => BEIJING_1954 },
  { from: 21473, to: 21483, crs: () => BEIJING_1954 },
  { from: 2327, to: 2390, crs: () => XIAN_1980 },
]

const utm = (zone: number): Crs => ({
  kind: 'projected',
  datum: 'wgs84',
  name: { zh: `WGS 84 UTM ${zone} 带`, en: `WGS 84 UTM zone ${zone}N` },
  definition: `+proj=utm +zone=${zone} +datum=WGS84 +units=m`,
})

const BEIJING_1954: Crs = {
  kind: 'refused',
  name: { zh: '北京 1954 坐标系', en: 'Beijing 1954' },
}
const XIAN_1980: Crs = {
  kind: 'refused',
  name: { zh: '西安 1980 坐标系', en: 'Xian 1980' },
}

const SINGLE: Readonly<Record<number, Crs>> = {
  4326: geographic('wgs84', 'WGS 84', 'WGS 84'),
  4979: geographic('wgs84', 'WGS 84', 'WGS 84'),
  4490: geographic('cgcs2000', '2000国家大地坐标系', 'CGCS2000'),
  4480: geographic('cgcs2000', '2000国家大地坐标系', 'CGCS2000'),
  3857: {
    kind: 'projected',
    datum: 'wgs84',
    name: { zh: 'Web 墨卡托投影', en: 'Web Mercator' },
    definition: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m',
  },
  4214: BEIJING_1954,
  4610: XIAN_1980,
  4555: { kind: 'refused', name: { zh: '新北京坐标系', en: 'New Beijing' } },
}

/** What an EPSG code stands for; undefined where it is none that files of this trade use. */
export function crsOf(code: number): Crs | undefined {
  const run = RUNS.find(({ from, to }) => code >= from && code <= to)
  return SINGLE[code] ?? run?.crs(code - run.from)
}

/** The EPSG code that a projected easting suggests, by the zone's number before its last six digits. */
export function suggestedCode(easting: number): number | undefined {
  const zone = Math.floor(easting / 1_000_000)
  if (zone >= 13 && zone <= 23) return 4491 + zone - 13
  return zone >= 25 && zone <= 45 ? 4513 + zone - 25 : undefined
}
