import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { enterpriseCondition } from '../db/filters.ts'
import { askedWithin } from '../db/patrol-due.ts'
import { queryRows } from '../db/rows.ts'
import type { CommandFacets } from './facets.ts'

const Town = z.object({
  code: z.string(),
  name: z.string(),
  dueObjects: z.int(),
  visitedObjects: z.int(),
})

/** 巡查覆盖 by town of a period, as it stood on a day, as domain/patrol-statistics.ts defines it: all towns. */
export function countCoverage(
  tx: Tx,
  facets: CommandFacets,
  [from, to]: readonly [string, string],
  day: string,
): Promise<z.output<typeof Town>[]> {
  const { riskLevel: _level, ...ofEnterprise } = facets
  return queryRows(
    tx,
    Town,
    sql`
    WITH ${askedWithin(enterpriseCondition(ofEnterprise), from, to, day)}
    SELECT t.code, t.name,
      count(DISTINCT k.enterprise_id)::integer AS "dueObjects",
      (count(DISTINCT k.enterprise_id) FILTER (WHERE k.made_by IS NOT NULL))::integer AS "visitedObjects"
    FROM areas t LEFT JOIN asked k ON k.town_code = t.code
    WHERE t.level = 'town'
    GROUP BY t.code, t.name
    ORDER BY t.code
  `,
  )
}
