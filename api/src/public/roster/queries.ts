import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { textHolds } from '../../db/search.ts'
import { isoTime, queryRow, queryRows } from '../../db/rows.ts'
import { compareRosters, type PublicRecord } from '../../domain/public-roster.ts'
import { foldForSearch } from '../../domain/search-text.ts'
import { PublicBatch, type PublicChange, RiskSource } from './schema.ts'

const BATCH = sql`number, kind, period, title, note, ${isoTime(sql`published_at`)} AS "publishedAt", records, previous`

/** The edition that stands; undefined before the first. */
export function standingBatch(tx: Tx): Promise<PublicBatch | undefined> {
  return queryRow(
    tx,
    PublicBatch,
    sql`SELECT ${BATCH} FROM public_batches ORDER BY published_at DESC, number DESC LIMIT 1`,
  )
}

/** Every edition, newest first. */
export function allBatches(tx: Tx): Promise<PublicBatch[]> {
  return queryRows(
    tx,
    PublicBatch,
    sql`SELECT ${BATCH} FROM public_batches ORDER BY published_at DESC, number DESC`,
  )
}

/** One edition by number. */
export function findBatch(tx: Tx, number: string): Promise<PublicBatch | undefined> {
  return queryRow(
    tx,
    PublicBatch,
    sql`SELECT ${BATCH} FROM public_batches WHERE number = ${number}`,
  )
}

const SOURCE = sql`
  code, operator, address, activity, kind, level, harms,
  json_build_object('zh', warning_zh, 'en', warning_en) AS warning, json_build_object('zh', do_this_zh, 'en', do_this_en) AS "doThis",
  last_visit AS "lastVisit", json_build_object('name', office_name, 'phone', office_phone) AS office,
  json_build_object('code', town_code, 'name', town_name) AS town,
  json_build_object('type', 'Point', 'coordinates', json_build_array(lon, lat)) AS location`

/** What a reader looks for in the roster. */
export interface RosterFacets {
  /** Part of the operator's name, address or activity, or the whole code. */
  readonly q?: string | undefined
  readonly town?: readonly string[] | undefined
  readonly level?: readonly number[] | undefined
  readonly kind?: readonly string[] | undefined
}

/** Sort key in the roster. */
export const RosterPosition = z.tuple([z.int(), z.string()])
export type RosterPosition = z.output<typeof RosterPosition>

export function positionOf({ level, code }: RiskSource): RosterPosition {
  return [level, code]
}

/** A part of the roster: so many after a position, or after so many. */
interface RosterPart {
  readonly after?: RosterPosition | undefined
  readonly skip?: number
  readonly limit: number
}

/** Risk sources of an edition, most dangerous first; all of them unless a part is named. */
export function listSources(
  tx: Tx,
  number: string,
  facets: RosterFacets = {},
  part?: RosterPart,
): Promise<RiskSource[]> {
  return queryRows(
    tx,
    RiskSource,
    sql`
    SELECT ${SOURCE}
    FROM public_records
    WHERE batch_number = ${number} AND stands AND ${condition(facets)}
      AND ${part?.after === undefined ? sql`true` : sql`(level, code) > (${part.after[0]}, ${part.after[1]})`}
    ORDER BY level, code
    ${part === undefined ? sql`` : sql`LIMIT ${part.limit} OFFSET ${part.skip ?? 0}`}`,
  )
}

/** Risk sources of an edition nearest to the middle of an area, geodesic metres. */
export function nearestSources(
  tx: Tx,
  number: string,
  areaCode: string,
  limit: number,
): Promise<(RiskSource & { distance: number })[]> {
  return queryRows(
    tx,
    RiskSource.extend({ distance: z.number() }),
    sql`
    SELECT ${SOURCE}, ST_Distance(
      ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography,
      (SELECT ST_PointOnSurface(geom)::geography FROM areas WHERE areas.code = ${areaCode})) AS distance
    FROM public_records
    WHERE batch_number = ${number} AND stands
    ORDER BY distance, code LIMIT ${limit}`,
  )
}

/** How many there are. */
export async function countSources(tx: Tx, number: string, facets: RosterFacets): Promise<number> {
  const counted = await queryRow(
    tx,
    z.object({ sources: z.int() }),
    sql`
    SELECT count(*)::int AS sources FROM public_records WHERE batch_number = ${number} AND stands AND ${condition(facets)}`,
  )
  return counted?.sources ?? 0
}

/** One risk source of an edition. */
export function findSource(tx: Tx, number: string, code: string): Promise<RiskSource | undefined> {
  return queryRow(
    tx,
    RiskSource,
    sql`SELECT ${SOURCE} FROM public_records WHERE batch_number = ${number} AND code = ${code} AND stands`,
  )
}

const Town = z.object({ code: z.string(), name: z.string(), sources: z.int() })

/** Towns that have risk sources in an edition. */
export function townsOf(tx: Tx, number: string): Promise<z.output<typeof Town>[]> {
  return queryRows(
    tx,
    Town,
    sql`
    SELECT town_code AS code, town_name AS name, count(*)::int AS sources
    FROM public_records WHERE batch_number = ${number} AND stands
    GROUP BY town_code, town_name ORDER BY town_code`,
  )
}

/** In which editions a code was ever published, newest first. */
export function editionsOf(
  tx: Tx,
  code: string,
): Promise<{ number: string; publishedAt: string; level: number }[]> {
  return queryRows(
    tx,
    z.object({ number: z.string(), publishedAt: z.string(), level: z.int() }),
    sql`
    SELECT b.number, ${isoTime(sql`b.published_at`)} AS "publishedAt", r.level
    FROM public_records r JOIN public_batches b ON b.number = r.batch_number
    WHERE r.code = ${code} AND r.stands
    ORDER BY b.published_at DESC, b.number DESC`,
  )
}

const Removal = z.object({
  code: z.string(),
  operator: z.string(),
  kind: z.enum(['removed', 'retracted']),
  reason: z.string(),
})

/** What an edition changed against the one before it: what came, what changed, what left and why. */
export async function changesOf(tx: Tx, batch: PublicBatch): Promise<PublicChange[]> {
  const before = batch.previous === null ? [] : await listSources(tx, batch.previous)
  const after = await listSources(tx, batch.number)
  const removals = await queryRows(
    tx,
    Removal,
    sql`
    SELECT code, operator, kind, reason FROM public_removals WHERE batch_number = ${batch.number} ORDER BY code`,
  )
  const left = new Map(removals.map((removal) => [removal.code, removal]))
  const names = new Map([...before, ...after].map(({ code, operator }) => [code, operator]))
  const compared = compareRosters(before.map(flat), after.map(flat)).flatMap(
    (change): PublicChange[] => {
      if (change.change === 'unchanged' || left.has(change.code)) return []
      return [
        {
          code: change.code,
          operator: names.get(change.code) ?? '',
          change: change.change,
          fields: change.change === 'changed' ? [...change.fields] : [],
          reason: null,
        },
      ]
    },
  )
  return [
    ...compared,
    ...removals.map(({ code, operator, kind, reason }) => ({
      code,
      operator,
      change: kind,
      fields: [],
      reason,
    })),
  ]
}

function condition({ q, town, level, kind }: RosterFacets): SQL {
  const parts = [
    q === undefined
      ? undefined
      : sql`(${textHolds(sql`operator || ' ' || address || ' ' || activity || ' ' || town_name`, q)} OR code = ${foldForSearch(q).toUpperCase()})`,
    town && sql`town_code IN ${[...town]}`,
    level && sql`level IN ${[...level]}`,
    kind && sql`kind IN ${[...kind]}`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` AND `)
}

function flat({
  warning,
  doThis,
  office,
  town,
  location: {
    coordinates: [lon, lat],
  },
  ...record
}: RiskSource): PublicRecord {
  return {
    ...record,
    warningZh: warning.zh,
    warningEn: warning.en,
    doThisZh: doThis.zh,
    doThisEn: doThis.en,
    officeName: office.name,
    officePhone: office.phone,
    townCode: town.code,
    townName: town.name,
    lon,
    lat,
  }
}
