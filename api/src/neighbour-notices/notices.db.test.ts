import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { plantAccounts, type Username } from '../db/test-fixture-accounts.ts'
import { enterpriseId, idOf, NOW } from '../db/test-fixture-places.ts'
import { assessment } from '../db/test-fixture-risks.ts'
import { assessments } from '../db/schema/risks.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit, type Visitor } from '../test-visitor.ts'
import { draftDueNotices, seeToNotices } from './draft-due.ts'
import { MustTell, MustTellMe, NoticeLines } from './obligations.ts'
import { remindUnsigned } from './receipts.ts'
import { Notice, NoticeItem, Received, ReceivedItem } from './schema.ts'

const DAY = 86_400_000
const Notices = z.object({ items: z.array(NoticeItem.strict()), nextCursor: z.string().nullable() })
const ReceivedPage = z.object({
  items: z.array(ReceivedItem.strict()),
  nextCursor: z.string().nullable(),
})
const RULE = { today: '2026-11-24', remindAfterDays: 7 }
/** Point 1 of enterprise 1 is red; 300 and 450 m away are enterprises 2 and 3. Point 9 of enterprise 5 is orange; 6 and 7 are near. */
const RED = idOf('b', 1)

let database: Database
const visitors = new Map<Username, Visitor>()

function as(username: Username): Visitor {
  const visitor = visitors.get(username)
  if (visitor === undefined) throw new Error(`${username} is not signed in`)
  return visitor
}

beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(async (tx) => {
    await plantAccounts(tx)
    await tx.execute(
      sql`TRUNCATE neighbour_notices, neighbour_notice_recipients, received_notices, neighbour_checks, neighbour_sweeps, messages CASCADE`,
    )
  })
  const api = createApp(testDeps(database))
  for (const username of ['bureau', 'leader', 'ent01', 'ent02', 'grid01'] as const) {
    const visitor = visit(api)
    expect((await visitor.signIn(username)).status).toBe(200)
    visitors.set(username, visitor)
  }
})
afterAll(() => database.close())

const list = (who: Username, query = '') =>
  as(who)
    .get(`/api/neighbour-notices${query}`)
    .then((response) => bodyOf(response, Notices))
const address = ({ enterpriseId: of, id }: { enterpriseId: string; id: string }) =>
  `/api/enterprises/${of}/neighbour-notices/${id}`
const read = (who: Username, notice: { enterpriseId: string; id: string }) =>
  as(who)
    .get(address(notice))
    .then((response) => bodyOf(response, Notice.strict()))
const act = (
  notice: { enterpriseId: string; id: string; version: number },
  type: string,
  more: Record<string, unknown> = {},
) => as('ent01').post(`${address(notice)}/events`, { type, version: notice.version, ...more })
const received = (who: Username, query = '') =>
  as(who)
    .get(`/api/received-notices${query}`)
    .then((response) => bodyOf(response, ReceivedPage))
const sign = (copy: { enterpriseId: string; id: string }, name: string, who: Username = 'ent02') =>
  as(who).post(`/api/enterprises/${copy.enterpriseId}/received-notices/${copy.id}/sign`, { name })

async function draftOf(riskPointId: string) {
  const {
    items: [item],
  } = await list('ent01', `?status=draft&riskPointId=${riskPointId}`)
  if (item === undefined) throw new Error('no draft')
  return read('ent01', item)
}

async function inForce(riskPointId = RED) {
  const {
    items: [item],
  } = await list('ent01', `?status=issued&riskPointId=${riskPointId}`)
  if (item === undefined) throw new Error('nothing in force')
  return read('ent01', item)
}

const kindsFor = (number: number) =>
  database
    .asOwner((tx) =>
      queryRows(
        tx,
        z.object({ kind: z.string() }),
        sql`SELECT kind FROM messages WHERE enterprise_id = ${enterpriseId(number)} AND kind LIKE 'notice-%' ORDER BY kind`,
      ),
    )
    .then((rows) => rows.map(({ kind }) => kind))
const move = (number: number, [east, north]: readonly [number, number]) =>
  database.asOwner((tx) =>
    tx.execute(sql`
  UPDATE enterprises SET geom = ST_SetSRID(ST_MakePoint(117.73 + ${east}::float8 / 91780, 34.56 + ${north}::float8 / 110920), 4326) WHERE id = ${enterpriseId(number)}`),
  )

const assess = (level: 1 | 2, number: number, assessedOn: string) =>
  database.asOwner((tx) =>
    tx.insert(assessments).values({
      ...assessment(2, enterpriseId(1), level, idOf('d', number)),
      stage: 'residual',
      assessedOn,
    }),
  )

describe('what is due', () => {
  it('is drafted once, however many servers look at one moment', async () => {
    const counts = await Promise.all([1, 2, 3].map(() => draftDueNotices(database, NOW)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(await draftDueNotices(database, NOW)).toBe(0)
    expect(await kindsFor(1)).toEqual(['notice-drafted'])
    const { items } = await list('leader')
    expect(
      items.map(({ enterpriseId: of, status, cause, radius }) => [of, status, cause, radius]),
    ).toEqual(
      expect.arrayContaining([
        [enterpriseId(1), 'draft', 'created', 500],
        [enterpriseId(5), 'draft', 'created', 300],
      ]),
    )
  })

  it('names whom it is for to its sender and to officers, and to nobody else', async () => {
    const draft = await draftOf(RED)
    expect(draft).toMatchObject({
      level: 1,
      edited: false,
      profile: { id: 'neighbour-default', version: 1 },
      receipts: { total: 2, told: 0 },
    })
    expect(draft.recipients.map(({ name, origin, state }) => [name, origin, state])).toEqual([
      ['乙纸业有限公司', 'profile', 'not-told'],
      ['丙LNG加气站', 'profile', 'not-told'],
    ])
    expect(draft.content.enterprise.dutyPhone).toBe('0632-6600000')
    expect(draft.content.protection).not.toBe('')
    expect(draft.actions).toEqual([
      { type: 'edit', missing: [] },
      { type: 'issue', missing: [] },
    ])
    expect((await read('bureau', draft)).actions).toEqual([])
    expect(await problemOf(await as('ent02').get(address(draft)), 404)).toBe('notice-not-found')
    expect(
      await problemOf(
        await as('ent02').post(`${address(draft)}/events`, { type: 'issue', version: 1 }),
        404,
      ),
    ).toBe('notice-not-found')
    expect((await list('ent02')).items).toEqual([])
    expect((await received('ent02')).items).toEqual([])
  })
})

describe('a draft', () => {
  it('is put in other words and gets recipients by hand, with a reason, who are real and near', async () => {
    const draft = await draftOf(RED)
    const change = (body: Record<string, unknown>) =>
      as('ent01').send('PATCH', address(draft), body)
    expect(
      await problemOf(
        await change({
          version: 1,
          byHand: [{ enterpriseId: enterpriseId(99), reason: '同一围墙' }],
        }),
        422,
      ),
    ).toBe('recipient-unknown')
    expect(await problemOf(await change({ version: 7, note: '过期' }), 409)).toBe('notice-state')
    const { items: found } = await bodyOf(
      await as('ent01').get(
        `/api/enterprises/${enterpriseId(1)}/recipient-candidates?q=${encodeURIComponent('运河公园')}`,
      ),
      z.object({ items: z.array(z.object({ enterpriseId: z.string(), distance: z.number() })) }),
    )
    expect(found).toMatchObject([{ enterpriseId: enterpriseId(4) }])
    const changed = await bodyOf(
      await change({
        version: 1,
        alarm: '连续长鸣',
        note: '联系老王 13812345678',
        byHand: [{ enterpriseId: enterpriseId(4), reason: '下风向，人员密集' }],
      }),
      Notice,
    )
    expect(changed).toMatchObject({ version: 2, edited: true, content: { alarm: '连续长鸣' } })
    expect(changed.recipients.at(-1)).toMatchObject({
      enterpriseId: enterpriseId(4),
      origin: 'hand',
      reason: '下风向，人员密集',
    })
    expect(changed.actions).toContainEqual({ type: 'issue', missing: ['no-personal-number'] })
    expect(await problemOf(await act(changed, 'issue'), 422)).toBe('notice-guard')
  })

  it('keeps its words and recipients when facts change under it', async () => {
    await database.asOwner((tx) =>
      tx.execute(
        sql`UPDATE enterprises SET duty_phone = '0632-6600001' WHERE id = ${enterpriseId(1)}`,
      ),
    )
    await draftDueNotices(database, NOW)
    const draft = await draftOf(RED)
    expect(draft).toMatchObject({
      version: 3,
      content: { alarm: '连续长鸣', enterprise: { dutyPhone: '0632-6600001' } },
    })
    expect(draft.recipients).toHaveLength(3)
    await bodyOf(await as('ent01').send('PATCH', address(draft), { version: 3, note: '' }), Notice)
  })

  it('goes out once, to everybody it is for, as it was seen', async () => {
    const draft = await draftOf(RED)
    expect(await problemOf(await act({ ...draft, version: 2 }, 'issue'), 409)).toBe('notice-state')
    const clientId = crypto.randomUUID()
    const issued = await bodyOf(await act(draft, 'issue', { clientId }), Notice.strict())
    expect(issued).toMatchObject({
      status: 'issued',
      issuedByName: '企业甲',
      issuedByPart: 'safety-officer',
      renewOn: '2027-11-24',
      receipts: { total: 3, told: 3, signed: 0, late: 0 },
    })
    expect((await bodyOf(await act(draft, 'issue', { clientId }), Notice)).version).toBe(
      issued.version,
    )
    expect(await problemOf(await act(issued, 'issue'), 409)).toBe('notice-state')
    expect(
      await problemOf(
        await as('ent01').send('PATCH', address(issued), { version: issued.version, note: '改' }),
        409,
      ),
    ).toBe('notice-state')
    expect(await kindsFor(3)).toEqual(['notice-received'])
  })
})

describe('a recipient', () => {
  it('reads the notice and signs in its own name, once', async () => {
    const {
      items: [item],
    } = await received('ent02')
    if (item === undefined) throw new Error('nothing received')
    expect(item).toMatchObject({
      senderName: '甲化工有限公司',
      status: 'current',
      state: 'waiting',
      level: 1,
    })
    const copy = await bodyOf(
      await as('ent02').get(`/api/enterprises/${item.enterpriseId}/received-notices/${item.id}`),
      Received.strict(),
    )
    expect(copy).toMatchObject({ canSign: true, content: { alarm: '连续长鸣' } })
    expect(await problemOf(await sign(copy, '别人'), 422)).toBe('signature-name')
    expect(await bodyOf(await sign(copy, '企业乙'), Received)).toMatchObject({
      signedByName: '企业乙',
      state: 'signed',
      canSign: false,
    })
    expect((await sign(copy, '企业乙')).status).toBe(200)
    expect(await problemOf(await sign(copy, '企业甲', 'ent01'), 404)).toBe('notice-not-found')
    const sent = await inForce()
    expect(sent.receipts.signed).toBe(1)
    expect(sent.recipients.find(({ enterpriseId: to }) => to === enterpriseId(3))).toMatchObject({
      state: 'signed',
      signedByName: '企业乙',
    })
  })

  it('that has not signed after seven days is reminded once, and officers see it', async () => {
    const lately = (days: number) =>
      database.asOwner(async (tx) => {
        await tx.execute(
          sql`UPDATE received_notices SET issued_at = ${new Date(NOW.getTime() - days * DAY).toISOString()}`,
        )
        await tx.execute(
          sql`UPDATE neighbour_notice_recipients SET told_at = ${new Date(NOW.getTime() - days * DAY).toISOString()} WHERE told_at IS NOT NULL`,
        )
      })
    await lately(6)
    expect(await remindUnsigned(database, RULE, NOW)).toBe(0)
    await lately(7)
    const counts = await Promise.all([1, 2].map(() => remindUnsigned(database, RULE, NOW)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(
      (await list('bureau', '?receipt=late')).items.map(({ receipts }) => receipts.late),
    ).toEqual([2])
    expect(
      (await received('bureau', '?late=true')).items.map(({ enterpriseName, state }) => [
        enterpriseName,
        state,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['乙纸业有限公司', 'late'],
        ['丁_运河公园100%', 'late'],
      ]),
    )
    expect(
      (await inForce()).recipients.filter(({ remindedAt }) => remindedAt !== null),
    ).toHaveLength(2)
    expect(await kindsFor(2)).toEqual(['notice-received', 'notice-unsigned', 'notice-unsigned'])
  })
})

describe('a newcomer', () => {
  it('alone gets the new version; the others keep what they have, signed or not, and their year', async () => {
    await move(6, [0, -200])
    await draftDueNotices(database, NOW)
    const draft = await draftOf(RED)
    expect(draft).toMatchObject({
      cause: 'recipients-changed',
      no: 2,
      receipts: { total: 4, affected: 1 },
    })
    await database.asOwner((tx) =>
      tx.execute(sql`UPDATE neighbour_notices SET renew_on = '2027-06-01' WHERE status = 'issued'`),
    )
    const issued = await bodyOf(await act(draft, 'issue'), Notice)
    expect(issued).toMatchObject({
      renewOn: '2027-06-01',
      receipts: { total: 4, told: 4, signed: 1 },
      versions: [
        { no: 2, status: 'issued' },
        { no: 1, status: 'superseded' },
      ],
    })
    expect((await received('ent02')).items).toMatchObject([
      { noticeNo: 1, status: 'current', state: 'signed' },
    ])
    expect((await received('bureau', `?enterpriseId=${enterpriseId(6)}`)).items).toMatchObject([
      { noticeNo: 2, status: 'current', state: 'waiting' },
    ])
    expect(await draftDueNotices(database, NOW)).toBe(0)
  })

  it('that moves away again needs no letter', async () => {
    await move(6, [-8100, 9200])
    expect(await draftDueNotices(database, NOW)).toBe(0)
    expect((await list('ent01', '?status=draft')).items).toEqual([])
  })
})

describe('everybody', () => {
  it('is told again when a level rises, and copies of before are superseded', async () => {
    await assess(2, 77, '2026-11-23')
    expect(await draftDueNotices(database, NOW)).toBe(1)
    const draft = await draftOf(idOf('b', 2))
    expect(draft).toMatchObject({ cause: 'created', level: 2, radius: 300, receipts: { total: 1 } })
    await bodyOf(await act(draft, 'issue'), Notice)
    await assess(1, 78, '2026-11-24')
    await draftDueNotices(database, NOW)
    const raised = await draftOf(idOf('b', 2))
    expect(raised).toMatchObject({
      cause: 'level-raised',
      no: 2,
      level: 1,
      radius: 500,
      receipts: { affected: 2 },
    })
    await bodyOf(await act(raised, 'issue'), Notice)
    expect(
      (await received('bureau', `?status=superseded&enterpriseId=${enterpriseId(2)}`)).items,
    ).toMatchObject([{ noticeNo: 1, level: 2 }])
    expect((await received('ent02', '?status=current')).items).toHaveLength(2)
  })

  it('is told again when a year has passed', async () => {
    const [before, on] = [
      new Date('2027-05-31T08:00:00+08:00'),
      new Date('2027-06-01T08:00:00+08:00'),
    ]
    expect(await draftDueNotices(database, before)).toBe(0)
    expect(await draftDueNotices(database, on)).toBe(1)
    expect(await draftOf(RED)).toMatchObject({
      cause: 'yearly',
      no: 3,
      receipts: { total: 3, affected: 3 },
    })
  })

  it('gets several drafts at once, all of them or none', async () => {
    const draft = await draftOf(RED)
    const issue = (items: readonly { id: string; version: number }[]) =>
      as('ent01').post(`/api/enterprises/${enterpriseId(1)}/neighbour-notices/issue`, { items })
    expect(
      await problemOf(
        await issue(
          [draft, { ...(await inForce(idOf('b', 2))) }].map(({ id, version }) => ({ id, version })),
        ),
        409,
      ),
    ).toBe('notice-state')
    expect((await draftOf(RED)).status).toBe('draft')
    expect(
      await bodyOf(
        await issue([{ id: draft.id, version: draft.version }]),
        z.object({ issued: z.int() }),
      ),
    ).toEqual({ issued: 1 })
  })
})

describe('a correction', () => {
  it('is drafted by hand, once, and discarded by hand', async () => {
    const id = crypto.randomUUID()
    const ask = (body: Record<string, unknown>, who: Username = 'ent01') =>
      as(who).post(`/api/enterprises/${enterpriseId(1)}/neighbour-notices`, body)
    const draft = await bodyOf(await ask({ id, riskPointId: RED }), Notice, 201)
    expect(draft).toMatchObject({ cause: 'corrected', no: 4, receipts: { affected: 3 } })
    expect((await bodyOf(await ask({ id, riskPointId: RED }), Notice)).id).toBe(id)
    expect(await problemOf(await ask({ riskPointId: RED }), 409)).toBe('notice-not-drafted')
    expect(await problemOf(await ask({ riskPointId: idOf('b', 99) }), 404)).toBe(
      'risk-point-not-found',
    )
    expect(await problemOf(await ask({ riskPointId: RED }, 'ent02'), 404)).toBe('notice-not-found')
    await draftDueNotices(database, NOW)
    expect((await draftOf(RED)).version).toBe(1)
    expect((await act(draft, 'discard')).status).toBe(204)
    expect(await problemOf(await as('ent01').get(address(draft)), 404)).toBe('notice-not-found')
  })
})

describe('what was told', () => {
  it('is withdrawn with a reason, and everybody who has it is told', async () => {
    const standing = await inForce(idOf('b', 2))
    expect(await problemOf(await act(standing, 'withdraw'), 422)).toBe('notice-guard')
    expect(
      await bodyOf(await act(standing, 'withdraw', { reason: '风险点停用' }), Notice),
    ).toMatchObject({ status: 'withdrawn', reason: '风险点停用', endedByName: '企业甲' })
    expect((await received('ent02', '?status=withdrawn')).items).toHaveLength(1)
    expect(await kindsFor(3)).toContain('notice-withdrawn')
  })

  it('is withdrawn when its point is gone', async () => {
    await database.asOwner((tx) =>
      tx.execute(
        sql`UPDATE neighbour_notices SET risk_point_id = ${idOf('b', 98)} WHERE risk_point_id = ${RED}`,
      ),
    )
    await database.asOwner((tx) =>
      tx.execute(
        sql`UPDATE received_notices SET risk_point_id = ${idOf('b', 98)} WHERE risk_point_id = ${RED}`,
      ),
    )
    await database.asOwner((tx) =>
      tx.execute(
        sql`INSERT INTO neighbour_checks (enterprise, around) VALUES (${enterpriseId(1)}, false)`,
      ),
    )
    await seeToNotices(database, NOW)
    const { items } = await list('leader', `?riskPointId=${idOf('b', 98)}`)
    expect(items.map(({ no, status }) => [no, status])).toEqual(
      expect.arrayContaining([
        [3, 'withdrawn'],
        [2, 'superseded'],
        [1, 'superseded'],
      ]),
    )
    expect((await received('ent02', '?status=current')).items).toEqual([])
    expect((await draftOf(RED)).cause).toBe('created')
  })
})

describe('for any enterprise', () => {
  const Tell = z.object({ items: z.array(MustTell.strict()) })
  const TellMe = z.object({ items: z.array(MustTellMe.strict()) })

  it('is known whom it must tell, whatever was drafted', async () => {
    const { items } = await bodyOf(
      await as('ent01').get(`/api/enterprises/${enterpriseId(1)}/must-tell`),
      Tell,
    )
    expect(
      items.map(({ riskPointId, radius, recipients }) => [
        riskPointId,
        radius,
        recipients.map(({ enterpriseId: to }) => to),
      ]),
    ).toEqual([
      [RED, 500, [enterpriseId(2), enterpriseId(3)]],
      [idOf('b', 2), 500, [enterpriseId(2), enterpriseId(3)]],
    ])
    expect(
      await bodyOf(await as('leader').get(`/api/enterprises/${enterpriseId(1)}/must-tell`), Tell),
    ).toEqual({ items })
    expect(
      await problemOf(await as('ent02').get(`/api/enterprises/${enterpriseId(1)}/must-tell`), 404),
    ).toBe('enterprise-not-found')
  })

  it('is known who must tell it; what was not told yet, officers alone see', async () => {
    const path = `/api/enterprises/${enterpriseId(3)}/must-tell-me`
    const officer = await bodyOf(await as('bureau').get(path), TellMe)
    expect(officer.items).toMatchObject([
      {
        enterpriseName: '甲化工有限公司',
        untold: 2,
        points: [{ state: 'not-told' }, { state: 'not-told' }],
      },
    ])
    expect((await bodyOf(await as('ent02').get(path), TellMe)).items).toMatchObject([
      { enterpriseName: '甲化工有限公司', untold: 2, points: [] },
    ])
    await bodyOf(await act(await draftOf(RED), 'issue'), Notice)
    expect((await bodyOf(await as('ent02').get(path), TellMe)).items).toMatchObject([
      { untold: 1, points: [{ riskPointId: RED, state: 'waiting' }] },
    ])
  })

  it('the map draws who is told of what to those who may see it', async () => {
    const Lines = z.object({ items: z.array(NoticeLines.strict()), isComplete: z.boolean() })
    const lines = async (who: Username, query = '') =>
      (await bodyOf(await as(who).get(`/api/neighbour-notices/lines${query}`), Lines)).items
    expect(await lines('leader')).toMatchObject([
      { riskPointId: RED, radius: 500, recipients: [{ state: 'waiting' }, { state: 'waiting' }] },
    ])
    expect(await lines('leader', '?bbox=117,34,117.1,34.1')).toEqual([])
    expect(await lines('leader', '?status=draft')).not.toEqual([])
    expect(await lines('ent02')).toEqual([])
  })
})

it('nothing issued is rewritten or deleted by any audience, and nobody delivers but the database', async () => {
  const standing = await inForce()
  const scope = {
    audience: 'enterprise' as const,
    enterpriseId: enterpriseId(1),
    userId: idOf('c', 5),
  }
  const tried = (statement: ReturnType<typeof sql>) =>
    database
      .scoped(scope, (tx) => tx.execute(statement))
      .then(
        () => 'done',
        () => 'refused',
      )
  expect(await tried(sql`DELETE FROM neighbour_notices WHERE id = ${standing.id}`)).toBe('refused')
  expect(
    await tried(
      sql`UPDATE neighbour_notices SET content = content || '{"note":"x"}' WHERE id = ${standing.id}`,
    ),
  ).toBe('refused')
  expect(
    await tried(sql`DELETE FROM neighbour_notice_recipients WHERE notice_id = ${standing.id}`),
  ).toBe('refused')
  expect(await tried(sql`UPDATE received_notices SET status = 'withdrawn'`)).toBe('refused')
  expect(
    await tried(sql`INSERT INTO received_notices (enterprise_id) VALUES (${enterpriseId(1)})`),
  ).toBe('refused')
  const draft = await draftOf(idOf('b', 2)).catch(() => undefined)
  if (draft !== undefined)
    expect(
      await tried(
        sql`UPDATE neighbour_notices SET status = 'issued', issued_at = now(), renew_on = '2027-01-01', issued_by = ${idOf('c', 9)} WHERE id = ${draft.id}`,
      ),
    ).toBe('refused')
  const left = await database.asOwner((tx) =>
    queryRow(
      tx,
      z.object({ n: z.int() }),
      sql`SELECT count(*)::int AS n FROM neighbour_notice_recipients WHERE notice_id = ${standing.id}`,
    ),
  )
  expect(left?.n).toBe(2)
})
