import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from './database.ts'
import { AUDIENCES, type Scope } from './scope.ts'
import { CHECK_VIOLATION, keysFor, onStage, PERMISSION_DENIED, type Stage } from './test-acting.ts'
import { plantedDatabase } from './test-database.ts'
import {
  BATCH,
  CODE_OF,
  CONCERN,
  DECIDER,
  EDITION,
  plantDisclosure,
  PREPARER,
  REASON,
} from './test-fixture-disclosure.ts'
import { enterpriseId, GRID, idOf, OFFICE } from './test-fixture-places.ts'
import { columnsOf, TABLES } from './test-tables.ts'

/* The bureau's work on what is public, what is published, and what the public hands in: for every audience and verb. */

const EVERYTHING = {
  enterpriseId: enterpriseId(1),
  gridIds: [GRID.west],
  officeId: OFFICE.safety,
  userId: PREPARER,
} as const
const LEADER: Scope = { audience: 'wide', userId: PREPARER }
const OFFICER: Scope = { audience: 'wide', officeId: OFFICE.safety, userId: PREPARER }
const HEAD: Scope = { audience: 'wide', officeId: OFFICE.energy, userId: DECIDER }
const as = (audience: Scope['audience']): Scope => ({ ...EVERYTHING, audience })
const OTHERS = AUDIENCES.filter((audience) => audience !== 'wide')

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(plantDisclosure)
})
afterAll(() => database.close())

const any = (table: string) => sql`SELECT 'row' AS key FROM ${sql.identifier(table)}`
const update = (table: string, column: string, where = sql``) =>
  sql`UPDATE ${sql.identifier(table)} SET ${sql.identifier(column)} = ${sql.identifier(column)} ${where} RETURNING 'row' AS key`
const remove = (table: string, where = sql``) =>
  sql`DELETE FROM ${sql.identifier(table)} ${where} RETURNING 'row' AS key`

/** Tries to change each column of a table; the columns that went through. */
async function writable(
  stage: Stage,
  scope: Scope,
  table: string,
  refusals: readonly string[] = [PERMISSION_DENIED],
): Promise<string[]> {
  const open: string[] = []
  for (const column of await columnsOf(stage.tx, table)) {
    const outcome = await keysFor(stage, scope, update(table, column))
    if (typeof outcome === 'string') expect(refusals, `${table}.${column}`).toContain(outcome)
    else if (outcome.length > 0) open.push(column)
  }
  return open
}

const ITEM = sql`INSERT INTO disclosure_items (batch_id, enterprise_id, part) VALUES (${BATCH.draft}, ${enterpriseId(3)}, 'include') RETURNING 'row' AS key`
const CODE = sql`INSERT INTO disclosure_codes (enterprise_id, code) VALUES (${enterpriseId(2)}, 'BBBBBBB2') RETURNING 'row' AS key`
const batch = (preparer: string) => sql`
  INSERT INTO disclosure_batches (id, kind, period, status, title, prepared_by, prepared_by_name, prepared_at)
  VALUES (${idOf('db', 9)}, 'regular', '2026-12', 'discarded', '名册', ${preparer}, '某人', now()) RETURNING 'row' AS key`

describe('the bureau’s own work', () => {
  it.each(OTHERS)('is nothing for %s', (audience) =>
    onStage(database, async (stage) => {
      for (const table of TABLES.bureau) {
        expect(await keysFor(stage, as(audience), any(table)), table).toBe(PERMISSION_DENIED)
        expect(await writable(stage, as(audience), table)).toEqual([])
        expect(await keysFor(stage, as(audience), remove(table)), table).toBe(PERMISSION_DENIED)
      }
      for (const statement of [ITEM, CODE, batch(PREPARER)])
        expect(await keysFor(stage, as(audience), statement)).toBe(PERMISSION_DENIED)
    }),
  )

  it('is read and never written by a leader', () =>
    onStage(database, async (stage) => {
      for (const table of TABLES.bureau) {
        expect(await keysFor(stage, LEADER, any(table)), table).not.toHaveLength(0)
        expect(await writable(stage, LEADER, table), table).toEqual([])
        expect([[], PERMISSION_DENIED], table).toContainEqual(
          await keysFor(stage, LEADER, remove(table)),
        )
      }
      for (const statement of [ITEM, CODE, batch(PREPARER)])
        expect(await keysFor(stage, LEADER, statement)).toBe(PERMISSION_DENIED)
    }))

  it('is written by members of an office, in their own name', () =>
    onStage(database, async (stage) => {
      for (const table of TABLES.bureau)
        expect(await keysFor(stage, HEAD, any(table)), table).not.toHaveLength(0)
      for (const statement of [ITEM, CODE, batch(PREPARER)])
        expect(await keysFor(stage, OFFICER, statement)).toEqual(['row'])
      expect(await keysFor(stage, HEAD, batch(PREPARER))).toBe(CHECK_VIOLATION)
      expect(
        await keysFor(
          stage,
          OFFICER,
          sql`UPDATE disclosure_batches SET title = '新' WHERE status = 'draft' RETURNING 'row' AS key`,
        ),
      ).toEqual(['row'])
      expect(
        await keysFor(
          stage,
          OFFICER,
          sql`UPDATE disclosure_items SET reason = '新' WHERE batch_id = ${BATCH.draft} RETURNING 'row' AS key`,
        ),
      ).toEqual(['row', 'row'])
      expect(
        await keysFor(
          stage,
          OFFICER,
          remove('disclosure_items', sql`WHERE batch_id = ${BATCH.draft}`),
        ),
      ).toEqual(['row', 'row'])
    }))

  it('has items that only who prepares the batch changes, and nobody once it is settled', () =>
    onStage(database, async (stage) => {
      for (const statement of [
        ITEM,
        remove('disclosure_items'),
        update('disclosure_items', 'reason'),
      ])
        expect(await keysFor(stage, HEAD, statement)).toBe(CHECK_VIOLATION)
      const settled = sql`WHERE batch_id = ${BATCH.published}`
      for (const statement of [
        update('disclosure_items', 'frozen', settled),
        remove('disclosure_items', settled),
        update('disclosure_batches', 'title', sql`WHERE id = ${BATCH.published}`),
      ]) {
        expect(await keysFor(stage, OFFICER, statement)).toBe(CHECK_VIOLATION)
      }
    }))

  it('keeps codes and batches for good, and says of neither whose they are', () =>
    onStage(database, async (stage) => {
      expect(await writable(stage, OFFICER, 'disclosure_codes')).toEqual([])
      for (const table of ['disclosure_codes', 'disclosure_batches'])
        expect(await keysFor(stage, OFFICER, remove(table))).toBe(PERMISSION_DENIED)
      for (const column of ['batch_id', 'enterprise_id'])
        expect(await keysFor(stage, OFFICER, update('disclosure_items', column))).toBe(
          PERMISSION_DENIED,
        )
      for (const column of ['id', 'kind', 'period', 'prepared_at'])
        expect(await keysFor(stage, OFFICER, update('disclosure_batches', column))).toBe(
          PERMISSION_DENIED,
        )
    }))
})

const edition = (number: string, title = '名册') => sql`
  INSERT INTO public_batches (number, kind, period, title, note, published_at, records)
  SELECT ${number}, kind, period, ${title}, note, decided_at, 1 FROM disclosure_batches WHERE id = ${BATCH.published} RETURNING 'row' AS key`
const record = (code: string, operator = '公示经营者') => sql`
  INSERT INTO public_records (batch_number, code, operator, address, activity, kind, level, harms, warning_zh, warning_en, do_this_zh, do_this_en,
    last_visit, office_name, office_phone, town_code, town_name, lon, lat)
  VALUES (${EDITION}, ${code}, ${operator}, '公示地址', '公示活动', 'general', 1, '[]', '警', 'W', '躲', 'H',
    NULL, '公示科室', '0632-6600009', '370405001', '运河街道', 117.7305, 34.5605) RETURNING 'row' AS key`
const removal = (code: string, kind: string, reason: string) => sql`
  INSERT INTO public_removals (batch_number, code, operator, kind, reason) VALUES (${EDITION}, ${code}, '', ${kind}, ${reason}) RETURNING 'row' AS key`
/** As the database stands when a batch is approved and nothing of it is public yet. */
const unpublish = (stage: Stage) =>
  stage.tx.execute(sql`TRUNCATE public_batches, public_records, public_removals`)

describe('what is published', () => {
  it.each(AUDIENCES)('is read as it must be, and never changed or removed, by %s', (audience) =>
    onStage(database, async (stage) => {
      for (const table of TABLES.published) {
        // Whoever signs in is nobody yet.
        expect(await keysFor(stage, as(audience), any(table)), table).toEqual(
          audience === 'identity' ? PERMISSION_DENIED : ['row'],
        )
        for (const column of await columnsOf(stage.tx, table))
          expect(
            await keysFor(stage, as(audience), update(table, column)),
            `${table}.${column}`,
          ).toBe(PERMISSION_DENIED)
        expect(await keysFor(stage, as(audience), remove(table)), table).toBe(PERMISSION_DENIED)
      }
    }),
  )

  it.each([...OTHERS.map(as), LEADER])(
    'is added to by nobody without an office: $audience',
    (scope) =>
      onStage(database, async (stage) => {
        await unpublish(stage)
        // The rows themselves are the approved ones: nothing but who asks stands against them.
        expect(await keysFor(stage, scope, edition(EDITION))).toBe(PERMISSION_DENIED)
        await stage.act(OFFICER, z.unknown(), edition(EDITION))
        expect(await keysFor(stage, scope, record(CODE_OF[1]))).toBe(PERMISSION_DENIED)
        expect(await keysFor(stage, scope, removal(CODE_OF[5], 'removed', REASON))).toBe(
          PERMISSION_DENIED,
        )
      }),
  )

  it('is added once, as it was approved', () =>
    onStage(database, async (stage) => {
      await unpublish(stage)
      for (const statement of [
        edition(EDITION),
        record(CODE_OF[1]),
        removal(CODE_OF[5], 'removed', REASON),
      ])
        expect(await keysFor(stage, HEAD, statement)).toEqual(['row'])
    }))

  it.each([
    ['was not approved', edition('2026-002')],
    ['has another title', edition(EDITION, '别的名册')],
  ])('is no edition that %s', (_what, statement) =>
    onStage(database, async (stage) => {
      await unpublish(stage)
      expect(await keysFor(stage, HEAD, statement)).toBe(CHECK_VIOLATION)
    }),
  )

  it.each<[string, SQL]>([
    ['a record with another word in it', record(CODE_OF[1], '别的经营者')],
    ['a record of a site that was not in the batch', record(CODE_OF[3])],
    ['a record of a site that was taken out', record(CODE_OF[5])],
    ['a record of no site', record('BBBBBBB9')],
    ['a removal of what was not removed', removal(CODE_OF[1], 'removed', REASON)],
    [
      'a removal as a retraction, which would blank what stands',
      removal(CODE_OF[5], 'retracted', REASON),
    ],
    ['a removal for another reason', removal(CODE_OF[5], 'removed', '别的理由')],
  ])('never has %s added', (_what, statement) =>
    onStage(database, async (stage) => {
      await unpublish(stage)
      await stage.act(HEAD, z.unknown(), edition(EDITION))
      expect(await keysFor(stage, HEAD, statement)).toBe(CHECK_VIOLATION)
    }),
  )

  it('stands once and for all: nothing is put into it afterwards', () =>
    onStage(database, async (stage) => {
      for (const statement of [record(CODE_OF[3]), removal(CODE_OF[1], 'retracted', '后补')])
        expect(await keysFor(stage, HEAD, statement)).toBe(CHECK_VIOLATION)
    }))
})

const file = sql`SELECT file_concern(${idOf('dc', 9)}::uuid, 'R-NEW', '有烟', '厂门口', 117.72, 34.52, NULL, NULL, NULL, now()) AS key`
const follow = (receipt: string) => sql`SELECT status AS key FROM concern_by_receipt(${receipt})`
const SETTLED = [
  'enterprise_id',
  'hazard_id',
  'moderated_at',
  'moderated_by',
  'moderated_by_name',
  'reply',
  'status',
]

describe('what the public hands in', () => {
  const told = sql`SELECT id::text AS key FROM public_concerns`
  const settle = sql`UPDATE public_concerns SET reply = '已核实' RETURNING id::text AS key`
  const all = Object.values(CONCERN).sort()

  it.each<[string, Scope, string[] | string, string[] | string]>([
    ['a leader, who reads', LEADER, all, []],
    ['a member of an office', OFFICER, all, all],
    ['a grid, its own', as('grid'), [CONCERN.west], [CONCERN.west]],
    ['a grid member without grids', { audience: 'grid', officeId: OFFICE.safety }, [], []],
    ...(['enterprise', 'public', 'auditor', 'admin', 'identity'] as const).map(
      (audience): [string, Scope, string, string] => [
        `the audience ${audience}, nothing`,
        as(audience),
        PERMISSION_DENIED,
        PERMISSION_DENIED,
      ],
    ),
  ])('is read and settled by whom it is for: %s', (_who, scope, reads, settles) =>
    onStage(database, async (stage) => {
      expect(await keysFor(stage, scope, told)).toEqual(reads)
      expect(await keysFor(stage, scope, settle)).toEqual(settles)
      expect((await writable(stage, scope, 'public_concerns')).sort()).toEqual(
        Array.isArray(settles) && settles.length > 0 ? SETTLED : [],
      )
      expect(await keysFor(stage, scope, remove('public_concerns'))).toBe(PERMISSION_DENIED)
      expect(
        await keysFor(
          stage,
          scope,
          sql`
      INSERT INTO public_concerns (id, receipt, text, place_text, received_at) VALUES (${idOf('dc', 8)}, 'R-X', '假', '', now()) RETURNING 'row' AS key`,
        ),
      ).toBe(PERMISSION_DENIED)
    }),
  )

  it('goes in by one door, to the grid it lies in, and is followed by its receipt alone', () =>
    onStage(database, async (stage) => {
      expect(await keysFor(stage, { audience: 'public' }, file)).toEqual(['R-NEW'])
      expect(await keysFor(stage, as('grid'), told)).toEqual([CONCERN.west, idOf('dc', 9)].sort())
      expect(await keysFor(stage, { audience: 'public' }, follow('R-NEW'))).toEqual(['received'])
      for (const guess of ['', '%', 'r-new', 'R-NE_'])
        expect(await keysFor(stage, { audience: 'public' }, follow(guess))).toEqual([])
      for (const audience of ['auditor', 'admin', 'identity'] as const) {
        for (const statement of [file, follow('R-NEW')])
          expect(await keysFor(stage, as(audience), statement)).toBe(PERMISSION_DENIED)
      }
    }))
})
