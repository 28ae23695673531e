import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AUDITED_TABLE_CODES } from '../domain/audit.ts'
import { loadInBulk, recordAct } from './audit.ts'
import type { Database, Tx } from './database.ts'
import { queryRow, queryRows } from './rows.ts'
import { AUDIENCES, type Scope } from './scope.ts'
import { plantedDatabase } from './test-database.ts'
import { plantDisclosure } from './test-fixture-disclosure.ts'
import { enterpriseId, GRID, idOf } from './test-fixture-places.ts'

const Entry = z.object({
  seq: z.number(),
  name: z.string(),
  role: z.string(),
  actor: z.string().nullable(),
  ip: z.string().nullable(),
  age: z.number(),
  action: z.string(),
  table: z.string(),
  key: z.record(z.string(), z.unknown()),
  objectName: z.string().nullable(),
  enterpriseId: z.string().nullable(),
  changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
})

const OFFICER: Scope = {
  audience: 'enterprise',
  userId: idOf('5', 1),
  enterpriseId: enterpriseId(1),
  actor: { id: idOf('5', 1), name: "安全员 O'Neill", role: 'enterprise' },
  requestIp: '10.1.2.3',
}

let database: Database
let seen = 0

/** Entries written since the last call. */
async function news() {
  const entries = await database.asOwner((tx) =>
    queryRows(
      tx,
      Entry,
      sql`
    SELECT seq::float8 AS seq, actor_name AS name, actor_role AS role, actor_id AS actor, host(ip) AS ip, extract(epoch FROM clock_timestamp() - at)::float8 AS age,
      action, object_table AS "table", object_key AS key, object_name AS "objectName", enterprise_id AS "enterpriseId", changes
    FROM audit_log WHERE seq > ${seen} ORDER BY seq`,
    ),
  )
  seen = entries.at(-1)?.seq ?? seen
  return entries
}

const run = (statement: SQL, scope?: Scope) =>
  scope
    ? database.scoped(scope, (tx) => tx.execute(statement))
    : database.asOwner((tx) => tx.execute(statement))
/** The database's own words for why a statement was refused. */
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) =>
      error instanceof Error
        ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`
        : String(error),
  )

beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(async (tx) => {
    await plantDisclosure(tx)
    await tx.execute(
      sql`INSERT INTO saved_views (id, user_id, screen, name) VALUES (${idOf('dd', 1)}, ${idOf('0', 1)}, 'hazards', '本周')`,
    )
  })
})
afterAll(() => database.close())

describe('what is recorded', () => {
  it('is every table but the record itself, layer versions, one-time values, and what repeats what is on record: messages and the published copy of a batch', async () => {
    const tables = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ name: z.string(), attached: z.number() }),
        sql`
      SELECT c.relname AS name, (SELECT count(*)::int FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname LIKE 'audit\\_%' AND t.tgenabled <> 'D') AS attached
      FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')`,
      ),
    )
    const unrecorded = tables.filter((table) => table.attached !== 5).map((table) => table.name)
    expect(unrecorded.sort()).toEqual([
      'audit_head',
      'audit_intake',
      'audit_log',
      'changes',
      'changes_head',
      'changes_intake',
      'enterprise_past_levels',
      'hazard_reminders',
      'layer_versions',
      'message_reads',
      'messages',
      'neighbour_checks',
      'neighbour_sweeps',
      'public_records',
      'risk_point_past_levels',
      'sign_in_failures',
      'verifications',
    ])
    const recorded = tables.filter((table) => table.attached === 5).map((table) => table.name)
    expect(AUDITED_TABLE_CODES.filter((name) => name !== 'audit_log').sort()).toEqual(
      recorded.sort(),
    )
  })

  it('is each inserted row with who, when, whose and what', async () => {
    const entries = await news()
    const planted = await database.asOwner((tx) =>
      queryRow(
        tx,
        z.object({ n: z.number() }),
        sql`
      SELECT ((SELECT count(*) FROM enterprises) + (SELECT count(*) FROM risk_points) + (SELECT count(*) FROM hazards) + (SELECT count(*) FROM users))::int AS n`,
      ),
    )
    expect(
      entries.filter(({ table }) =>
        ['enterprises', 'risk_points', 'hazards', 'users'].includes(table),
      ),
    ).toHaveLength(planted?.n ?? -1)
    expect(new Set(entries.map(({ action }) => action))).toEqual(new Set(['insert']))
    const enterprise = entries.find(({ table }) => table === 'enterprises')
    expect(enterprise).toMatchObject({
      name: '系统',
      role: 'system',
      actor: null,
      ip: null,
      key: { id: enterpriseId(1) },
      objectName: '甲化工有限公司',
      enterpriseId: enterpriseId(1),
      changes: { employees: { from: null, to: 12 }, geom: { to: { type: 'Point' } } },
    })
    const made = await database.asOwner((tx) =>
      queryRow(
        tx,
        z.object({ age: z.coerce.number() }),
        sql`
      SELECT extract(epoch FROM now() - created_at) AS age FROM enterprises WHERE id = ${enterpriseId(1)}`,
      ),
    )
    expect(Math.abs((enterprise?.age ?? Infinity) - (made?.age ?? 0))).toBeLessThan(60)
    expect(entries.find(({ table }) => table === 'grids')?.changes['geom']?.to).toEqual({
      type: 'MultiPolygon',
      points: 5,
      sha256: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
  })
})

describe('a write', () => {
  beforeEach(news)

  it('of an audience is recorded before and after, by real name, role and address', async () => {
    await run(sql`UPDATE enterprises SET employees = 13, activity = '生产' WHERE true`, OFFICER)
    expect(await news()).toMatchObject([
      {
        name: "安全员 O'Neill",
        role: 'enterprise',
        actor: idOf('5', 1),
        ip: '10.1.2.3',
        action: 'update',
        table: 'enterprises',
        key: { id: enterpriseId(1) },
        enterpriseId: enterpriseId(1),
        changes: { employees: { from: 12, to: 13 } },
      },
    ])
  })

  /** Every table of which a row can change, a column of it and a value nobody gave it; a settled batch never changes. */
  const WRITES: ReadonlyArray<[table: string, column: string, value: SQL, which?: SQL]> = [
    ['prejudgements', 'title', sql`'新题'`],
    ['accident_cases', 'lessons', sql`'新教训'`],
    ['areas', 'name', sql`'新名'`],
    ['offices', 'phone', sql`'0632-1'`],
    ['approval_profiles', 'source', sql`'新据'`],
    ['approval_rules', 'approver', sql`NULL`, sql`WHERE grade = 'major'`],
    ['grids', 'geom', sql`ST_Multi(ST_Buffer(geom, 0.001))`],
    ['base_features', 'name', sql`'新名'`],
    ['geo_sources', 'note', sql`'注'`],
    ['enterprises', 'geom', sql`ST_Translate(geom, 0.001, 0)`],
    ['risk_points', 'name', sql`'新名'`],
    ['hazard_sources', 'description', sql`'新述'`],
    ['assessments', 'reason', sql`'理由'`],
    ['control_measures', 'content', sql`'新措施'`],
    ['responsibilities', 'person', sql`'某人'`],
    ['hazards', 'deadline', sql`'2030-01-01'::date`],
    ['inspection_standards', 'name', sql`'新标准'`],
    ['check_items', 'content', sql`'新内容'`],
    ['inspection_plans', 'name', sql`'新计划'`],
    ['inspection_tasks', 'summary', sql`'小结'`],
    ['inspection_findings', 'note', sql`'说明'`],
    ['supervision_orders', 'title', sql`'新题'`],
    ['supervision_order_events', 'text', sql`'新文'`],
    ['hazard_event_evidence', 'part', sql`'after'`],
    ['evidence', 'name', sql`'新名'`],
    ['saved_views', 'name', sql`'新名'`],
    ['disclosure_batches', 'title', sql`'新题'`, sql`WHERE status = 'draft'`],
    ['disclosure_items', 'reason', sql`'新理由'`],
    ['public_batches', 'note', sql`'注'`],
    ['public_removals', 'reason', sql`'新理由'`],
    ['public_concerns', 'place_text', sql`'别处'`],
    ['neighbour_notices', 'reason', sql`'新理由'`],
    ['neighbour_notice_recipients', 'distance', sql`distance + 1`],
    ['received_notices', 'distance', sql`distance + 1`],
    ['patrol_visits', 'note', sql`'补记'`],
    ['patrol_evidence', 'position', sql`9`],
    ['patrol_hazards', 'part', sql`'fixed'`],
    ['grid_overrides', 'reason', sql`'新理由在此'`],
    ['hazard_events', 'opinion', sql`'意见'`],
    ['users', 'name', sql`'新姓名'`],
    ['appointments', 'valid_to', sql`'2030-01-01'::date`],
  ]

  it('is tried on every table on record, save links, codes, requests for approval and what a sign-in leaves', () => {
    const untried = AUDITED_TABLE_CODES.filter((name) => !WRITES.some(([table]) => table === name))
    expect(untried.sort()).toEqual([
      'accounts',
      'audit_log',
      'disclosure_codes',
      'inspection_finding_evidence',
      'prejudgement_risk_points',
      'sessions',
      'sign_off_evidence',
      'sign_offs',
      'supervision_order_evidence',
      'two_factors',
    ])
  })

  it.each(WRITES)(
    'to %s (%s) is recorded, changed and deleted',
    async (table, column, value, which = sql``) => {
      const name = sql.raw(table)
      const before = await database.asOwner((tx) =>
        queryRow(
          tx,
          z.object({ n: z.number() }),
          sql`SELECT count(*)::int AS n FROM ${name} ${which}`,
        ),
      )
      expect(before?.n).toBeGreaterThan(0)
      await run(sql`UPDATE ${name} SET ${sql.raw(column)} = ${value} ${which}`)
      const updates = await news()
      expect(updates).toHaveLength(before?.n ?? -1)
      for (const entry of updates) {
        expect(entry).toMatchObject({ action: 'update', table })
        expect(Object.keys(entry.changes)).toEqual([column])
        expect(entry.changes[column]?.to).not.toEqual(entry.changes[column]?.from)
      }
      const gone = database.asOwner(async (tx) => {
        await tx.execute(sql`DELETE FROM ${name} WHERE ctid = (SELECT min(ctid) FROM ${name})`)
        const [entry] = await pending(tx)
        throw new Rehearsed(entry)
      })
      const entry = await gone.catch((error: unknown) =>
        error instanceof Rehearsed ? error.entry : null,
      )
      // Null: something refers to the row, so that it could not be deleted.
      if (entry) expect(entry.action).toBe('delete')
      expect(await news()).toEqual([])
    },
  )

  class Rehearsed extends Error {
    constructor(readonly entry: { action: string } | undefined) {
      super()
    }
  }

  const pending = (tx: Tx) =>
    queryRows(
      tx,
      z.object({ action: z.string(), table: z.string() }),
      sql`SELECT action, object_table AS "table" FROM audit_intake ORDER BY id`,
    )

  it('that is rolled back leaves nothing', async () => {
    await expect(
      database.asOwner(async (tx) => {
        await tx.execute(sql`UPDATE offices SET name = 'x'`)
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    expect(await news()).toEqual([])
  })

  it('that changes nothing, or only when it was touched, leaves nothing', async () => {
    await run(sql`UPDATE enterprises SET employees = employees, updated_at = now()`)
    expect(await news()).toEqual([])
  })

  it('is recorded without what the database derives from it', async () => {
    await run(sql`INSERT INTO assessments (enterprise_id, id, hazard_source_id, stage, method, inputs, score, level, profile_id, profile_version, assessor, assessed_on)
      SELECT enterprise_id, gen_random_uuid(), id, 'residual', 'LS', '{}', 25, 1, 'ls-standard', 1, '甲', '2030-01-01' FROM hazard_sources WHERE level > 1`)
    expect(new Set((await news()).map(({ table }) => table))).toEqual(new Set(['assessments']))
    await run(
      sql`UPDATE risk_points SET level = 4 WHERE enterprise_id = ${enterpriseId(2)} AND no = 1`,
    )
    expect(await news()).toMatchObject([
      { table: 'risk_points', changes: { level: { from: 1, to: 4 } } },
    ])
  })

  it('that moves an enterprise to another grid is one entry', async () => {
    await run(sql`UPDATE enterprises SET grid_id = ${GRID.north} WHERE id = ${enterpriseId(1)}`)
    expect(await news()).toMatchObject([
      { table: 'enterprises', changes: { grid_id: { from: GRID.west, to: GRID.north } } },
    ])
  })

  it('that takes others with it records each of them', async () => {
    await run(sql`DELETE FROM risk_points WHERE enterprise_id = ${enterpriseId(2)}`)
    const entries = await news()
    expect(new Set(entries.map(({ action }) => action))).toEqual(new Set(['delete']))
    expect(new Set(entries.map(({ table }) => table))).toEqual(
      new Set(['risk_points', 'hazard_sources', 'assessments', 'prejudgement_risk_points']),
    )
    expect(entries.find(({ table }) => table === 'risk_points')?.changes['name']).toEqual({
      from: '新名',
      to: null,
    })
  })

  it('never puts a secret into the record', async () => {
    const secret = `v1:${'Hunter2Secret'.repeat(6)}`
    const user = idOf('6', 1)
    await database.asOwner(async (tx) => {
      await tx.execute(
        sql`INSERT INTO users (id, name, email, role, mobile, mobile_masked) VALUES (${user}, '密', 'm@x', 'leader', ${secret}, '138****1234')`,
      )
      await tx.execute(
        sql`INSERT INTO accounts (id, user_id, account_id, provider_id, password, access_token, refresh_token, id_token) VALUES (${user}, ${user}, 'a', 'credential', ${secret}, ${secret}, ${secret}, ${secret})`,
      )
      await tx.execute(
        sql`INSERT INTO sessions (id, user_id, token, expires_at) VALUES (${user}, ${user}, ${secret}, now())`,
      )
      await tx.execute(
        sql`INSERT INTO two_factors (id, user_id, secret, backup_codes) VALUES (${user}, ${user}, ${secret}, ${secret})`,
      )
      await tx.execute(sql`UPDATE accounts SET password = ${`${secret}AAAA`} WHERE id = ${user}`)
      await tx.execute(
        sql`UPDATE responsibilities SET mobile_sealed = ${secret}, mobile_masked = '139****4321'`,
      )
      await tx.execute(sql`DELETE FROM users WHERE id = ${user}`)
      await recordAct(tx, {
        action: 'reveal',
        table: 'users',
        key: { id: user },
        changes: { mobile: { from: null, to: secret }, reason: { from: null, to: '核实' } },
      })
    })
    const entries = await news()
    expect(entries.length).toBeGreaterThan(9)
    expect(JSON.stringify(entries)).not.toContain('Hunter2')
    expect(
      entries.find(({ action, table }) => action === 'update' && table === 'accounts')?.changes,
    ).toEqual({ password: { from: '•••', to: '•••' } })
    expect(entries.at(-1)).toMatchObject({
      action: 'reveal',
      changes: { mobile: { to: '•••' }, reason: { to: '核实' } },
    })
  })
})

describe('a bulk load', () => {
  beforeEach(news)

  it('gets one entry a table, with how many rows', async () => {
    await database.asOwner(async (tx) => {
      await loadInBulk(tx, '台账导入 企业.xlsx')
      await database.copyIn(
        tx,
        'offices',
        ['id', 'code', 'name', 'phone'],
        [1, 2, 3].map((n) => `${idOf('8', n)}\tX${n}\t科室${n}\t1`),
      )
      await database.copyIn(
        tx,
        'offices',
        ['id', 'code', 'name', 'phone'],
        [`${idOf('8', 4)}\tX4\t科室4\t1`],
      )
      await tx.execute(sql`UPDATE offices SET phone = '2' WHERE code IN ('X1', 'X2')`)
      await tx.execute(sql`DELETE FROM offices WHERE code = 'X4'`)
      await tx.execute(sql`UPDATE geo_sources SET note = 'bulk'`)
    })
    expect(await news()).toMatchObject([
      {
        action: 'load',
        table: 'offices',
        name: '台账导入 企业.xlsx',
        role: 'system',
        changes: { inserted: { from: null, to: 4 }, updated: { to: 2 }, deleted: { to: 1 } },
      },
      { action: 'load', table: 'geo_sources', changes: { updated: { to: 1 } } },
    ])
  })

  it('is nothing an audience can pretend', async () => {
    await database.scoped(OFFICER, async (tx) => {
      await loadInBulk(tx, '假')
      await tx.execute(sql`UPDATE enterprises SET employees = 99`)
    })
    expect(await news()).toMatchObject([
      { action: 'update', table: 'enterprises', changes: { employees: { to: 99 } } },
    ])
  })

  it('that empties tables says which', async () => {
    await run(sql`TRUNCATE hazard_event_evidence, hazard_events`)
    expect(await news()).toMatchObject([
      { action: 'truncate', table: 'hazard_event_evidence', changes: {} },
      { action: 'truncate', table: 'hazard_events', changes: {} },
    ])
  })
})

describe('an act', () => {
  beforeEach(news)

  it('is recorded for who is signing in', async () => {
    await database.scoped({ audience: 'identity', requestIp: '::1' }, (tx) =>
      recordAct(tx, {
        action: 'sign-in',
        table: 'users',
        key: { id: idOf('5', 2) },
        objectName: '王五',
        actor: { id: idOf('5', 2), name: '王五', role: 'bureau' },
      }),
    )
    await database.scoped({ audience: 'identity', requestIp: '::1' }, (tx) =>
      recordAct(tx, { action: 'sign-in-failed', table: 'users', key: { username: 'x' } }),
    )
    expect(await news()).toMatchObject([
      {
        action: 'sign-in',
        name: '王五',
        role: 'bureau',
        actor: idOf('5', 2),
        ip: '::1',
        objectName: '王五',
      },
      {
        action: 'sign-in-failed',
        name: '未登录',
        role: 'public',
        actor: null,
        key: { username: 'x' },
      },
    ])
  })

  it('cannot pass for a write, and is not for the public', async () => {
    const forge = sql`SELECT record_audit('delete', 'hazards', '{}', NULL, '{}')`
    expect(await refusal(run(forge, OFFICER))).toContain('only the database records writes')
    expect(
      await refusal(
        run(sql`SELECT record_audit('export', 'hazards', '{}', NULL, '{}')`, {
          audience: 'public',
        }),
      ),
    ).toContain('permission denied')
    expect(
      await refusal(
        run(sql`SELECT audit_take('delete', 'hazards', '{}', NULL, NULL, '{}')`, OFFICER),
      ),
    ).toContain('permission denied')
  })
})

describe('the record', () => {
  const ATTEMPTS = [
    sql`UPDATE audit_log SET actor_name = 'x'`,
    sql`DELETE FROM audit_log`,
    sql`TRUNCATE audit_log`,
    sql`INSERT INTO audit_log SELECT * FROM audit_log LIMIT 1`,
    sql`UPDATE audit_head SET seq = 0`,
    sql`DELETE FROM audit_head`,
    sql`TRUNCATE audit_head`,
  ]

  it.each(AUDIENCES)('cannot be altered by %s', async (audience) => {
    for (const attempt of [
      ...ATTEMPTS,
      sql`INSERT INTO audit_intake DEFAULT VALUES`,
      sql`DELETE FROM audit_intake`,
    ]) {
      expect(await refusal(run(attempt, { audience }))).toContain('permission denied')
    }
  })

  it('cannot be altered by its owner, nor where replication silences ordinary triggers', async () => {
    for (const attempt of ATTEMPTS) {
      expect(await refusal(run(attempt))).toContain('append-only')
      expect(
        await refusal(
          database.asOwner(async (tx) => {
            await tx.execute(sql`SET LOCAL session_replication_role = 'replica'`)
            await tx.execute(attempt)
          }),
        ),
      ).toContain('append-only')
    }
  })

  it('is read by the auditor and by nobody else', async () => {
    for (const audience of AUDIENCES) {
      const outcome = await refusal(run(sql`SELECT count(*) FROM audit_log`, { audience }))
      expect(outcome, audience).toContain(audience === 'auditor' ? 'done' : 'permission denied')
    }
  })
})
