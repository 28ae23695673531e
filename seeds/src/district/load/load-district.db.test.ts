import { sql } from '@onemap/api/db/sql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '@onemap/api/db/database'
import { queryRow } from '@onemap/api/db/rows'
import { testDatabase } from '@onemap/api/db/test-database'
import { TEST_SEALER } from '@onemap/api/db/test-fixture-risks'
import { TABLES as CLASSES } from '@onemap/api/db/test-tables'
import { loadGeography } from '@onemap/geodata/load'
import { inventDistrict } from '../district.ts'
import { readExamples } from '../evidence/pictures.ts'
import { builtGeography } from '../place/geography.ts'
import { readGeography } from './geography.ts'
import { loadDistrict } from './load-district.ts'
import { countStanding, removeAllEnterprises } from './standing.ts'
import { TABLES } from './tables.ts'

const OPTIONS = { enterprises: 30, riskPoints: 600, hazards: 160, seed: 'db', asOf: '2026-11-23' }
const Figures = z.record(z.string(), z.coerce.number())

let database: Database
let levelsWritten: z.output<typeof Figures> | undefined

beforeAll(async () => {
  database = await testDatabase()
  await database.asOwner(loadGeography)
  await database.asOwner((tx) => loadDistrict(database, tx, OPTIONS, TEST_SEALER, () => undefined))
  levelsWritten = await figures(LEVELS)
})

afterAll(() => database.close())

const LEVELS = sql`
  SELECT (SELECT sum(level) FROM hazard_sources) AS sources, (SELECT sum(level) FROM risk_points) AS points,
    (SELECT sum(accident_type) FROM risk_points) AS accidents, (SELECT sum(risk_level) FROM enterprises) AS enterprises`

const figures = (query: ReturnType<typeof sql>) =>
  database.asOwner((tx) => queryRow(tx, Figures, query))

it('reads back the geography that was built', async () => {
  const [read, built] = [await database.asOwner(readGeography), builtGeography()]
  expect(read.grids.map(({ id, code, surface }) => ({ id, code, surface }))).toEqual(
    [...built.grids]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ id, code, surface }) => ({ id, code, surface })),
  )
  expect(read.villages).toHaveLength(built.villages.length)
  expect(read.canal).toEqual(built.canal)
})

it('writes exactly what was invented', async () => {
  const records = [...inventDistrict(await database.asOwner(readGeography), OPTIONS).records()]
  const examples = await readExamples()
  for (const table of TABLES) {
    const lines = records.reduce(
      (sum, record) =>
        sum + table.lines(record, { officeIds: new Map(), sealer: TEST_SEALER, examples }).length,
      0,
    )
    expect(
      await figures(sql`SELECT count(*) AS n FROM ${sql.identifier(table.name)}`),
      table.name,
    ).toEqual({ n: lines })
  }
})

it('knows the last event of every hazard, and every hazard that another turned out to be', async () => {
  expect(
    await figures(sql`
    SELECT count(*) FILTER (WHERE last_seq <> (SELECT count(*) FROM hazard_events v WHERE v.enterprise_id = h.enterprise_id AND v.hazard_id = h.id)) AS behind,
      count(*) FILTER (WHERE (merged_into IS NOT NULL) <> EXISTS (SELECT FROM hazard_events v WHERE v.enterprise_id = h.enterprise_id AND v.hazard_id = h.id AND v.type = 'merge')) AS unmerged
    FROM hazards h`),
  ).toEqual({ behind: 0, unmerged: 0 })
})

it('carries the levels that the database derives', async () => {
  const points = await figures(sql`
    SELECT count(*) AS differing
    FROM risk_points p
    WHERE p.level IS DISTINCT FROM (SELECT min(level) FROM hazard_sources s WHERE s.enterprise_id = p.enterprise_id AND s.risk_point_id = p.id)`)
  expect(points).toEqual({ differing: 0 })
  await database.asOwner((tx) => tx.execute(sql`UPDATE assessments SET level = level`))
  await database.asOwner((tx) => tx.execute(sql`UPDATE hazard_sources SET level = level`))
  await database.asOwner((tx) => tx.execute(sql`UPDATE risk_points SET level = level`))
  expect(await figures(LEVELS)).toEqual(levelsWritten)
})

it('marks every enterprise as demonstration and lies in the district', async () => {
  expect(
    await figures(sql`
    SELECT count(*) FILTER (WHERE NOT e.is_demo) AS real, count(*) FILTER (WHERE NOT ST_Covers(a.geom, e.geom)) AS outside,
      count(*) FILTER (WHERE NOT ST_Covers(g.geom, e.geom)) AS elsewhere
    FROM enterprises e
    JOIN areas a ON a.code = e.area_code
    JOIN grids g ON g.id = e.grid_id`),
  ).toEqual({ real: 0, outside: 0, elsewhere: 0 })
})

it('gives every grid one chief', async () => {
  expect(
    await figures(sql`
    SELECT count(*) AS wrong
    FROM grids g
    WHERE 1 <> (SELECT count(*) FROM grid_people p WHERE p.grid_id = g.id AND p.position = 'chief')`),
  ).toEqual({ wrong: 0 })
})

it('empties all tables, raises every layer, and writes the same again', async () => {
  const versions = sql`SELECT layer, sum(version) AS version FROM layer_versions WHERE layer = 'hazards' GROUP BY layer`
  const version = () =>
    database.asOwner((tx) => queryRow(tx, z.object({ version: z.coerce.number() }), versions))
  const before = await version()
  await database.asOwner(removeAllEnterprises)
  expect(await database.asOwner(countStanding)).toEqual({ demonstration: 0, real: 0 })
  for (const table of [
    ...CLASSES.enterprise,
    ...CLASSES.bureau,
    ...CLASSES.published,
    ...CLASSES.concerns,
    'prejudgements',
    'message_reads',
  ]) {
    expect(await figures(sql`SELECT count(*) AS n FROM ${sql.identifier(table)}`), table).toEqual({
      n: 0,
    })
  }
  expect((await version())?.version).toBeGreaterThan(before?.version ?? 0)
  await database.asOwner((tx) => loadDistrict(database, tx, OPTIONS, TEST_SEALER, () => undefined))
  expect(await figures(LEVELS)).toEqual(levelsWritten)
})

it('looks ahead at every level, learns from cases, and points to risk points of whoever looks', async () => {
  expect(
    await figures(sql`
    SELECT count(*) FILTER (WHERE level = 'city') AS city, count(*) FILTER (WHERE level = 'industry') AS industry, count(*) FILTER (WHERE level = 'enterprise') AS enterprise,
      count(*) FILTER (WHERE level = 'enterprise' AND NOT EXISTS (SELECT FROM prejudgement_risk_points l WHERE l.prejudgement_id = j.id AND l.enterprise_id = j.enterprise_id)) AS without_points,
      count(*) FILTER (WHERE NOT EXISTS (SELECT FROM enterprises e WHERE e.id = j.enterprise_id AND e.office_id = j.office_id) AND level = 'enterprise') AS astray
    FROM prejudgements j`),
  ).toEqual({ city: 4, industry: 3, enterprise: 18, without_points: 0, astray: 0 })
  expect(
    await figures(
      sql`SELECT count(*) FILTER (WHERE NOT is_demo) AS told, count(*) FILTER (WHERE is_demo) AS invented FROM accident_cases`,
    ),
  ).toEqual({ told: 5, invented: 2 })
})

it('patrols for a year, everywhere, by people of the grid; what patrols found was found on a visit', async () => {
  expect(
    await figures(sql`
    SELECT count(*) FILTER (WHERE v.visited_on >= ${OPTIONS.asOf}::date OR v.visited_on < ${OPTIONS.asOf}::date - 560) AS outside,
      count(*) FILTER (WHERE NOT EXISTS (SELECT FROM appointments a WHERE a.user_id = v.user_id AND a.grid_id = v.grid_id)) AS strangers,
      count(*) FILTER (WHERE v.distance > 200 AND NOT 'too-far' = ANY (v.flags) OR v.distance <= 200 AND 'too-far' = ANY (v.flags)) AS misjudged,
      (SELECT count(*) FROM enterprises e WHERE NOT EXISTS (SELECT FROM patrol_visits o WHERE o.enterprise_id = e.id)) AS unvisited,
      (SELECT count(*) FROM hazards h WHERE h.origin = 'grid-patrol' AND NOT EXISTS (SELECT FROM patrol_hazards l WHERE l.enterprise_id = h.enterprise_id AND l.hazard_id = h.id AND l.part = 'found')) AS unfound
    FROM patrol_visits v`),
  ).toEqual({ outside: 0, strangers: 0, misjudged: 0, unvisited: 0, unfound: 0 })
  const shares = await figures(sql`
    SELECT count(*)::float / (SELECT count(*) FROM enterprises) AS each, avg(('too-late' = ANY (flags))::int) AS late, avg((result = 'problems')::int) AS troubled FROM patrol_visits`)
  expect(shares?.['each']).toBeGreaterThan(8)
  expect(
    [shares?.['late'], shares?.['troubled']].every((share = 0) => share > 0.02 && share < 0.3),
  ).toBe(true)
})
