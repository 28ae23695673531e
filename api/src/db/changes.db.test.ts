import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database, Tx } from './database.ts'
import { queryRow, queryRows } from './rows.ts'
import type { Scope } from './scope.ts'
import { plantedDatabase } from './test-database.ts'
import { enterpriseId, GRID, idOf, OFFICE } from './test-fixture-places.ts'

const OWNER_OF_FIRST: Scope = { audience: 'enterprise', enterpriseId: enterpriseId(1) }
const WIDE: Scope = { audience: 'wide' }

const Noted = z.object({
  seq: z.coerce.number(),
  topic: z.string(),
  action: z.string(),
  enterpriseId: z.uuid().nullable(),
  id: z.uuid().nullable(),
  no: z.int().nullable(),
  gridId: z.uuid().nullable(),
})
const Seq = z.object({ seq: z.coerce.number() })

let database: Database
let seen = 0
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

const headOf = async (tx: Tx): Promise<number> =>
  (await queryRow(tx, Seq, sql`SELECT seq FROM changes_head`))?.seq ?? 0
const changesSince = (seq: number) =>
  database.reading(WIDE, (tx) =>
    queryRows(
      tx,
      Noted,
      sql`
  SELECT seq, topic, action, enterprise_id AS "enterpriseId", object_id AS id, object_no AS no, grid_id AS "gridId" FROM changes WHERE seq > ${seq} ORDER BY seq`,
    ),
  )
const run = (scope: Scope, ...statements: SQL[]) =>
  database.scoped(scope, async (tx) => {
    for (const statement of statements) await tx.execute(statement)
  })
const asOwner = (...statements: SQL[]) =>
  database.asOwner(async (tx) => {
    for (const statement of statements) await tx.execute(statement)
  })
const brief = (changes: z.output<typeof Noted>[]) =>
  changes.map(({ topic, action, no }) => [topic, action, no])

beforeEach(async () => {
  seen = await database.reading(WIDE, headOf)
})

describe('a change', () => {
  it('of an assessment announces its point and its enterprise, whose levels follow', async () => {
    await run(
      OWNER_OF_FIRST,
      sql`
      INSERT INTO assessments (enterprise_id, id, hazard_source_id, stage, method, inputs, score, level, profile_id, profile_version, assessor, assessed_on)
      VALUES (${enterpriseId(1)}, ${idOf('7', 1)}, ${idOf('c', 2)}, 'residual', 'LS', '{"l": 5, "s": 5}', 25, 2, 'ls-standard', 1, '评价员', '2026-11-20')`,
    )
    const changes = await changesSince(seen)
    expect(
      changes.every(
        (change) => change.enterpriseId === enterpriseId(1) && change.gridId === GRID.west,
      ),
    ).toBe(true)
    expect(changes.map(({ topic, action, id }) => [topic, action, id])).toEqual(
      expect.arrayContaining([
        ['risk-points', 'update', null],
        ['risk-points', 'update', idOf('b', 2)],
      ]),
    )
    expect(changes.filter(({ id, no }) => id === idOf('b', 2) && no !== null)).toHaveLength(1)

    await run(
      OWNER_OF_FIRST,
      sql`DELETE FROM hazard_sources WHERE id <> ${idOf('c', 2)} AND id NOT IN (SELECT hazard_source_id FROM control_measures)`,
    )
    await asOwner(sql`DELETE FROM hazard_sources WHERE enterprise_id = ${enterpriseId(1)}`)
    expect(
      (await changesSince(seen)).some(
        ({ topic, id }) => topic === 'enterprises' && id === enterpriseId(1),
      ),
    ).toBe(true)
  })

  it('is told once for each thing and transaction, as what it came to', async () => {
    const hazard = (id: string, no: number) => sql`
      INSERT INTO hazards (enterprise_id, id, no, code, description, geom, origin, status, reported_at)
      VALUES (${enterpriseId(1)}, ${id}, ${no}, ${`N${no}`}, '新隐患', ST_SetSRID(ST_MakePoint(117.73, 34.56), 4326), 'daily', 'reported', now())`
    await run(
      OWNER_OF_FIRST,
      hazard(idOf('7', 2), 901),
      sql`UPDATE hazards SET status = 'registered' WHERE id = ${idOf('7', 2)}`,
      sql`UPDATE hazards SET description = '又' WHERE id = ${idOf('7', 2)}`,
    )
    await asOwner(hazard(idOf('7', 3), 902), sql`DELETE FROM hazards WHERE id = ${idOf('7', 3)}`)
    expect(brief(await changesSince(seen))).toEqual([
      ['hazards', 'insert', 901],
      ['hazards', 'delete', 902],
    ])
  })

  it('that is undone was none, and one that touches no row neither', async () => {
    await expect(
      run(OWNER_OF_FIRST, sql`UPDATE hazards SET description = '改'`, sql`SELECT 1 / 0`),
    ).rejects.toThrow()
    await run(OWNER_OF_FIRST, sql`UPDATE hazards SET description = '改' WHERE false`)
    expect(await changesSince(seen)).toEqual([])
  })

  it('of a number takes the old one away', async () => {
    await run(OWNER_OF_FIRST, sql`UPDATE risk_points SET no = 77 WHERE id = ${idOf('b', 1)}`)
    const own = (await changesSince(seen)).filter(({ topic }) => topic === 'risk-points')
    expect(brief(own)).toEqual([
      ['risk-points', 'delete', 1],
      ['risk-points', 'update', 77],
    ])
    await run(OWNER_OF_FIRST, sql`UPDATE risk_points SET no = 1 WHERE id = ${idOf('b', 1)}`)
  })

  it("of an enterprise's grid takes all that is its own away from the one and gives it to the other", async () => {
    await run(
      { audience: 'wide', officeId: OFFICE.safety },
      sql`UPDATE enterprises SET grid_id = ${GRID.north} WHERE id = ${enterpriseId(2)}`,
    )
    const changes = await changesSince(seen)
    for (const topic of ['enterprises', 'risk-points', 'hazards']) {
      const of = (grid: string) =>
        changes.filter(
          (change) =>
            change.topic === topic &&
            change.gridId === grid &&
            (change.no !== null || topic === 'enterprises'),
        )
      expect(
        of(GRID.west).map(({ action }) => action),
        topic,
      ).not.toContain('update')
      expect(
        of(GRID.west)
          .map(({ id }) => id)
          .sort(),
        topic,
      ).toEqual(
        of(GRID.north)
          .map(({ id }) => id)
          .sort(),
      )
    }
    await run(
      { audience: 'wide', officeId: OFFICE.safety },
      sql`UPDATE enterprises SET grid_id = ${GRID.west} WHERE id = ${enterpriseId(2)}`,
    )
  })

  it('of very many rows, and a bulk load of any, is one change of the whole topic', async () => {
    await database.asOwner((tx) =>
      tx.execute(sql`
      INSERT INTO hazards (enterprise_id, id, no, code, description, geom, origin, status, reported_at)
      SELECT ${enterpriseId(3)}, gen_random_uuid(), 2000 + n, 'M' || n, '批量', ST_SetSRID(ST_MakePoint(117.73, 34.56), 4326), 'daily', 'reported', now()
      FROM generate_series(1, 501) n`),
    )
    expect(brief(await changesSince(seen))).toEqual([['hazards', 'reset', null]])
    seen = await database.reading(WIDE, headOf)
    await asOwner(
      sql`SET LOCAL app.bulk = 'true'`,
      sql`UPDATE hazards SET description = '再' WHERE no = 2001`,
      sql`UPDATE risk_points SET name = name`,
      sql`UPDATE hazards SET description = '三' WHERE no = 2002`,
    )
    expect(brief(await changesSince(seen))).toEqual([
      ['hazards', 'reset', null],
      ['risk-points', 'reset', null],
    ])
  })

  it('is written and numbered by nobody by hand', async () => {
    for (const audience of [
      'wide',
      'grid',
      'enterprise',
      'public',
      'auditor',
      'admin',
      'identity',
    ] as const) {
      for (const statement of [
        sql`DELETE FROM changes`,
        sql`UPDATE changes_head SET seq = 1`,
        sql`INSERT INTO changes_intake (opens, topic, action) VALUES (true, 'x', 'reset')`,
      ]) {
        await expect(run({ audience }, statement), audience).rejects.toMatchObject({
          cause: { code: '42501' },
        })
      }
      if (audience !== 'wide')
        await expect(run({ audience }, sql`SELECT seq FROM changes`)).rejects.toMatchObject({
          cause: { code: '42501' },
        })
    }
  })
})

describe('numbers', () => {
  it('follow the order of commit: who reads on from the last one it saw misses nothing', async () => {
    const WRITERS = 8
    const TURNS = 12
    const read: number[] = []
    let writing = true
    const reader = (async () => {
      let last = seen
      for (let again = true; again;) {
        again = writing
        const changes = await changesSince(last)
        read.push(...changes.map(({ seq }) => seq))
        last = changes.at(-1)?.seq ?? last
      }
    })()
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let turn = 0; turn < TURNS; turn++) {
          // Some begin early and end late: their numbers must come late too.
          await database.asOwner(async (tx) => {
            await tx.execute(
              sql`UPDATE enterprises SET duty_phone = ${`0632-${writer}${turn}`} WHERE id = ${enterpriseId((writer % 7) + 1)}`,
            )
            if (database.kind === 'postgis')
              await tx.execute(sql`SELECT pg_sleep(${((writer * 7 + turn * 3) % 10) / 500})`)
            await tx.execute(
              sql`UPDATE offices SET name = ${`科${writer}${turn}`} WHERE id = ${OFFICE.energy}`,
            )
          })
        }
      }),
    )
    writing = false
    await reader
    const all = (await changesSince(seen)).map(({ seq }) => seq)
    expect(all.length).toBe(WRITERS * TURNS)
    expect(read).toEqual(all)
    expect(all).toEqual(Array.from(all, (_, index) => seen + 1 + index))
  })

  it('go on for ever, and the oldest changes go', async () => {
    await asOwner(sql`UPDATE changes SET at = at - interval '8 days'`)
    const before = await database.reading(WIDE, (tx) =>
      queryRow(tx, z.object({ n: z.coerce.number() }), sql`SELECT count(*) AS n FROM changes`),
    )
    expect(before?.n).toBeGreaterThan(0)
    await asOwner(
      sql`UPDATE changes_head SET seq = (seq / 500 + 1) * 500 - 1`,
      sql`UPDATE enterprises SET duty_phone = '1' WHERE id = ${enterpriseId(1)}`,
    )
    const left = await database.reading(WIDE, (tx) =>
      queryRows(tx, Seq, sql`SELECT seq FROM changes`),
    )
    expect(left).toEqual([{ seq: await database.reading(WIDE, headOf) }])
  })
})
