import proj4 from 'proj4'
import { z } from 'zod'
import { DATUMS, type Datum } from '@onemap/api/domain/datum'
import type { Position } from '../geojson.ts'
import { crsOf, type Crs } from './crs-table.ts'
import { positionToWgs84 } from './datum.ts'
import type { Finding } from './finding.ts'

/** How a file's coordinates become WGS 84. */
export interface Reference {
  readonly toWgs84: (position: Position) => Position
  /** Whether coordinates are metres, not degrees. */
  readonly projected: boolean
  readonly problems: readonly Finding[]
  readonly notes: readonly Finding[]
}

/** As GDAL and QGIS write it (GeoJSON 2008). RFC 7946 dropped the member, surveying offices did not. */
const NamedCrs = z.object({ crs: z.object({ properties: z.object({ name: z.string() }) }) })
const CodedCrs = z.object({
  crs: z.object({ properties: z.object({ code: z.union([z.int(), z.string()]) }) }),
})
const SomeCrs = z.object({ crs: z.record(z.string(), z.unknown()) })

/**
 * Settles what the coordinates of a file are.
 * @param datum what whoever hands it in says they were measured in
 * @param stated an EPSG code, for files that name none
 */
export function referenceOf(file: unknown, datum: Datum, stated?: number): Reference {
  const named = namedBy(file) ?? (stated === undefined ? undefined : `EPSG:${stated}`)
  if (named === undefined) return plain(datum)
  const crs = /CRS:?84$/i.test(named) ? crsOf(4326) : crsOf(epsgCode(named) ?? Number.NaN)
  if (crs === undefined)
    return {
      ...plain(datum),
      problems: [
        {
          zh: `文件注明的坐标参考系 ${named} 不认识；请转换为 CGCS2000 经纬度（EPSG:4490）后再导入`,
          en: `The coordinate reference system ${named} that the file names is not known here; convert the file to CGCS2000 degrees (EPSG:4490)`,
        },
      ],
    }
  return referenceBy(crs, named, datum)
}

function referenceBy(crs: Crs, named: string, datum: Datum): Reference {
  const { zh, en } = crs.name
  if (crs.kind === 'refused')
    return {
      ...plain(datum),
      problems: [
        {
          zh: `文件注明为${zh}（${named}）：与 CGCS2000 相差几十至上百米，转换需要当地参数；请由测绘单位转换为 CGCS2000 后再导入`,
          en: `The file says it is in ${en} (${named}), which is off CGCS2000 by tens of metres to more than a hundred and takes local parameters to convert; have it converted to CGCS2000 by the surveyors`,
        },
      ],
    }
  const toDegrees = crs.kind === 'projected' ? proj4(crs.definition).inverse : undefined
  return {
    toWgs84: ([x, y]) => {
      const [lon = Number.NaN, lat = Number.NaN] = toDegrees?.([x, y]) ?? [x, y]
      return positionToWgs84([lon, lat], datum)
    },
    projected: toDegrees !== undefined,
    problems: [],
    notes: [
      ...contradiction(crs.datum, datum, named),
      ...(toDegrees ? [converted(crs, named)] : []),
    ],
  }
}

/** Programs write WGS 84 beside whatever they were given, so the person's word stands, and is doubted aloud. */
function contradiction(inFile: Datum, stated: Datum, named: string): Finding[] {
  const same = (datum: Datum) => (datum === 'cgcs2000' ? 'wgs84' : datum)
  if (same(inFile) === same(stated)) return []
  return [
    {
      zh: `文件注明 ${named}（${DATUMS[inFile].zh}），按所选的 ${DATUMS[stated].zh} 读取，请核对`,
      en: `The file says ${named} (${DATUMS[inFile].en}); it was read as ${DATUMS[stated].en}, as chosen: make sure that is right`,
      remedy: 'state-datum',
    },
  ]
}

const converted = ({ name }: Crs, named: string): Finding => ({
  zh: `已由 ${name.zh}（${named}）换算为经纬度`,
  en: `Converted to degrees from ${name.en} (${named})`,
})

const plain = (datum: Datum): Reference => ({
  toWgs84: (position) => positionToWgs84(position, datum),
  projected: false,
  problems: [],
  notes: [],
})

function namedBy(file: unknown): string | undefined {
  const named = NamedCrs.safeParse(file).data?.crs.properties.name
  if (named !== undefined) return named
  const code = CodedCrs.safeParse(file).data?.crs.properties.code
  if (code !== undefined) return `EPSG:${code}`
  const some = SomeCrs.safeParse(file).data?.crs
  return some === undefined ? undefined : JSON.stringify(some)
}

function epsgCode(named: string): number | undefined {
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(named.trim())?.[1] ?? /^(\d+)$/.exec(named)?.[1]
  return code === undefined ? undefined : Number(code)
}
