import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from './database.ts'
import { queryRows } from './rows.ts'
import { openScope, type Scope } from './scope.ts'

const Refused = z.object({ cause: z.object({ code: z.string() }) })

/** A transaction of the owner that can act as any scope in between, and is undone in the end. */
export interface Stage {
  readonly tx: Tx
  /** Lets a scope run a statement: the rows it returns, or the SQLSTATE of the refusal, which undoes the statement alone. */
  act<Row extends z.ZodType>(
    scope: Scope,
    row: Row,
    statement: SQL,
  ): Promise<z.output<Row>[] | string>
}

/** Runs work on a stage. */
export async function onStage<T>(
  database: Database,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  let result: { value: T } | undefined
  const undone = new Error('undone')
  await database
    .asOwner(async (tx) => {
      result = {
        value: await work({ tx, act: (scope, row, statement) => actAs(tx, scope, row, statement) }),
      }
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  if (result === undefined) throw new Error('the stage was left early')
  return result.value
}

async function actAs<Row extends z.ZodType>(
  tx: Tx,
  scope: Scope,
  row: Row,
  statement: SQL,
): Promise<z.output<Row>[] | string> {
  const [, ...settings] = openScope(scope).split('; ')
  await tx.execute(sql`SAVEPOINT act`)
  for (const setting of settings) await tx.execute(sql.raw(setting))
  try {
    const rows = await queryRows(tx, row, statement)
    await tx.execute(sql`RESET ROLE`)
    return rows
  } catch (error) {
    await tx.execute(sql`ROLLBACK TO SAVEPOINT act`)
    return Refused.parse(error).cause.code
  }
}

const Key = z.object({ key: z.string() }).transform(({ key }) => key)

/** The keys of the rows that a statement of a scope returned, sorted; the SQLSTATE where it was refused. */
export async function keysFor(
  stage: Stage,
  scope: Scope,
  statement: SQL,
): Promise<string[] | string> {
  const keys = await stage.act(scope, Key, statement)
  return typeof keys === 'string' ? keys : [...keys].sort()
}

export const PERMISSION_DENIED = '42501'
export const FOREIGN_KEY_VIOLATION = '23503'
export const CHECK_VIOLATION = '23514'
