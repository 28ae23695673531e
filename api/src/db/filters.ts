import { sql, type SQL } from 'drizzle-orm'
import { OPEN_HAZARD_STATUSES } from '../domain/hazard.ts'
import { foldedHolds } from './search.ts'
import { inShape } from './shapes.ts'

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

type Asked<T> = T | undefined

/** Facets of an enterprise. They narrow its risk points and hazards too. */
export interface EnterpriseFacets {
  /** Part of the name, of its pinyin initials or of the credit code. */
  readonly q?: Asked<string>
  readonly kind?: Asked<readonly string[]>
  readonly gridId?: Asked<readonly string[]>
  /** Codes of counties, towns or villages. */
  readonly areaCode?: Asked<readonly string[]>
  /** GB/T 4754 classes. */
  readonly industryCode?: Asked<readonly string[]>
}

/** Where the thing itself lies. */
export interface PlaceFacet {
  readonly bbox?: Asked<Box>
  /** A drawn shape as extended WKT. */
  readonly shape?: Asked<string>
}

/** Own level of an enterprise or of a risk point; null stands for not yet assessed. */
export interface LevelFacet {
  readonly riskLevel?: Asked<ReadonlyArray<number | null>>
}

export interface PointFacets extends EnterpriseFacets, LevelFacet, PlaceFacet {
  readonly accidentType?: Asked<readonly number[]>
}

export interface HazardFacets extends EnterpriseFacets, PlaceFacet {
  readonly enterpriseId?: Asked<string>
  readonly status?: Asked<readonly string[]>
  readonly grade?: Asked<readonly string[]>
  readonly overdue?: Asked<boolean>
  readonly officeId?: Asked<readonly string[]>
  readonly origin?: Asked<readonly string[]>
  readonly extension?: Asked<readonly string[]>
  readonly supervision?: Asked<readonly string[]>
  /** First and last day in China, `YYYY-MM-DD`. */
  readonly reportedFrom?: Asked<string>
  readonly reportedTo?: Asked<string>
  readonly deadlineFrom?: Asked<string>
  readonly deadlineTo?: Asked<string>
  readonly acceptedFrom?: Asked<string>
  readonly acceptedTo?: Asked<string>
}

/** Condition on `enterprises e`. */
export function enterpriseCondition(facets: EnterpriseFacets & LevelFacet & PlaceFacet): SQL {
  return all([
    ...enterpriseFacets(facets),
    facets.riskLevel && levelIn(sql`e.risk_level`, facets.riskLevel),
    ...placeFacets(sql`e.geom`, facets),
  ])
}

/** Condition on `risk_points p`. */
export function pointCondition(facets: PointFacets): SQL {
  return all([
    ...inheritedFacets('p', facets),
    facets.riskLevel && levelIn(sql`p.level`, facets.riskLevel),
    facets.accidentType && sql`p.accident_type IN ${[...facets.accidentType]}`,
    ...placeFacets(sql`p.geom`, facets),
  ])
}

/**
 * Condition on `hazards h`.
 * @param today `YYYY-MM-DD` in China, by which overdue is decided
 */
export function hazardCondition(facets: HazardFacets, today: string): SQL {
  return all([
    ...inheritedFacets('h', facets),
    facets.enterpriseId !== undefined && sql`h.enterprise_id = ${facets.enterpriseId}`,
    facets.status && sql`h.status IN ${[...facets.status]}`,
    facets.grade && sql`h.grade IN ${[...facets.grade]}`,
    facets.overdue !== undefined && (facets.overdue ? overdue(today) : sql`NOT ${overdue(today)}`),
    ...placeFacets(sql`h.geom`, facets),
    facets.officeId && sql`h.office_id IN ${[...facets.officeId]}`,
    facets.origin && sql`h.origin IN ${[...facets.origin]}`,
    facets.extension && sql`h.extension IN ${[...facets.extension]}`,
    facets.supervision && sql`h.supervision IN ${[...facets.supervision]}`,
    ...between(sql`h.reported_at`, facets.reportedFrom, facets.reportedTo),
    ...between(sql`h.accepted_at`, facets.acceptedFrom, facets.acceptedTo),
    facets.deadlineFrom !== undefined && sql`h.deadline >= ${facets.deadlineFrom}::date`,
    facets.deadlineTo !== undefined && sql`h.deadline <= ${facets.deadlineTo}::date`,
  ])
}

/** Whether `hazards h` is in an open state. */
export const OPEN = sql`h.status IN ${[...OPEN_HAZARD_STATUSES]}`

/** Whether `hazards h` is overdue: the SQL of `isOverdue` in domain/overdue.ts, never null. */
export function overdue(today: string): SQL {
  return sql`(${OPEN} AND h.deadline IS NOT NULL AND h.deadline < ${today}::date)`
}

type Part = SQL | false | undefined

function all(parts: readonly Part[]): SQL {
  const conditions = parts.filter((part): part is SQL => part !== undefined && part !== false)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)
}

function enterpriseFacets({ q, kind, gridId, areaCode, industryCode }: EnterpriseFacets): Part[] {
  return [
    q !== undefined && foldedHolds(sql`e.search_text`, q),
    kind && sql`e.kind IN ${[...kind]}`,
    gridId && sql`e.grid_id IN ${[...gridId]}`,
    areaCode && startsWithAny(sql`e.area_code`, areaCode),
    industryCode && sql`e.industry_code IN ${[...industryCode]}`,
  ]
}

function placeFacets(column: SQL, { bbox, shape }: PlaceFacet): Part[] {
  return [bbox && inBox(column, bbox), shape !== undefined && inShape(column, shape)]
}

/** Grid and town stand on the row itself; what only the enterprise knows is asked of it. */
function inheritedFacets(
  alias: 'p' | 'h',
  { q, kind, gridId, areaCode, industryCode }: EnterpriseFacets,
): Part[] {
  const own = sql.raw(alias)
  const villages = areaCode?.some((code) => code.length > 9) ? areaCode : undefined
  const ofEnterprise =
    q !== undefined || kind !== undefined || industryCode !== undefined || villages !== undefined
  return [
    gridId && sql`${own}.grid_id IN ${[...gridId]}`,
    villages ? undefined : areaCode && startsWithAny(sql`${own}.town_code`, areaCode),
    ofEnterprise &&
      sql`${own}.enterprise_id IN (SELECT e.id FROM enterprises e WHERE ${all(enterpriseFacets({ q, kind, areaCode: villages, industryCode }))})`,
  ]
}

function levelIn(column: SQL, levels: ReadonlyArray<number | null>): SQL {
  const assessed = levels.filter((level) => level !== null)
  if (assessed.length === 0) return sql`${column} IS NULL`
  return assessed.length === levels.length
    ? sql`${column} IN ${assessed}`
    : sql`(${column} IN ${assessed} OR ${column} IS NULL)`
}

function startsWithAny(column: SQL, prefixes: readonly string[]): SQL {
  return sql`(${sql.join(
    prefixes.map((prefix) => sql`${column} LIKE ${`${prefix}%`}`),
    sql` OR `,
  )})`
}

/** An instant from the first moment of a day in China to the last moment of another. */
function between(column: SQL, from: string | undefined, to: string | undefined): Part[] {
  return [
    from !== undefined && sql`${column} >= (${from}::timestamp AT TIME ZONE 'Asia/Shanghai')`,
    to !== undefined &&
      sql`${column} < ((${to}::timestamp + interval '1 day') AT TIME ZONE 'Asia/Shanghai')`,
  ]
}

/** Whether a place lies in a box. */
export function inBox(column: SQL, [west, south, east, north]: Box): SQL {
  return sql`${column} && ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`
}
