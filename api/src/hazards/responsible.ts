import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { enterpriseExists } from '../db/enterprise-exists.ts'
import { queryRows } from '../db/rows.ts'
import type { Scope } from '../db/scope.ts'
import { POSITION_CODES } from '../domain/position.ts'

/** Somebody who can be made responsible. */
export const ResponsiblePerson = z
  .object({
    id: z.uuid().nullable().meta({ description: 'Null for who has no account' }),
    name: z.string(),
    position: z.enum(POSITION_CODES).nullable(),
    department: z.string().nullable().meta({ description: 'As the control list names it' }),
  })
  .meta({ id: 'ResponsiblePerson' })
export type ResponsiblePerson = z.output<typeof ResponsiblePerson>

const WithAccount = ResponsiblePerson.omit({ department: true })
const Named = z.object({ name: z.string(), department: z.string() })

/**
 * People of an enterprise: first those with accounts, then who the control list names besides. Who may see the
 * enterprise may know who answers for it; nothing but the name is told.
 * @param today `YYYY-MM-DD` in China
 * @returns undefined where the scope sees no such enterprise
 */
export async function responsiblePeople(
  database: Database,
  scope: Scope,
  enterpriseId: string,
  today: string,
): Promise<ResponsiblePerson[] | undefined> {
  const named = await database.reading(scope, async (tx) =>
    (await enterpriseExists(tx, enterpriseId))
      ? queryRows(
          tx,
          Named,
          sql`
    SELECT person AS name, min(department) AS department
    FROM responsibilities WHERE enterprise_id = ${enterpriseId} AND person <> ''
    GROUP BY person ORDER BY count(*) DESC, person LIMIT 60`,
        )
      : undefined,
  )
  if (named === undefined) return undefined
  const accounts = await database.reading({ audience: 'identity' }, (tx) =>
    queryRows(
      tx,
      WithAccount,
      sql`
    SELECT u.id, u.name, a.position
    FROM appointments a
    JOIN users u ON u.id = a.user_id
    WHERE a.enterprise_id = ${enterpriseId} AND a.ended_at IS NULL AND NOT u.banned
      AND a.valid_from <= ${today}::date AND (a.valid_to IS NULL OR a.valid_to >= ${today}::date)
    ORDER BY array_position(ARRAY['rectifier', 'principal', 'safety-officer'], a.position), u.name, u.id`,
    ),
  )
  const departments = new Map(named.map(({ name, department }) => [name, department]))
  const known = new Set(accounts.map(({ name }) => name))
  return [
    ...accounts.map((person) => ({ ...person, department: departments.get(person.name) ?? null })),
    ...named
      .filter(({ name }) => !known.has(name))
      .map(({ name, department }) => ({ id: null, name, position: null, department })),
  ]
}
