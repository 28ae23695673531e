import type { Tx } from '@onemap/api/db/database'
import { queryRow, queryRows } from '@onemap/api/db/rows'
import { sql } from '@onemap/api/db/sql'
import { dayAfter } from '@onemap/api/domain/calendar'
import { z } from 'zod'
import type { DistrictOptions } from '../plan.ts'
import { createRandom } from '../random.ts'
import { ACCIDENTS } from './accidents.ts'
import { DEMONSTRATION_AUTHOR } from './remove-shared.ts'
import { CITY, ENTERPRISE, INDUSTRIES, seasonOf, type Outlook } from './outlooks.ts'

const Office = z.object({ id: z.uuid() })
/** An enterprise and its most dangerous points. */
const Subject = z.object({
  enterpriseId: z.uuid(),
  author: z.string(),
  points: z.array(z.object({ id: z.uuid(), name: z.string() })),
})

/** Fills the library of accident cases and looks ahead for the city, some industries and the enterprises with most at stake. */
export async function loadPrejudgements(
  tx: Tx,
  { seed, asOf }: Pick<DistrictOptions, 'seed' | 'asOf'>,
): Promise<void> {
  const office = await queryRow(tx, Office, sql`SELECT id FROM offices ORDER BY code LIMIT 1`)
  if (office === undefined) return
  const random = createRandom(`${seed} prejudgements`)
  const caseIds = new Map<string, string>()
  for (const accident of ACCIDENTS) {
    const row = await queryRow(
      tx,
      z.object({ id: z.uuid() }),
      sql`
      WITH known AS (SELECT id FROM accident_cases WHERE title = ${accident.title}),
      added AS (
        INSERT INTO accident_cases (id, office_id, title, occurred_on, place, industry, accident_type, deaths, injuries, summary, lessons, source, is_demo)
        SELECT ${random.uuid()}::uuid, ${office.id}, ${accident.title}, ${accident.occurredOn}, ${accident.place}, ${accident.industry}, ${accident.accidentType},
          ${accident.deaths}::integer, ${accident.injuries}::integer, ${accident.summary}, ${accident.lessons}, ${accident.source}, ${accident.invented}::boolean
        WHERE NOT EXISTS (SELECT FROM known)
        RETURNING id
      )
      SELECT id FROM known UNION ALL SELECT id FROM added`,
    )
    if (row !== undefined) caseIds.set(accident.title, row.id)
  }

  async function write(
    outlook: Outlook,
    owner: {
      level: string
      officeId?: string
      enterpriseId?: string
      industry?: string
      author: string
    },
    from: string,
    to: string,
  ): Promise<string> {
    const id = random.uuid()
    const cases = [...caseIds]
      .filter(([title]) => outlook.cases.some((start) => title.startsWith(start)))
      .map(([, caseId]) => caseId)
    await tx.execute(sql`
      INSERT INTO prejudgements (id, level, office_id, enterprise_id, industry, title, sources, period_from, period_to, content, measures, accident_types, case_ids, created_by_name, created_at, updated_at)
      VALUES (${id}, ${owner.level}, ${owner.officeId ?? null}, ${owner.enterpriseId ?? null}, ${owner.industry ?? null}, ${outlook.title}, ${`{${outlook.sources.join(',')}}`}::text[],
        ${from}, ${to}, ${outlook.content}, ${outlook.measures}, ${`{${outlook.accidentTypes.join(',')}}`}::smallint[], ${`{${cases.join(',')}}`}::uuid[],
        ${owner.author}, ${`${from}T09:00:00+08:00`}, ${`${from}T09:00:00+08:00`})`)
    return id
  }

  for (const age of [0, 91, 182, 273]) {
    const day = dayAfter(asOf, -age)
    const outlook = CITY[seasonOf(day)]
    await write(
      { ...outlook, title: `${day.slice(0, 4)}年${outlook.title}` },
      { level: 'city', officeId: office.id, author: DEMONSTRATION_AUTHOR },
      dayAfter(day, -20),
      dayAfter(day, 70),
    )
  }
  for (const { industry, ...outlook } of INDUSTRIES) {
    await write(
      outlook,
      { level: 'industry', officeId: office.id, industry, author: DEMONSTRATION_AUTHOR },
      dayAfter(asOf, -random.int(20, 60)),
      dayAfter(asOf, random.int(60, 120)),
    )
  }
  for (const { enterpriseId, author, points } of await subjects(tx)) {
    const outlook = random.pick(ENTERPRISE)
    const id = await write(
      { ...outlook, content: outlook.content.replace('{point}', points[0]?.name ?? '重点') },
      { level: 'enterprise', enterpriseId, author },
      dayAfter(asOf, -random.int(5, 40)),
      dayAfter(asOf, random.int(40, 90)),
    )
    for (const point of points.slice(0, random.int(1, points.length))) {
      await tx.execute(
        sql`INSERT INTO prejudgement_risk_points (enterprise_id, prejudgement_id, risk_point_id) VALUES (${enterpriseId}, ${id}, ${point.id})`,
      )
    }
  }
}

/** Those who sign in, and those with the worst points: a dozen and a half is enough to read. */
function subjects(tx: Tx): Promise<z.output<typeof Subject>[]> {
  return queryRows(
    tx,
    Subject,
    sql`
    SELECT e.id AS "enterpriseId", e.safety_officer AS author, (
      SELECT json_agg(json_build_object('id', p.id, 'name', p.name)) FROM (
        SELECT id, name FROM risk_points WHERE enterprise_id = e.id ORDER BY level NULLS LAST, no LIMIT 3
      ) p) AS points
    FROM enterprises e
    WHERE e.is_demo AND EXISTS (SELECT FROM risk_points WHERE enterprise_id = e.id)
    ORDER BY EXISTS (SELECT FROM appointments a WHERE a.enterprise_id = e.id) DESC, e.risk_level NULLS LAST, e.credit_code
    LIMIT 18`,
  )
}
