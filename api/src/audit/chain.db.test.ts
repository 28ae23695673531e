import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Database, Tx } from '../db/database.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { testDatabase } from '../db/test-database.ts'
import { evidenceIn, readHead, readLinks } from './chain-queries.ts'
import { walkChain, type Verdict } from './chain.ts'
import { verifyChain } from './verify-chain.ts'

const WRITERS = 20
const OFFICE = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

let database: Database

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const counted = (query: SQL) =>
  database.asOwner((tx) => queryRow(tx, z.object({ n: z.number() }), query)).then((row) => row?.n)

class Undone extends Error {
  constructor(readonly verdict: Verdict) {
    super()
  }
}

/** What a walk finds after somebody with every right has tampered; then the tampering is undone. */
async function afterTampering(...statements: SQL[]): Promise<Verdict | undefined> {
  return database
    .asOwner(async (tx) => {
      for (const table of ['audit_log', 'audit_head'])
        await tx.execute(sql.raw(`ALTER TABLE ${table} DISABLE TRIGGER ALL`))
      for (const statement of statements) await tx.execute(statement)
      throw new Undone(
        await walkChain(readLinks(tx), await readHead(tx), undefined, evidenceIn(tx)),
      )
    })
    .catch((error: unknown) => {
      if (error instanceof Undone) return error.verdict
      throw error
    })
}

describe('the chain', () => {
  it('is whole while nothing has been recorded', async () => {
    expect(await verifyChain(database)).toEqual({
      whole: true,
      last: { seq: 0, hash: '00'.repeat(32) },
    })
  })

  it('stays one when many write at once, acts before and after rows', async () => {
    await database.asOwner(async (tx) => {
      for (let n = 1; n <= WRITERS; n++)
        await tx.execute(
          sql`INSERT INTO offices (id, code, name, phone) VALUES (${OFFICE(n)}, ${`K${n}`}, ${`科${n}`}, '1')`,
        )
    })
    const write = (n: number) =>
      database.asOwner(async (tx: Tx) => {
        const act = () => recordAct(tx, { action: 'export', table: 'audit_log', key: { n } })
        if (n % 2 === 0) await act()
        for (let round = 0; round < 5; round++)
          await tx.execute(sql`UPDATE offices SET phone = phone || '1' WHERE id = ${OFFICE(n)}`)
        // Everybody writes one row in common, at last: locks of rows and of the chain are taken in one order.
        await tx.execute(sql`UPDATE offices SET name = name || ${n}::text WHERE id = ${OFFICE(1)}`)
        if (n % 2 === 1) await act()
      })
    const verdicts = Promise.all([1, 2, 3].map(() => verifyChain(database)))
    await Promise.all(Array.from({ length: WRITERS }, (_, i) => write(i + 1)))
    for (const verdict of await verdicts) expect(verdict.whole).toBe(true)
    expect(await verifyChain(database)).toMatchObject({
      whole: true,
      last: { seq: WRITERS + WRITERS * 7 },
    })
    expect(await counted(sql`SELECT count(*)::int AS n FROM audit_intake`)).toBe(0)
  })

  it('is walked beyond one batch', async () => {
    await database.asOwner((tx) =>
      tx.execute(
        sql`SELECT record_audit('export', 'audit_log', jsonb_build_object('n', n), NULL, '{"say":{"from":null,"to":"中文 “引号” \\\\ é 😀"}}') FROM generate_series(1, 1200) n`,
      ),
    )
    expect(await verifyChain(database)).toMatchObject({
      whole: true,
      last: { seq: WRITERS * 8 + 1200 },
    })
  })

  it('hashes as the database does, whatever the time zone of who looks', async () => {
    const differing = await database.asOwner(async (tx) => {
      await tx.execute(sql`SET LOCAL timezone = 'America/New_York'`)
      return queryRows(
        tx,
        z.object({ seq: z.number() }),
        sql`
        SELECT seq::float8 AS seq FROM audit_log l WHERE sha256(prev_hash || convert_to(audit_canonical(l), 'UTF8')) <> hash`,
      )
    })
    expect(differing).toEqual([])
  })
})

describe('tampering by somebody with every right', () => {
  const END = WRITERS * 8 + 1200

  it('is none where nothing was touched', async () => {
    expect(await afterTampering()).toMatchObject({ whole: true })
  })

  it.each([1, 700, END])('finds entry %i removed', async (seq) => {
    expect(await afterTampering(sql`DELETE FROM audit_log WHERE seq = ${seq}`)).toEqual({
      whole: false,
      breakage: 'removed',
      seq,
      upTo: seq,
    })
  })

  it('finds the record emptied', async () => {
    expect(await afterTampering(sql`TRUNCATE audit_log`)).toMatchObject({
      breakage: 'removed',
      seq: 1,
      upTo: END,
    })
  })

  it.each([
    sql`actor_name = '别人'`,
    sql`actor_role = 'auditor'`,
    sql`actor_id = gen_random_uuid()`,
    sql`at = at + interval '1 microsecond'`,
    sql`ip = '1.2.3.4'`,
    sql`action = 'reveal'`,
    sql`object_table = 'users'`,
    sql`object_key = '{}'`,
    sql`object_name = 'x'`,
    sql`enterprise_id = gen_random_uuid()`,
    sql`changes = changes || '{"x":1}'`,
    sql`hash = sha256('x')`,
    sql`prev_hash = sha256('x')`,
  ])('finds any column changed (%#)', async (assignment) => {
    expect(await afterTampering(sql`UPDATE audit_log SET ${assignment} WHERE seq = 42`)).toEqual({
      whole: false,
      breakage: 'changed',
      seq: 42,
    })
  })

  it.each([42, END])('finds entry %i changed and hashed anew', async (seq) => {
    expect(
      await afterTampering(
        sql`UPDATE audit_log SET actor_name = '别人' WHERE seq = ${seq}`,
        sql`UPDATE audit_log l SET hash = sha256(prev_hash || convert_to(audit_canonical(l), 'UTF8')) WHERE seq = ${seq}`,
      ),
    ).toEqual({ whole: false, breakage: 'changed', seq })
  })

  it('finds entries that changed places', async () => {
    expect(
      await afterTampering(
        sql`UPDATE audit_log SET seq = 900000 WHERE seq = 30`,
        sql`UPDATE audit_log SET seq = 30 WHERE seq = 50`,
        sql`UPDATE audit_log SET seq = 50 WHERE seq = 900000`,
      ),
    ).toEqual({ whole: false, breakage: 're-ordered', seq: 30, movedTo: 50 })
  })

  it('finds a removal behind new numbers', async () => {
    expect(
      await afterTampering(
        sql`DELETE FROM audit_log WHERE seq = 300`,
        sql`UPDATE audit_log SET seq = seq + 900000 WHERE seq > 300`,
        sql`UPDATE audit_log SET seq = seq - 900001 WHERE seq > 900000`,
        sql`UPDATE audit_head SET seq = seq - 1`,
      ),
    ).toMatchObject({ breakage: 'removed', seq: 300 })
  })

  /** An entry in front of a place, properly hashed onto the one before it. */
  const forgery = (seq: number) => [
    sql`INSERT INTO audit_log SELECT (jsonb_populate_record(l, jsonb_build_object('seq', ${seq}::int, 'actor_name', '假',
      'prev_hash', (SELECT hash FROM audit_log WHERE seq = ${seq}::int - 1)))).* FROM audit_log l WHERE seq = 1`,
    sql`UPDATE audit_log l SET hash = sha256(prev_hash || convert_to(audit_canonical(l), 'UTF8')) WHERE seq = ${seq}`,
  ]

  it('finds an entry put in', async () => {
    expect(
      await afterTampering(
        sql`UPDATE audit_log SET seq = seq + 900000 WHERE seq >= 300`,
        sql`UPDATE audit_log SET seq = seq - 899999 WHERE seq > 900000`,
        ...forgery(300),
        sql`UPDATE audit_head SET seq = seq + 1`,
      ),
    ).toEqual({ whole: false, breakage: 'inserted', seq: 300 })
    expect(await afterTampering(...forgery(END + 1))).toEqual({
      whole: false,
      breakage: 'inserted',
      seq: END + 1,
    })
  })

  it('goes on being found after honest writes', async () => {
    expect(
      await afterTampering(
        sql`DELETE FROM audit_log WHERE seq = ${END}`,
        sql`ALTER TABLE audit_head ENABLE TRIGGER audit_refuse`,
        sql`UPDATE offices SET phone = '9' WHERE id = ${OFFICE(1)}`,
        sql`SET CONSTRAINTS ALL IMMEDIATE`,
      ),
    ).toEqual({ whole: false, breakage: 'removed', seq: END, upTo: END })
  })
})
