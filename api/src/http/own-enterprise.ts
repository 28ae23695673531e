import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import type { Scope } from '../db/scope.ts'
import { NotFoundError } from './errors.ts'
import { OtherOfficeError } from './refusals.ts'

/**
 * Says early and in words what row-level security would refuse: an enterprise that the scope does not see, or that
 * another office answers for.
 * @throws NotFoundError, OtherOfficeError
 */
export async function requireOwnEnterprise(
  tx: Tx,
  scope: Scope,
  enterpriseId: string,
): Promise<void> {
  const found = await queryRow(
    tx,
    z.object({ officeId: z.string() }),
    sql`SELECT office_id AS "officeId" FROM enterprises WHERE id = ${enterpriseId}`,
  )
  if (found === undefined) throw new NotFoundError('enterprise')
  if (scope.audience === 'wide' && scope.officeId !== found.officeId) throw new OtherOfficeError()
}
