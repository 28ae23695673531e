import { randomUUID } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { queryRow, queryRows } from '../../db/rows.ts'
import { pointText, polygonText, toWgs84 } from '../../db/wgs84.ts'
import type { Datum } from '../../domain/datum.ts'
import type { FieldProblem } from '../../domain/errors.ts'
import { NotFoundError } from '../../http/errors.ts'
import { writeResponsibilities, writeSources } from '../compose.ts'
import type { BulkChange, NewRiskPoint, RiskPointChange } from '../inputs.ts'
import { findRiskPoints } from '../queries.ts'
import {
  RiskConflictError,
  RiskFieldError,
  RiskPointChangedError,
  RiskPointsChangedError,
} from '../refusals.ts'
import { addPoints } from '../rows.ts'
import { shown } from '../shown.ts'
import { pointAt, takePoint, type Work } from '../work.ts'

/** A point of an enterprise does not lie further from it, in metres: what does is a slip of the keyboard or of the datum. */
export const FARTHEST = 20_000

/** Numbers and codes of an enterprise's points are handed out one transaction at a time. */
export async function holdNumbers({ tx, enterpriseId }: Work): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(370405, hashtext(${enterpriseId}))`)
}

/** The next 序号 of the enterprise. */
async function nextNumber({ tx, enterpriseId }: Work): Promise<number> {
  const row = await queryRow(
    tx,
    z.object({ no: z.int() }),
    sql`SELECT coalesce(max(no), 0) + 1 AS no FROM risk_points WHERE enterprise_id = ${enterpriseId}`,
  )
  return row?.no ?? 1
}

async function codesOf({ tx, enterpriseId }: Work): Promise<Map<string, string>> {
  const rows = await queryRows(
    tx,
    z.object({ id: z.string(), code: z.string() }),
    sql`SELECT id, code FROM risk_points WHERE enterprise_id = ${enterpriseId}`,
  )
  return new Map(rows.map(({ id, code }) => [id, code]))
}

/** `FX-007`, or the next that nobody has. */
function freeCode(no: number, taken: ReadonlySet<string>): string {
  for (let number = no; ; number += 1) {
    const code = `FX-${String(number).padStart(3, '0')}`
    if (!taken.has(code)) return code
  }
}

type Shape = Pick<RiskPointChange, 'location' | 'extent' | 'datum'>

function placeOf({ location, extent, datum = 'wgs84' }: Shape): {
  geom?: string
  extent?: string | null
} {
  const convert = (position: readonly [number, number]) => toWgs84(datum satisfies Datum, position)
  return {
    ...(location === undefined ? {} : { geom: pointText(convert(location.coordinates)) }),
    ...(extent === undefined
      ? {}
      : { extent: extent === null ? null : polygonText(extent.coordinates[0].map(convert)) }),
  }
}

const Sound = z.object({ near: z.boolean(), sound: z.boolean() })

/** What is wrong with where a point is said to lie. */
async function placeFaults(
  { tx, enterpriseId }: Work,
  { geom, extent }: { geom?: string; extent?: string | null },
): Promise<FieldProblem[]> {
  if (geom === undefined && (extent ?? null) === null) return []
  const found = await queryRow(
    tx,
    Sound,
    sql`
    SELECT coalesce(ST_DWithin(e.geom::geography, (${geom ?? null}::text)::geometry::geography, ${FARTHEST}), true)
       AND coalesce(ST_DWithin(e.geom::geography, (${extent ?? null}::text)::geometry::geography, ${FARTHEST}), true) AS near,
      coalesce(ST_IsValid((${extent ?? null}::text)::geometry) AND ST_Area((${extent ?? null}::text)::geometry) > 0, true) AS sound
    FROM enterprises e WHERE e.id = ${enterpriseId}`,
  )
  return [
    ...(found?.near === false
      ? [
          {
            field: geom === undefined ? 'extent' : 'location',
            text: {
              zh: '位置距企业超过 20 公里，请检查坐标和坐标系',
              en: 'Over 20 km from the enterprise: check the coordinates and their datum',
            },
            expected: '≤ 20 km',
          },
        ]
      : []),
    ...(found?.sound === false
      ? [
          {
            field: 'extent',
            text: {
              zh: '区域边界自相交或没有面积',
              en: 'The outline crosses itself or has no area',
            },
          },
        ]
      : []),
  ]
}

/** Writes a new point with all that came with it. @returns its id */
export async function createPoint(
  at: Work,
  {
    id = randomUUID(),
    sources,
    responsibilities,
    location,
    extent,
    datum,
    code,
    ...point
  }: NewRiskPoint,
): Promise<string> {
  await holdNumbers(at)
  const place = { geom: '', extent: null, ...placeOf({ location, extent, datum }) }
  const faults = await placeFaults(at, place)
  if (faults.length > 0) throw new RiskFieldError(faults)
  const no = await nextNumber(at)
  await addPoints(at.tx, at.enterpriseId, [
    {
      ...point,
      ...place,
      id,
      no,
      code: code ?? freeCode(no, new Set((await codesOf(at)).values())),
    },
  ])
  await writeSources(at, id, sources, 'sources')
  await writeResponsibilities(at, id, responsibilities)
  return id
}

const COLUMNS = {
  code: 'code',
  name: 'name',
  type: 'type',
  domain: 'domain',
  publicDomain: 'public_domain',
  locationText: 'location_text',
} as const satisfies Partial<Record<keyof RiskPointChange, string>>
const FIELDS = [
  'code',
  'name',
  'type',
  'domain',
  'publicDomain',
  'locationText',
] as const satisfies readonly (keyof typeof COLUMNS)[]

function assignments(change: Omit<RiskPointChange, 'version'>): SQL[] {
  const { geom, extent } = placeOf(change)
  return [
    ...FIELDS.flatMap((field) =>
      change[field] === undefined
        ? []
        : [sql`${sql.identifier(COLUMNS[field])} = ${change[field]}`],
    ),
    ...(geom === undefined ? [] : [sql`geom = (${geom}::text)::geometry`]),
    ...(extent === undefined ? [] : [sql`extent = (${extent}::text)::geometry`]),
  ]
}

/** @returns false where the point is not of the version, or not there */
async function changeSeen(
  { tx, enterpriseId, now }: Work,
  id: string,
  { version, ...change }: RiskPointChange,
): Promise<boolean> {
  return (
    (await queryRow(
      tx,
      z.unknown(),
      sql`
    UPDATE risk_points SET ${sql.join([sql`version = version + 1`, sql`updated_at = ${now.toISOString()}`, ...assignments(change)], sql`, `)}
    WHERE enterprise_id = ${enterpriseId} AND id = ${id} AND version = ${version}
    RETURNING 1`,
    )) !== undefined
  )
}

/** Changes what is given. @throws RiskPointChangedError, NotFoundError, RiskFieldError, RiskConflictError */
export async function changePoint(at: Work, id: string, change: RiskPointChange): Promise<void> {
  const faults = await placeFaults(at, placeOf(change))
  if (faults.length > 0) throw new RiskFieldError(faults)
  if (!(await changeSeen(at, id, change))) throw new RiskPointChangedError(await pointAt(at, id))
}

/**
 * Changes many points, all of them or none; every refusal names row and field.
 * @throws RiskPointsChangedError, RiskFieldError, RiskConflictError
 */
export async function changePoints(at: Work, changes: readonly BulkChange[]): Promise<void> {
  await holdNumbers(at)
  const faults: FieldProblem[] = []
  for (const [row, change] of changes.entries()) {
    for (const fault of await placeFaults(at, placeOf(change)))
      faults.push({ ...fault, field: `changes.${row}.${fault.field}` })
  }
  if (faults.length > 0) throw new RiskFieldError(faults)
  await requireFreeCodes(at, changes)
  const late: number[] = []
  for (const [row, { id, ...change }] of changes.entries()) {
    if (!(await changeSeen(at, id, change))) late.push(row)
  }
  if (late.length === 0) return
  const stand = await findRiskPoints(
    at.tx,
    at.enterpriseId,
    changes.map(({ id }) => id),
  )
  throw new RiskPointsChangedError(
    late.map((row) => {
      const current = stand.find(({ id }) => id === changes[row]?.id)
      return { row, current: current === undefined ? null : shown(current) }
    }),
  )
}

async function requireFreeCodes(at: Work, changes: readonly BulkChange[]): Promise<void> {
  if (changes.every(({ code }) => code === undefined)) return
  const codes = await codesOf(at)
  const taken = changes.flatMap(({ id, code }, row) => {
    if (code === undefined) return []
    const other = changes.some((one, index) => index !== row && one.code === code)
    const standing = [...codes].some(([holder, held]) => held === code && holder !== id)
    return other || standing ? [`changes.${row}.code`] : []
  })
  if (taken.length > 0) throw new RiskConflictError('code-taken', taken)
}

/** Deletes a point with all that hangs on it. @throws RiskPointChangedError, NotFoundError, RiskConflictError where it is referred to */
export async function removePoint(at: Work, id: string, version: number): Promise<void> {
  await takePoint(at, id, version)
  const removed = await queryRow(
    at.tx,
    z.unknown(),
    sql`DELETE FROM risk_points WHERE enterprise_id = ${at.enterpriseId} AND id = ${id} RETURNING 1`,
  )
  if (removed === undefined) throw new NotFoundError('risk-point')
}
