import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'
import { DATUM_CODES, DATUMS } from '@onemap/api/domain/datum'
import type { Label } from '@onemap/api/domain/dictionary'
import { packedDegrees } from '@onemap/api/ledger/cells/degrees'
import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import { addProblems } from '../problems.ts'
import { pointText, toWgs84 } from '@onemap/api/db/wgs84'

/** Boundaries are this inexact at best: nearer to the line than this, what is written counts. */
export const BOUNDARY_TOLERANCE_METRES = 100

const PAGE = 500
const Outside = z.object({
  row: z.number(),
  longitude: z.number(),
  latitude: z.number(),
  datum: z.enum(DATUM_CODES),
  metres: z.coerce.number(),
})
type Outside = z.infer<typeof Outside>

/**
 * Finds staged places outside the district, says how far, and which datum (or exchange of longitude and
 * latitude) would put them inside.
 */
export async function checkOutside(tx: Tx, district: string, heading: string): Promise<void> {
  let after = 0
  for (;;) {
    const page = await queryRows(
      tx,
      Outside,
      sql`
      SELECT s.row_no AS row, s.longitude, s.latitude, s.datum, round(ST_Distance(s.geom::geography, d.geom::geography)) AS metres
      FROM staged s
      JOIN areas d ON d.level = 'county' AND NOT ST_Covers(d.geom, s.geom)
      WHERE s.row_no > ${after} AND NOT ST_DWithin(s.geom::geography, d.geom::geography, ${BOUNDARY_TOLERANCE_METRES})
      ORDER BY s.row_no
      LIMIT ${PAGE}`,
    )
    const hints = await hintsFor(tx, page)
    await addProblems(
      tx,
      page.map(({ row, metres }) => {
        const [far, hint] = [distance(metres), hints.get(row) ?? NO_HINT]
        const message = {
          zh: `坐标不在${district}范围内，距区界 ${far.zh}；${hint.zh}`,
          en: `The place is ${far.en} outside ${district}; ${hint.en}`,
        }
        return { ordinal: row, heading, message }
      }),
    )
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return
    after = last.row
  }
}

const NO_HINT: Label = {
  zh: '换用其他坐标系也不在区内，请核对经纬度',
  en: 'no other datum would put it inside: compare longitude and latitude',
}

/** `850 米` or `3.2 公里`. */
function distance(metres: number): Label {
  const [metre, kilometre] = [Math.round(metres), (metres / 1000).toFixed(1)]
  return metres < 1000
    ? { zh: `${metre} 米`, en: `${metre} m` }
    : { zh: `${kilometre} 公里`, en: `${kilometre} km` }
}

interface Candidate {
  readonly row: number
  readonly hint: Label
  readonly point: string
}

/** What would put each place inside the district, the likeliest mistake first. */
async function hintsFor(tx: Tx, rows: readonly Outside[]): Promise<Map<number, Label>> {
  const candidates = rows.flatMap(candidatesFor)
  if (candidates.length === 0) return new Map()
  const Inside = z.object({ at: z.coerce.number() })
  const inside = await queryRows(
    tx,
    Inside,
    sql`
    SELECT c.at - 1 AS at
    FROM jsonb_array_elements_text(${JSON.stringify(candidates.map(({ point }) => point))}::jsonb) WITH ORDINALITY AS c (point, at)
    JOIN areas d ON d.level = 'county' AND ST_Covers(d.geom, c.point::geometry)
    ORDER BY c.at DESC`,
  )
  return new Map(
    inside.flatMap(({ at }) => {
      const candidate = candidates[at]
      return candidate === undefined ? [] : [[candidate.row, candidate.hint] as const]
    }),
  )
}

function candidatesFor({ row, longitude, latitude, datum }: Outside): Candidate[] {
  // WGS 84 and CGCS2000 are one here: suggesting the other would help nobody.
  const others = DATUM_CODES.filter(
    (code) =>
      code !== datum && !(code === 'cgcs2000' || (code === 'wgs84' && datum === 'cgcs2000')),
  )
  const [x, y] = [packedDegrees(longitude), packedDegrees(latitude)]
  const packed =
    Number.isNaN(x) || Number.isNaN(y)
      ? []
      : [
          {
            row,
            hint: {
              zh: '小数部分若是分秒（度.分秒）则在区内，请换算成十进制度',
              en: 'if minutes and seconds stand behind the point it lies inside: convert them to decimal degrees',
            },
            point: pointText(toWgs84(datum, [x, y])),
          },
        ]
  return [
    ...others.map((code) => ({
      row,
      hint: {
        zh: `若按 ${DATUMS[code].zh} 转换则在区内，坐标系可能应为 ${code}`,
        en: `converted from ${DATUMS[code].en} it lies inside: the datum may be ${code}`,
      },
      point: pointText(toWgs84(code, [longitude, latitude])),
    })),
    {
      row,
      hint: {
        zh: '经度、纬度对调后在区内，可能填反了',
        en: 'exchanged, longitude and latitude lie inside: they may be mixed up',
      },
      point: pointText([latitude, longitude]),
    },
    ...packed,
  ]
}
