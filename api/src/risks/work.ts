import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { todayInChina } from '../domain/overdue.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { requireOwnEnterprise } from '../http/own-enterprise.ts'
import { RoleRefusedError } from '../http/refusals.ts'
import { readerOf, type AppEnv } from '../http/scope.ts'
import { findRiskPoints } from './queries.ts'
import { inWords, RiskPointChangedError } from './refusals.ts'
import type { RiskPoint } from './schema.ts'
import { shown } from './shown.ts'

/** Somebody at work on the risk points of one enterprise, inside one transaction. */
export interface Work {
  readonly tx: Tx
  readonly enterpriseId: string
  /** Their name, for what is signed. */
  readonly by: string
  /** In China, `YYYY-MM-DD`. */
  readonly today: string
  readonly now: Date
  seal(text: string): string
}

/**
 * Opens the transaction of a write.
 * @throws NotFoundError, OtherOfficeError, RoleRefusedError (整改责任人 rectify, they do not grade), and what the database notices, in words
 */
export function atWork<T>(
  { database, now, sealer }: AppDeps,
  c: Context<AppEnv>,
  enterpriseId: string,
  work: (at: Work) => Promise<T>,
): Promise<T> {
  const { scope, role, position } = readerOf(c)
  if (role === 'enterprise' && position === 'rectifier') throw new RoleRefusedError()
  const moment = now()
  return inWords(
    database.scoped(scope, async (tx) => {
      await requireOwnEnterprise(tx, scope, enterpriseId)
      return work({
        tx,
        enterpriseId,
        by: scope.actor?.name ?? '',
        today: todayInChina(moment),
        now: moment,
        seal: (text) => sealer.seal(text),
      })
    }),
  )
}

/** The risk point as it stands. @throws NotFoundError */
export async function pointAt(
  { tx, enterpriseId }: Work,
  id: string,
): Promise<z.output<typeof RiskPoint>> {
  const [row] = await findRiskPoints(tx, enterpriseId, [id])
  if (row === undefined) throw new NotFoundError('risk-point')
  return shown(row)
}

/**
 * Takes the point for a change: one more version, and until the end of the transaction nobody else's turn.
 * @param seen the version the sender saw; absent where they only add
 * @throws RiskPointChangedError, NotFoundError
 */
export async function takePoint(at: Work, id: string, seen?: number): Promise<void> {
  const taken = await queryRow(
    at.tx,
    z.unknown(),
    sql`
    UPDATE risk_points SET version = version + 1, updated_at = ${at.now.toISOString()}
    WHERE enterprise_id = ${at.enterpriseId} AND id = ${id} AND version = coalesce(${seen ?? null}::integer, version)
    RETURNING 1`,
  )
  if (taken === undefined) throw new RiskPointChangedError(await pointAt(at, id))
}

/** Whether a row of that id hangs on the enterprise already. */
export async function isThere(
  { tx, enterpriseId }: Work,
  table: 'risk_points' | 'hazard_sources' | 'assessments' | 'control_measures' | 'responsibilities',
  id: string | undefined,
): Promise<boolean> {
  return (
    id !== undefined &&
    (await queryRow(
      tx,
      z.unknown(),
      sql`
    SELECT 1 FROM ${sql.identifier(table)} WHERE enterprise_id = ${enterpriseId} AND id = ${id}`,
    )) !== undefined
  )
}
