import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Tx } from '../db/database.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import { NotFoundError } from '../http/errors.ts'
import type { NewGridOverride, OfficeChange } from './changeset.ts'
import { GridFieldError, ObjectMovedError } from './refusals.ts'
import { GridObject, GridOverride } from './schema.ts'

const OBJECT = sql`
  o.enterprise_id AS "enterpriseId", o.name, ST_AsGeoJSON(o.geom, 6)::json AS location, o.risk_level AS "riskLevel", o.grid_id AS "gridId",
  o.office_id AS "officeId", o.office_name AS "officeName", o.override`
const Done = z.object({ done: z.boolean() })

/** The objects of a grid, the most dangerous first. */
export function listObjects(tx: Tx, gridId: string): Promise<z.output<typeof GridObject>[]> {
  return queryRows(
    tx,
    GridObject,
    sql`
    SELECT ${OBJECT} FROM grid_objects('{}', ${gridId}) o ORDER BY o.risk_level NULLS LAST, o.name COLLATE "C", o.enterprise_id`,
  )
}

/** @throws NotFoundError */
export async function findObject(
  tx: Tx,
  enterpriseId: string,
): Promise<z.output<typeof GridObject>> {
  const found = await queryRow(
    tx,
    GridObject,
    sql`SELECT ${OBJECT} FROM grid_objects(ARRAY[${enterpriseId}]::uuid[], NULL) o`,
  )
  if (found === undefined) throw new NotFoundError('enterprise')
  return found
}

/** Every object that is in a grid by hand, latest first. */
export function listOverrides(tx: Tx): Promise<z.output<typeof GridOverride>[]> {
  const grid = (alias: 'g' | 'b') =>
    sql.raw(`json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name)`)
  return queryRows(
    tx,
    GridOverride,
    sql`
    WITH set AS MATERIALIZED (SELECT * FROM listed_grid_overrides())
    SELECT o.enterprise_id AS "enterpriseId", o.name, ST_AsGeoJSON(o.geom, 6)::json AS location, o.risk_level AS "riskLevel", ${grid('g')} AS grid,
           CASE WHEN b.id IS NOT NULL THEN ${grid('b')} END AS "byGeometry", set.reason, set.set_by_name AS "setByName", ${isoTime(sql`set.set_at`)} AS "setAt"
    FROM set
    JOIN grid_objects(ARRAY(SELECT enterprise_id FROM set), NULL) o ON o.enterprise_id = set.enterprise_id
    JOIN grids g ON g.id = o.grid_id
    LEFT JOIN grids b ON b.id = grid_at(o.geom)
    ORDER BY set.set_at DESC, o.enterprise_id`,
  )
}

/**
 * Puts an object under a grid by hand; it stays there whatever becomes of the boundaries.
 * @throws NotFoundError, GridFieldError, ObjectMovedError
 */
export async function overrideGrid(
  tx: Tx,
  enterpriseId: string,
  { gridId, reason, expectedGridId }: z.output<typeof NewGridOverride>,
  at: Date,
): Promise<z.output<typeof GridObject>> {
  const before = await findObject(tx, enterpriseId)
  const stands = await queryRow(
    tx,
    z.object({ id: z.uuid() }),
    sql`SELECT id FROM grids WHERE id = ${gridId} AND valid_to IS NULL FOR KEY SHARE`,
  )
  if (stands === undefined)
    throw new GridFieldError([
      {
        field: 'gridId',
        text: { zh: '没有这个网格，或已撤销', en: 'There is no such grid, or it was dissolved' },
      },
    ])
  const result = await queryRow(
    tx,
    Done,
    sql`SELECT override_grid(${enterpriseId}, ${gridId}, ${expectedGridId}, ${reason}, ${at.toISOString()}::timestamptz) AS done`,
  )
  if (result?.done !== true) throw new ObjectMovedError('grid', before)
  return findObject(tx, enterpriseId)
}

/**
 * Lets the boundaries decide again. Done already is done.
 * @throws NotFoundError
 */
export async function dropOverride(
  tx: Tx,
  enterpriseId: string,
  at: Date,
): Promise<z.output<typeof GridObject>> {
  await findObject(tx, enterpriseId)
  await tx.execute(
    sql`SELECT drop_grid_override(${enterpriseId}, ${at.toISOString()}::timestamptz)`,
  )
  return findObject(tx, enterpriseId)
}

/**
 * Makes another office responsible for an object.
 * @throws NotFoundError, GridFieldError, ObjectMovedError
 */
export async function changeOffice(
  tx: Tx,
  enterpriseId: string,
  { officeId, reason, expectedOfficeId }: z.output<typeof OfficeChange>,
  at: Date,
): Promise<z.output<typeof GridObject>> {
  const before = await findObject(tx, enterpriseId)
  const office = await queryRow(
    tx,
    z.object({ name: z.string() }),
    sql`SELECT name FROM offices WHERE id = ${officeId}`,
  )
  if (office === undefined)
    throw new GridFieldError([
      { field: 'officeId', text: { zh: '没有这个科室', en: 'There is no such office' } },
    ])
  const result = await queryRow(
    tx,
    Done,
    sql`SELECT change_office(${enterpriseId}, ${officeId}, ${expectedOfficeId}, ${at.toISOString()}::timestamptz) AS done`,
  )
  if (result?.done !== true) throw new ObjectMovedError('office', before)
  await recordAct(tx, {
    action: 'handover',
    table: 'enterprises',
    key: { id: enterpriseId },
    objectName: before.name,
    enterpriseId,
    changes: {
      office: { from: before.officeName, to: office.name },
      reason: { from: null, to: reason },
    },
  })
  return findObject(tx, enterpriseId)
}
