import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { enterpriseId, idOf, OFFICE } from '../db/test-fixture-places.ts'
import type { Position } from '../domain/position.ts'
import type { Reader } from '../http/scope.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit } from '../test-visitor.ts'
import { Batch, BatchItem, Candidate, Preview, Window } from './schema.ts'

const WithItems = Batch.extend({ items: z.array(BatchItem) })
const officer = (number: number, position: Position): Reader => {
  const id = idOf('c', number)
  return {
    role: 'bureau',
    position,
    barrier: null,
    sessionId: null,
    scope: {
      audience: 'wide',
      officeId: OFFICE.safety,
      userId: id,
      actor: { id, name: `科员${number}`, role: 'bureau' },
    },
  }
}
const PREPARER = officer(91, 'officer')
const HEAD = officer(92, 'head')

let database: Database
let reader: Reader = PREPARER
let api: ReturnType<typeof visit>
beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner((tx) =>
    tx.execute(sql`UPDATE enterprises SET activity = '生产' WHERE activity = ''`),
  )
  api = visit(createApp(testDeps(database), () => reader))
})
afterAll(() => database.close())

async function as<T>(who: Reader, work: () => Promise<T>): Promise<T> {
  reader = who
  try {
    return await work()
  } finally {
    reader = PREPARER
  }
}
const batchAt = async (id: string) =>
  bodyOf(await api.get(`/api/disclosure/batches/${id}`), WithItems)
const previewOf = async (id: string) =>
  bodyOf(await api.get(`/api/disclosure/batches/${id}/preview`), Preview)
const begin = async (kind = 'regular') =>
  bodyOf(await api.post('/api/disclosure/batches', { kind }), Batch, 201)
const act = (id: string, body: Record<string, unknown>) =>
  api.post(`/api/disclosure/batches/${id}/acts`, body)
async function publish(id: string): Promise<z.output<typeof Batch>> {
  const submitted = await bodyOf(
    await act(id, { act: 'submit', version: (await batchAt(id)).version }),
    Batch,
  )
  return as(HEAD, async () =>
    bodyOf(
      await act(id, {
        act: 'approve',
        version: submitted.version,
        opinion: '同意公布',
        outsideReason: '迟报',
      }),
      Batch,
    ),
  )
}

describe('before anything is published', () => {
  it('proposes the kinds that are always disclosed and whatever has level 1 or 2', async () => {
    const { items } = await bodyOf(
      await api.get('/api/disclosure/candidates'),
      z.object({ items: z.array(Candidate) }),
    )
    for (const { kind, level, suggested, published } of items) {
      expect(suggested).toBe(level !== null && (kind !== 'general' || level <= 2))
      expect(published).toBe(false)
    }
  })

  it('tells how the window stands', async () => {
    const window = await bodyOf(await api.get('/api/disclosure/window'), Window)
    expect(window).toMatchObject({
      today: '2026-11-24',
      period: '2026-11',
      state: 'late',
      last: null,
      openBatchId: null,
    })
    expect(window.changes.every(({ change }) => change === 'added')).toBe(true)
  })

  it('has nothing to correct, and nothing public', async () => {
    expect(
      await problemOf(await api.post('/api/disclosure/batches', { kind: 'correction' }), 409),
    ).toBe('nothing-published')
    const answer = await api.get('/api/public/risk-sources')
    expect(await answer.json()).toEqual({ batch: null, items: [], nextCursor: null })
  })
})

describe('the first edition', () => {
  let id: string

  it('begins filled with what is proposed; a second one waits', async () => {
    const batch = await begin()
    id = batch.id
    expect(batch).toMatchObject({
      status: 'draft',
      number: null,
      period: '2026-11',
      preparedByName: '科员91',
      title: '2026-11 风险源名册（续报）',
    })
    const { items } = await batchAt(id)
    expect(items.length).toBeGreaterThan(0)
    expect(items.length).toBe(batch.included)
    expect(
      await problemOf(await api.post('/api/disclosure/batches', { kind: 'regular' }), 409),
    ).toBe('batch-open')
  })

  it('refuses what was written on an older reading', async () => {
    const { version } = await batchAt(id)
    const changed = await bodyOf(
      await api.send('PATCH', `/api/disclosure/batches/${id}`, { version, note: '首批' }),
      Batch,
    )
    expect(changed).toMatchObject({ version: version + 1, note: '首批' })
    expect(
      await problemOf(
        await api.send('PATCH', `/api/disclosure/batches/${id}`, { version, note: '别的' }),
        409,
      ),
    ).toBe('batch-changed')
    expect((await batchAt(id)).note).toBe('首批')
  })

  it('says what is not ready, by site', async () => {
    const { version } = await batchAt(id)
    // Enterprise 6 has no risk points, so no level.
    const put = await bodyOf(
      await api.send('PATCH', `/api/disclosure/batches/${id}/items`, {
        version,
        items: [{ enterpriseId: enterpriseId(6), part: 'include' }],
      }),
      Batch,
    )
    const refused = await act(id, { act: 'submit', version: put.version })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      errors: [{ field: `items.${enterpriseId(6)}`, message: '己机械厂：尚未评定风险等级' }],
    })
    const dropped = await bodyOf(
      await api.send('PATCH', `/api/disclosure/batches/${id}/items`, {
        version: put.version,
        items: [{ enterpriseId: enterpriseId(6), part: 'drop' }],
      }),
      Batch,
    )
    expect(dropped.included).toBe(put.included - 1)
  })

  it('needs two people, one of them a head', async () => {
    const submitted = await bodyOf(
      await act(id, { act: 'submit', version: (await batchAt(id)).version }),
      Batch,
    )
    expect(submitted.status).toBe('submitted')
    expect(
      await problemOf(await act(id, { act: 'approve', version: submitted.version }), 403),
    ).toBe('batch-same-person')
    expect(
      await as(officer(93, 'officer'), async () =>
        problemOf(await act(id, { act: 'approve', version: submitted.version }), 403),
      ),
    ).toBe('batch-head-only')
    expect(
      await as(HEAD, async () =>
        problemOf(await act(id, { act: 'return', version: submitted.version }), 422),
      ),
    ).toBe('batch-opinion-missing')
    const returned = await as(HEAD, async () =>
      bodyOf(
        await act(id, { act: 'return', version: submitted.version, opinion: '请补充说明' }),
        Batch,
      ),
    )
    expect(returned).toMatchObject({
      status: 'returned',
      opinion: '请补充说明',
      decidedByName: '科员92',
    })
  })

  it('makes whoever changes a batch its preparer, who then cannot approve it', async () => {
    const { version } = await batchAt(id)
    const taken = await as(HEAD, async () =>
      bodyOf(
        await api.send('PATCH', `/api/disclosure/batches/${id}`, { version, note: '科长改过' }),
        Batch,
      ),
    )
    const submitted = await as(HEAD, async () =>
      bodyOf(await act(id, { act: 'submit', version: taken.version }), Batch),
    )
    expect(submitted.preparedByName).toBe('科员92')
    expect(
      await as(HEAD, async () =>
        problemOf(await act(id, { act: 'approve', version: submitted.version }), 403),
      ),
    ).toBe('batch-same-person')
    await as(officer(94, 'head'), async () =>
      bodyOf(
        await act(id, { act: 'return', version: submitted.version, opinion: '由科员起草' }),
        Batch,
      ),
    )
  })

  it('publishes word by word what was submitted, whatever has changed since', async () => {
    const before = await previewOf(id)
    expect(before.problems).toEqual([])
    const submitted = await bodyOf(
      await act(id, { act: 'submit', version: (await batchAt(id)).version }),
      Batch,
    )
    await database.asOwner((tx) =>
      tx.execute(
        sql`UPDATE enterprises SET activity = '提交之后才改的' WHERE id = ${enterpriseId(1)}`,
      ),
    )
    // The 24th is past the window.
    const refused = await as(HEAD, () =>
      act(id, { act: 'approve', version: submitted.version, outsideReason: ' ' }),
    )
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      errors: [
        {
          field: 'outsideReason',
          message: '今天不在每月 11 日至 20 日的公布期内，须说明此时公布的理由',
        },
      ],
    })
    const published = await as(HEAD, async () =>
      bodyOf(
        await act(id, {
          act: 'approve',
          version: submitted.version,
          outsideReason: '首次公布，材料晚到',
        }),
        Batch,
      ),
    )
    expect(published).toMatchObject({
      status: 'published',
      number: '2026-001',
      decidedByName: '科员92',
      outsideReason: '首次公布，材料晚到',
    })
    const recorded = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ reason: z.string().nullable() }),
        sql`SELECT changes #>> '{outside_reason,to}' AS reason FROM audit_log
            WHERE object_table = 'disclosure_batches' AND object_key ->> 'id' = ${id} ORDER BY seq DESC LIMIT 1`,
      ),
    )
    expect(recorded).toEqual([{ reason: '首次公布，材料晚到' }])
    expect((await previewOf(id)).records).toEqual(before.records)
    const { items } = z
      .object({ items: z.array(z.object({ code: z.string(), activity: z.string() })) })
      .parse(await (await api.get('/api/public/risk-sources')).json())
    expect(items.map(({ code }) => code).sort()).toEqual(
      before.records.map(({ code }) => code).sort(),
    )
    expect(JSON.stringify(items)).not.toContain('提交之后才改的')
  })

  it('is settled for good', async () => {
    const { version } = await batchAt(id)
    expect(
      await problemOf(
        await api.send('PATCH', `/api/disclosure/batches/${id}`, { version, note: 'x' }),
        409,
      ),
    ).toBe('batch-settled')
    expect(await problemOf(await act(id, { act: 'discard', version }), 409)).toBe(
      'batch-state-forbids',
    )
    await expect(
      database.asOwner((tx) =>
        tx.execute(sql`UPDATE disclosure_batches SET title = 'x' WHERE id = ${id}`),
      ),
    ).rejects.toThrow()
  })
})

describe('later editions', () => {
  it('shows in the window what a new batch would change', async () => {
    const { changes, state } = await bodyOf(await api.get('/api/disclosure/window'), Window)
    expect(state).toBe('done')
    // The plain words of the edition that stands are kept, so the changed activity is none.
    expect(changes).toEqual([])
    await database.asOwner((tx) =>
      tx.execute(sql`UPDATE enterprises SET address = '新地址1号' WHERE id = ${enterpriseId(1)}`),
    )
    const moved = await bodyOf(await api.get('/api/disclosure/window'), Window)
    expect(moved.changes).toMatchObject([
      { change: 'changed', fields: ['address'], operator: '甲化工有限公司' },
    ])
  })

  it('corrects what it gives reasons for and nothing else', async () => {
    const { id } = await begin('correction')
    const { version } = await batchAt(id)
    await database.asOwner((tx) =>
      tx.execute(sql`UPDATE enterprises SET address = '另一处' WHERE id = ${enterpriseId(5)}`),
    )
    await bodyOf(
      await api.send('PATCH', `/api/disclosure/batches/${id}/items`, {
        version,
        items: [
          {
            enterpriseId: enterpriseId(1),
            part: 'include',
            reason: '地址有误',
            overrides: { activity: '生产油漆' },
          },
        ],
      }),
      Batch,
    )
    const { changes, before } = await previewOf(id)
    expect(changes.filter(({ change }) => change !== 'unchanged')).toMatchObject([
      { operator: '甲化工有限公司', change: 'changed', fields: ['activity', 'address'] },
    ])
    expect(before.map(({ operator, address }) => [operator, address])).toEqual([
      ['甲化工有限公司', expect.not.stringContaining('新地址')],
    ])
    expect(await publish(id)).toMatchObject({ number: '2026-002', kind: 'correction' })
  })

  it('keeps a published site named until it leaves with a reason', async () => {
    const { id } = await begin('withdrawal')
    const { version } = await batchAt(id)
    const items = (part: string, reason?: string) => ({
      version,
      items: [{ enterpriseId: enterpriseId(5), part, ...(reason === undefined ? {} : { reason }) }],
    })
    expect(
      await problemOf(
        await api.send('PATCH', `/api/disclosure/batches/${id}/items`, items('drop')),
        409,
      ),
    ).toBe('must-stay-named')
    for (const reason of [undefined, ' '])
      expect(
        (await api.send('PATCH', `/api/disclosure/batches/${id}/items`, items('remove', reason)))
          .status,
      ).toBe(400)
    await bodyOf(
      await api.send('PATCH', `/api/disclosure/batches/${id}/items`, items('retract', '公布有误')),
      Batch,
    )
    const { removals } = await previewOf(id)
    expect(removals).toMatchObject([
      { kind: 'retracted', reason: '公布有误', operator: '戊焚烧发电厂' },
    ])
    await publish(id)
  })

  it('blanks in every earlier edition what was published in error', async () => {
    for (const number of ['2026-001', '2026-002', '2026-003']) {
      const text = await (await api.get(`/api/public/batches/${number}`)).text()
      expect([number, text.includes('戊焚烧发电厂')]).toEqual([number, false])
      expect(text).toContain('甲化工有限公司')
    }
    const third = z
      .object({ changes: z.array(z.object({ change: z.string(), reason: z.string().nullable() })) })
      .parse(await (await api.get('/api/public/batches/2026-003')).json())
    expect(third.changes).toEqual([{ change: 'retracted', reason: '公布有误' }])
  })

  it('discards a draft without a trace in public', async () => {
    const { id, version } = await begin()
    expect(await bodyOf(await act(id, { act: 'discard', version }), Batch)).toMatchObject({
      status: 'discarded',
      number: null,
    })
    expect((await bodyOf(await api.get('/api/disclosure/window'), Window)).openBatchId).toBeNull()
  })
})

describe('the database itself', () => {
  const scope = PREPARER.scope

  it('lets nobody approve their own batch, whatever the program says', async () => {
    const { id } = await begin()
    await expect(
      database.scoped(scope, (tx) =>
        tx.execute(sql`
      UPDATE disclosure_batches SET status = 'published', number = '2026-900', decided_by = prepared_by, decided_by_name = 'x', decided_at = now() WHERE id = ${id}`),
      ),
    ).rejects.toThrow()
    await expect(
      database.scoped(scope, (tx) =>
        tx.execute(sql`
      UPDATE disclosure_batches SET status = 'published', number = '2026-900', decided_by = ${idOf('c', 92)}, decided_by_name = 'x', decided_at = now() WHERE id = ${id}`),
      ),
    ).rejects.toThrow()
    await database.scoped(scope, (tx) =>
      tx.execute(sql`UPDATE disclosure_batches SET status = 'discarded' WHERE id = ${id}`),
    )
  })

  it('takes no edition that was not approved, and lets nobody change one', async () => {
    await expect(
      database.scoped(scope, (tx) =>
        tx.execute(sql`
      INSERT INTO public_batches (number, kind, period, title, note, published_at, records) VALUES ('2026-901', 'regular', '2026-11', 'x', '', now(), 0)`),
      ),
    ).rejects.toThrow()
    for (const statement of [
      sql`UPDATE public_records SET operator = 'x'`,
      sql`DELETE FROM public_records`,
      sql`UPDATE public_batches SET title = 'x'`,
      sql`DELETE FROM public_removals`,
    ]) {
      await expect(database.scoped(HEAD.scope, (tx) => tx.execute(statement))).rejects.toThrow()
    }
  })

  it('shows the public nothing of how it came about', async () => {
    for (const table of [
      'disclosure_batches',
      'disclosure_items',
      'disclosure_codes',
      'public_concerns',
      'enterprises',
    ]) {
      await expect(
        database.reading({ audience: 'public' }, (tx) =>
          tx.execute(sql`SELECT * FROM ${sql.identifier(table)}`),
        ),
        table,
      ).rejects.toThrow()
    }
  })

  it('refuses an exact position', async () => {
    await expect(
      database.asOwner((tx) =>
        tx.execute(sql`
      INSERT INTO public_records SELECT '2026-001', 'ZZZZZZZZ', true, operator, address, activity, kind, level, harms, warning_zh, warning_en, do_this_zh, do_this_en,
        last_visit, office_name, office_phone, town_code, town_name, 117.734561, lat FROM public_records LIMIT 1`),
      ),
    ).rejects.toThrow()
  })
})
