import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRow } from '@onemap/api/db/rows'
import type { Datum } from '@onemap/api/domain/datum'
import type { Position } from '../geojson.ts'
import type { LayerName } from '../layers.ts'
import type { Finding } from '../reading/finding.ts'
import type { Incoming } from '../store/stage.ts'
import { codeProblems, renamings } from './codes.ts'
import { likelierDatum, outside, REACH, REACH_OF_NEIGHBOURS, type Box } from './extent.ts'
import { doubtedParts } from './part-datum.ts'
import { coverage, gaps, invalidGeometries, overlaps } from './topology.ts'

interface Checked {
  layer: LayerName
  datum: Datum
  /** Whoever hands the file in has looked at its datum again: doubts about it are only mentioned. */
  datumIsRight: boolean
  /** Overlaps and gaps up to this many m² are let pass. */
  tolerance: number
  /** Villages may be new or missing. */
  allowCodeChanges: boolean
}

interface Findings {
  problems: Finding[]
  warnings: Finding[]
}

/** There is no district yet to compare a file with. */
export class NoDistrictError extends Error {
  override readonly name = 'NoDistrictError'
}

/**
 * Every check that needs the database, on staged features: codes, place, validity, overlaps, gaps, datum.
 * What builds on valid geometries is asked only when they are; what merely deserves mention, only when nothing is wrong.
 *
 * @throws {NoDistrictError} in an empty database
 */
export async function checkStaged(
  tx: Tx,
  features: readonly Incoming[],
  { layer, datum, datumIsRight, tolerance, allowCodeChanges }: Checked,
): Promise<Findings> {
  const { box, centre } = await district(tx)
  const problems = [
    ...(await codeProblems(tx, layer, features, allowCodeChanges)),
    ...outside(features, box, layer === 'neighbours' ? REACH_OF_NEIGHBOURS : REACH),
    ...(await invalidGeometries(tx, features)),
  ]
  if (layer === 'canal' || problems.length > 0) return { problems, warnings: [] }

  problems.push(...(await overlaps(tx, tolerance)))
  if (layer === 'neighbours') return { problems, warnings: [] }

  const doubts = await datumDoubts(tx, layer, datum, centre)
  if (!datumIsRight) problems.push(...doubts)
  const warnings = [...(datumIsRight ? doubts : []), ...(await renamings(tx, layer, features))]
  if (layer === 'district') return { problems, warnings }

  problems.push(...(await gaps(tx, tolerance)))
  if (problems.length > 0) return { problems, warnings: [] }
  warnings.push(...(await coverage(tx, layer === 'towns' ? 'county' : 'town', tolerance)))
  return { problems, warnings }
}

/** Digits of a code that name the area it belongs to. */
const PARENT_DIGITS = { towns: 6, villages: 9, grids: 9 } as const

/** Doubts about the datum of the layer as a whole; where there are none, of each of its parts. */
async function datumDoubts(
  tx: Tx,
  layer: Exclude<LayerName, 'canal' | 'neighbours'>,
  datum: Datum,
  centre: Position,
): Promise<Finding[]> {
  const likelier = likelierDatum(datum, await middleOfStaged(tx), centre)
  if (likelier !== null) return [likelier]
  return layer === 'district' ? [] : doubtedParts(tx, datum, centre, PARENT_DIGITS[layer])
}

const point = z
  .object({ lon: z.number(), lat: z.number() })
  .transform(({ lon, lat }): [number, number] => [lon, lat])
const extent = z.object({
  lon: z.number(),
  lat: z.number(),
  west: z.number(),
  south: z.number(),
  east: z.number(),
  north: z.number(),
})

async function district(tx: Tx): Promise<{ box: Box; centre: [number, number] }> {
  const row = await queryRow(
    tx,
    extent,
    sql`
    SELECT ST_X(ST_Centroid(geom)) AS lon, ST_Y(ST_Centroid(geom)) AS lat,
      ST_XMin(geom) AS west, ST_YMin(geom) AS south, ST_XMax(geom) AS east, ST_YMax(geom) AS north
    FROM areas WHERE level = 'county' AND geom IS NOT NULL`,
  )
  if (row === undefined) throw new NoDistrictError('the database has no district')
  return { box: [row.west, row.south, row.east, row.north], centre: [row.lon, row.lat] }
}

async function middleOfStaged(tx: Tx): Promise<[number, number]> {
  const middle = await queryRow(
    tx,
    point,
    sql`
    SELECT ST_X(centre) AS lon, ST_Y(centre) AS lat FROM (SELECT ST_Centroid(ST_Collect(geom)) AS centre FROM incoming) staged`,
  )
  return middle ?? [Number.NaN, Number.NaN]
}
