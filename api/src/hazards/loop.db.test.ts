import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { queryRows } from '../db/rows.ts'
import { evidenceId } from '../db/test-fixture-evidence.ts'
import { userIdOf } from '../db/test-fixture-accounts.ts'
import { enterpriseId, idOf, NOW, pointAt } from '../db/test-fixture-places.ts'
import { bodyOf, problemOf } from '../test-visitor.ts'
import { Hazard } from './schema.ts'
import { replays as recordReplays } from './test-replay.ts'
import { openLoop, PLAN, Refusal, STAFF, type Loop } from '../test-loop.ts'

let loop: Loop
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  loop = await openLoop()
})
afterAll(async () => {
  vi.useRealTimers()
  await loop.database.close()
})
beforeEach(() => {
  loop.clock.now = NOW
})

const replays = (hazard: Pick<Hazard, 'enterpriseId' | 'id'>) => recordReplays(loop.database, hazard)

describe('a general hazard', () => {
  it('goes from report to closure within the enterprise', async () => {
    const hazard = await loop.reported()
    expect(hazard).toMatchObject({
      status: 'reported', origin: 'daily', lastSeq: 1, reporterName: '企业甲', code: 'YH-2026-0001', rectifier: null, defaultDeadline: '2026-12-09', overdue: false,
    })
    expect(hazard.events[0]?.evidence).toHaveLength(1)
    expect(hazard.actions.map(({ type }) => type)).toEqual(['reject', 'merge', 'register', 'stop-work'])
    await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true, afterSeq: 1 })
    expect(await loop.does('ent01', hazard, { type: 'grade', grade: 'general', criteria: '清单第3条', afterSeq: 2 })).toMatchObject({ grade: 'general', criteria: '清单第3条' })
    const notified = await loop.does('ent01', hazard, { type: 'notify', responsibleId: STAFF.fixer, opinion: '补装护栏' })
    expect(notified).toMatchObject({ status: 'notified', deadline: '2026-12-09', treatment: 'time-limited', rectifier: { id: STAFF.fixer, name: '整改人甲' } })
    expect((await loop.read('fixer', hazard)).actions[0]).toEqual({ type: 'sign', needs: [], blockedBy: [] })
    await loop.does('fixer', hazard, { type: 'sign' })
    const submitted = await loop.does('fixer', hazard, { type: 'submit', cost: 350.5, evidence: [await loop.photo()], opinion: '已补装' })
    expect(submitted).toMatchObject({ status: 'in-review', cost: 350.5 })
    expect(submitted.actions).toEqual([])
    expect(await loop.does('ent01', hazard, { type: 'pass', opinion: '合格' })).toMatchObject({ status: 'accepted', acceptedAt: '2026-11-24T00:30:00+08:00' })
    const closed = await loop.does('ent01', hazard, { type: 'close' })
    expect(closed).toMatchObject({ status: 'closed', closedAt: '2026-11-24T00:30:00+08:00', lastSeq: 8 })
    expect(closed.events.map(({ type, actorRole }) => `${type} ${actorRole}`)).toEqual([
      'report safety-officer', 'register safety-officer', 'grade safety-officer', 'notify safety-officer', 'sign rectifier', 'submit rectifier', 'pass safety-officer', 'close safety-officer',
    ])
    await replays(hazard)
  })

  it('is fixed on the spot with photographs from before and after, which somebody else reviews', async () => {
    const hazard = await loop.reported()
    await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
    await loop.does('ent01', hazard, { type: 'grade', grade: 'general', criteria: '清单' })
    const fixed = await loop.does('ent01', hazard, { type: 'fix-on-the-spot', photosBefore: [await loop.photo()], photosAfter: [await loop.photo()] })
    expect(fixed).toMatchObject({ status: 'in-review', treatment: 'on-the-spot', rectifier: { name: '企业甲' } })
    expect(fixed.events.at(-1)?.evidence.map(({ part }) => part)).toEqual(['after', 'before'])
    expect(fixed.actions.find(({ type }) => type === 'pass')?.blockedBy).toEqual(['reviewer-not-rectifier'])
    expect(await problemOf(await loop.act('ent01', hazard, { type: 'pass' }), 422)).toBe('hazard-guard')
    await loop.does('boss', hazard, { type: 'fail', opinion: '未固定', deadline: '2026-11-30' })
    await loop.does('ent01', hazard, { type: 'submit', cost: 0, evidence: [await loop.photo()] })
    await loop.does('boss', hazard, { type: 'pass' })
    expect(await loop.does('boss', hazard, { type: 'close' })).toMatchObject({ status: 'closed', round: 1 })
    await replays(hazard)
  })

  it('of a rectifier without an account is signed for by the safety officer, who then does not review', async () => {
    const hazard = await loop.reported()
    await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
    await loop.does('ent01', hazard, { type: 'grade', grade: 'general', criteria: '清单' })
    await loop.does('ent01', hazard, { type: 'notify', responsibleName: '赵工', deadline: '2026-11-28' })
    const signed = await loop.does('ent01', hazard, { type: 'sign' })
    expect(signed.events.at(-1)).toMatchObject({ actorRole: 'rectifier', actorName: '企业甲', detail: { onBehalfOf: '赵工' } })
    await loop.does('ent01', hazard, { type: 'submit', cost: 0, evidence: [await loop.photo()] })
    expect(await problemOf(await loop.act('ent01', hazard, { type: 'pass' }), 422)).toBe('hazard-guard')
    await loop.does('bureau', hazard, { type: 'pass' })
    await replays(hazard)
  })
})

describe('a major hazard', () => {
  it('needs a plan, a listing that is lifted, and a head of office', async () => {
    const { id } = await loop.reported('grid01', { enterpriseId: enterpriseId(3) })
    const hazard = { id, enterpriseId: enterpriseId(3) }
    await loop.does('grid01', hazard, { type: 'register', duplicatesChecked: true })
    expect(await problemOf(await loop.act('grid01', hazard, { type: 'grade', grade: 'major', criteria: '第1条' }), 403)).toBe('hazard-role')
    await loop.does('bureau', hazard, { type: 'grade', grade: 'major', criteria: '第1条' })
    expect((await loop.read('bureau', hazard)).actions.map(({ type }) => type)).toEqual(['notify', 'list-supervision', 'stop-work'])
    const noticed = await loop.does('bureau', hazard, { type: 'notify', responsibleId: userIdOf('ent02') })
    expect(noticed.deadline).toBe('2026-12-24')
    const listing = { level: 'county', authority: '区安委会', department: '经信局', documentNo: '台安委督〔2026〕3号', deadline: '2026-12-31' } as const
    expect(await loop.does('bureau', hazard, { type: 'list-supervision', ...listing })).toMatchObject({
      supervision: 'listed', status: 'notified', deadline: '2026-12-24', supervisionListing: { ...listing, listedAt: '2026-11-24T00:30:00+08:00' },
    })
    await loop.does('bureau', hazard, { type: 'stop-work', reason: '危及安全' })
    expect(Refusal.parse(await (await loop.act('ent02', hazard, { type: 'sign', plan: { ...PLAN, funds: ' ' } })).json())).toMatchObject({ status: 422, guards: ['plan'], errors: [{ field: 'plan' }] })
    await loop.does('ent02', hazard, { type: 'sign', plan: PLAN })
    await loop.does('ent02', hazard, { type: 'submit', cost: 20000, evidence: [await loop.photo(3)] })
    await loop.does('grid01', hazard, { type: 'pass' })
    expect(Refusal.parse(await (await loop.act('ent02', hazard, { type: 'close' })).json()).guards).toEqual(['bureau-approval', 'supervision-lifted'])
    expect(Refusal.parse(await (await loop.act('ent02', hazard, { type: 'resume-work', reason: '已整改' })).json()).guards).toEqual(['resume-authority'])
    await loop.does('bureau', hazard, { type: 'resume-work', reason: '复查合格' })
    await loop.does('bureau', hazard, { type: 'delist-supervision', documentNo: '台安委销〔2026〕1号', reason: '已治理' })
    expect(await loop.does('bureau', hazard, { type: 'close' })).toMatchObject({ status: 'closed', supervision: 'delisted', workStop: false })
    await replays(hazard)
  })
})

describe('deadlines', () => {
  it('are extended by somebody else, once asked for', async () => {
    const hazard = await rectifying()
    await loop.does('fixer', hazard, { type: 'request-extension', reason: '备件未到', deadline: '2026-12-20' })
    expect(await problemOf(await loop.act('fixer', hazard, { type: 'request-extension', reason: '再申请', deadline: '2026-12-25' }), 422)).toBe('hazard-guard')
    expect((await loop.read('ent01', hazard))).toMatchObject({ extension: 'pending', extensionDeadline: '2026-12-20', deadline: '2026-12-09' })
    expect(await loop.does('ent01', hazard, { type: 'approve-extension', deadline: '2026-12-15' })).toMatchObject({ extension: 'approved', deadline: '2026-12-15', status: 'rectifying' })
    await loop.does('fixer', hazard, { type: 'request-extension', reason: '备件未到', deadline: '2026-12-20' })
    expect(await loop.does('bureau', hazard, { type: 'reject-extension', reason: '不予延期' })).toMatchObject({ extension: 'rejected', deadline: '2026-12-15' })
    await replays(hazard)
  })

  it('asked for by the safety officer are not granted by the same person', async () => {
    const hazard = await rectifying()
    await loop.does('ent01', hazard, { type: 'request-extension', reason: '备件未到', deadline: '2026-12-20' })
    expect(Refusal.parse(await (await loop.act('ent01', hazard, { type: 'approve-extension' })).json()).guards).toEqual(['decider-not-asker'])
    expect(await loop.does('boss', hazard, { type: 'approve-extension' })).toMatchObject({ deadline: '2026-12-20' })
  })
})

describe('closed hazards', () => {
  it('are reopened within 90 days; after that a new record takes them up', async () => {
    const hazard = await closed()
    loop.clock.now = new Date('2027-02-22T16:30:00Z')
    const late = Refusal.parse(await (await (await signedInAgain()).post(path(hazard), { type: 'reopen', reason: '反弹' })).json())
    expect(late.guards).toEqual(['within-90-days'])
    loop.clock.now = NOW
    await loop.as('ent01')
    const linked = await loop.reported('ent01', { linkedTo: hazard.id })
    expect(linked.linkedTo).toBe(hazard.id)
    expect(await problemOf(await loop.report('ent01', { linkedTo: linked.id }), 422)).toBe('hazard-field')
    await loop.does('boss', hazard, { type: 'reopen', reason: '反弹', deadline: '2026-12-01' })
    await replays(hazard)
  })
})

describe('void hazards', () => {
  it('are merged into one that stands, of the same enterprise', async () => {
    const [first, second] = [await loop.reported(), await loop.reported()]
    expect(await problemOf(await loop.act('ent01', second, { type: 'merge', reason: '重复', mergedInto: second.id }), 422)).toBe('hazard-field')
    expect(await problemOf(await loop.act('ent01', second, { type: 'merge', reason: '重复', mergedInto: idOf('9', 37) }), 422)).toBe('hazard-field')
    expect(await loop.does('ent01', second, { type: 'merge', reason: '重复', mergedInto: first.id })).toMatchObject({ status: 'void', mergedInto: first.id })
    await replays(second)
  })
})

describe('a report', () => {
  it('sent twice is one hazard, and one of another’s id is refused', async () => {
    const id = crypto.randomUUID()
    const body = { id, evidence: [await loop.photo()] }
    const [first, again] = [await loop.report('ent01', body), await loop.report('ent01', body)]
    expect([first.status, again.status]).toEqual([201, 200])
    expect(first.headers.get('location')).toBe(`/api/enterprises/${enterpriseId(1)}/hazards/${id}`)
    expect(await first.json()).toEqual(await again.json())
    expect(await problemOf(await loop.report('fixer', body), 409)).toBe('hazard-id-taken')
  })

  it('at one moment gives one hazard of one id, and a number to each', async () => {
    const id = crypto.randomUUID()
    const body = { id, evidence: [await loop.photo()] }
    const answers = await Promise.all([loop.report('ent01', body), loop.report('ent01', body), loop.report('fixer'), loop.report('boss')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201, 201, 201])
    const made = await Promise.all(answers.map(async (answer) => Hazard.parse(await answer.json())))
    expect(new Set(made.map(({ no }) => no)).size).toBe(3)
    expect(new Set(made.map(({ code }) => code)).size).toBe(3)
  })

  it('comes from the sender’s own enterprise, grid or office', async () => {
    const own = await (await loop.as('ent01')).post('/api/hazards', { description: '漏油', location: pointAt(1, 1), evidence: [await loop.photo()] })
    expect((await bodyOf(own, Hazard, 201)).enterpriseId).toBe(enterpriseId(1))
    expect(await problemOf(await loop.report('ent01', { enterpriseId: enterpriseId(3) }), 404)).toBe('enterprise-not-found')
    expect(await problemOf(await loop.report('grid01', { enterpriseId: enterpriseId(1) }), 404)).toBe('enterprise-not-found')
    expect(await problemOf(await loop.report('bureau', { enterpriseId: enterpriseId(5) }), 403)).toBe('other-office')
    expect(await problemOf(await loop.report('leader'), 403)).toBe('role-refused')
    expect(await bodyOf(await loop.report('bureau', { enterpriseId: enterpriseId(3) }), Hazard, 201)).toMatchObject({ origin: 'department-check' })
    const withoutEnterprise = await (await loop.as('grid01')).post('/api/hazards', { description: '漏油', location: pointAt(1, 1) })
    expect(Refusal.parse(await withoutEnterprise.json())).toMatchObject({ status: 400, errors: [{ field: 'enterpriseId' }] })
  })

  it('keeps what was sent in another datum and stores WGS 84', async () => {
    const hazard = await loop.reported('ent01', { datum: 'gcj02', location: { type: 'Point', coordinates: [117.7359, 34.5594] } })
    const [lon = 0, lat = 0] = hazard.location.coordinates
    expect(lon).toBeLessThan(117.7359)
    expect(Math.abs(lon - 117.73)).toBeLessThan(0.002)
    expect(Math.abs(lat - 34.56)).toBeLessThan(0.002)
    expect(hazard.events[0]?.detail).toMatchObject({ datum: 'gcj02', sent: [117.7359, 34.5594] })
  })

  it.each<[Record<string, unknown>, number, string[]]>([
    [{ description: '' }, 400, ['description']],
    [{ location: { type: 'Point', coordinates: [200, 34] } }, 400, ['location.coordinates.0']],
    [{ location: undefined }, 400, ['location']],
    [{ origin: 'hearsay' }, 400, ['origin']],
    [{ origin: 'grid-patrol' }, 422, ['origin']],
    [{ evidence: [] }, 422, ['evidence']],
    [{ evidence: [evidenceId(3)] }, 422, ['evidence']],
    [{ riskPointId: idOf('b', 9) }, 422, ['riskPointId']],
    [{ id: 'x' }, 400, ['id']],
    [{ datum: 'mars' }, 400, ['datum']],
    [{ status: 'closed', grade: 'major' }, 400, ['status', 'grade']],
  ])('with %j is refused: %d %j', async (body, status, fields) => {
    const response = await loop.report('ent01', body)
    const refusal = Refusal.parse(await response.json())
    expect([response.status, refusal.errors?.map(({ field }) => field)]).toEqual([status, fields])
  })
})

describe('an act', () => {
  it.each<[Record<string, unknown>, number, string[]]>([
    [{}, 400, ['type']],
    [{ type: 'explode' }, 400, ['type']],
    [{ type: 'register' }, 422, ['duplicatesChecked']],
    [{ type: 'reject' }, 422, ['reason']],
    [{ type: 'reject', reason: '  ' }, 422, ['reason']],
    [{ type: 'merge' }, 422, ['reason', 'mergedInto']],
    [{ type: 'register', duplicatesChecked: true, afterSeq: -1 }, 400, ['afterSeq']],
    [{ type: 'register', duplicatesChecked: true, evidence: [evidenceId(3)] }, 422, ['evidence']],
    [{ type: 'register', duplicatesChecked: true, deadline: '2026-02-30' }, 400, ['deadline']],
    [{ type: 'register', duplicatesChecked: true, cost: -1 }, 400, ['cost']],
    [{ type: 'register', duplicatesChecked: true, plan: { money: 'x' } }, 400, ['money']],
    [{ type: 'register', duplicatesChecked: true, at: '2020-01-01' }, 400, ['at']],
  ])('%j is refused and names the fields: %d %j', async (body, status, fields) => {
    const hazard = await loop.reported()
    const response = await loop.act('ent01', hazard, body)
    const refusal = Refusal.parse(await response.json())
    expect([response.status, refusal.errors?.map(({ field }) => field)]).toEqual([status, fields])
    expect((await loop.read('ent01', hazard)).lastSeq).toBe(1)
  })

  it('makes nobody responsible who is not of the enterprise today', async () => {
    const hazard = await loop.reported()
    await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
    await loop.does('ent01', hazard, { type: 'grade', grade: 'general', criteria: '清单' })
    for (const responsibleId of [userIdOf('ent02'), userIdOf('grid01'), idOf('1', 99)]) {
      const refusal = Refusal.parse(await (await loop.act('ent01', hazard, { type: 'notify', responsibleId })).json())
      expect([refusal.status, refusal.errors?.[0]?.field]).toEqual([422, 'responsibleId'])
    }
  })

  it('is for those whose it is', async () => {
    const hazard = await loop.reported()
    const register = { type: 'register', duplicatesChecked: true } as const
    expect(await problemOf(await loop.act('ent02', hazard, register), 404)).toBe('hazard-not-found')
    expect(await problemOf(await loop.act('grid01', hazard, register), 404)).toBe('hazard-not-found')
    expect(await problemOf(await loop.act('leader', hazard, register), 403)).toBe('role-refused')
    const refusal = Refusal.parse(await (await loop.act('fixer', hazard, register)).json())
    expect([refusal.status, refusal.roles]).toEqual([403, ['safety-officer', 'grid-member', 'office']])
    const foreign = { enterpriseId: enterpriseId(5), id: idOf('9', 39) }
    expect(await problemOf(await loop.act('bureau', foreign, { type: 'submit', cost: 0 }), 403)).toBe('other-office')
    expect((await loop.read('bureau', foreign)).actions).toEqual([])
    expect((await loop.read('leader', hazard)).actions).toEqual([])
  })

  it('that somebody else was faster with says what happened, and loses nothing', async () => {
    const hazard = await loop.reported()
    await loop.does('boss', hazard, { type: 'register', duplicatesChecked: true, opinion: '属实', afterSeq: 1 })
    const refusal = Refusal.parse(await (await loop.act('ent01', hazard, { type: 'reject', reason: '不属实', afterSeq: 1 })).json())
    expect(refusal).toMatchObject({
      status: 409, type: 'urn:onemap:problem:hazard-state', hazardStatus: 'registered', lastSeq: 2, possible: ['grade', 'stop-work', 'resume-work'],
      since: [{ seq: 2, type: 'register', actorName: '负责人甲', opinion: '属实', toStatus: 'registered' }],
    })
  })

  it('of two on one state at one moment is done once; the other hears what happened', async () => {
    for (let round = 0; round < 3; round++) {
      const hazard = await loop.reported()
      const answers = await Promise.all([
        loop.act('ent01', hazard, { type: 'register', duplicatesChecked: true, afterSeq: 1 }),
        loop.act('boss', hazard, { type: 'reject', reason: '不属实', afterSeq: 1 }),
        loop.act('bureau', hazard, { type: 'register', duplicatesChecked: true, afterSeq: 1 }),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      for (const answer of answers.filter(({ status }) => status === 409)) expect(Refusal.parse(await answer.json()).since).toHaveLength(1)
      expect((await loop.read('ent01', hazard)).lastSeq).toBe(2)
      await replays(hazard)
    }
  })

  it('without a last event seen is judged by the state alone', async () => {
    const hazard = await loop.reported()
    const answers = await Promise.all([1, 2].map(() => loop.act('ent01', hazard, { type: 'register', duplicatesChecked: true })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('sent twice, even at one moment, is done once', async () => {
    const hazard = await loop.reported()
    const body = { type: 'register', duplicatesChecked: true, afterSeq: 1, clientId: crypto.randomUUID() } as const
    const answers = await Promise.all([loop.act('ent01', hazard, body), loop.act('ent01', hazard, body)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await loop.does('ent01', hazard, body)).lastSeq).toBe(2)
  })
})

describe('the record of acts', () => {
  it('names who took a step and what it changed', async () => {
    const hazard = await loop.reported()
    await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
    const Entry = z.object({ actor: z.string(), table: z.string(), action: z.string(), fields: z.array(z.string()) })
    const entries = await loop.database.asOwner((tx) => queryRows(tx, Entry, sql`
      SELECT actor_name AS actor, object_table AS "table", action, to_json(array(SELECT jsonb_object_keys(changes) ORDER BY 1)) AS fields
      FROM audit_log WHERE object_table = 'hazards' AND object_key ->> 'id' = ${hazard.id} ORDER BY seq`))
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([['企业甲', 'insert'], ['企业甲', 'update']])
    expect(entries[1]?.fields).toEqual(['last_seq', 'status'])
  })
})

async function rectifying(): Promise<Hazard> {
  const hazard = await loop.reported()
  await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
  await loop.does('ent01', hazard, { type: 'grade', grade: 'general', criteria: '清单' })
  await loop.does('ent01', hazard, { type: 'notify', responsibleId: STAFF.fixer })
  return loop.does('fixer', hazard, { type: 'sign' })
}

async function closed(): Promise<Hazard> {
  const hazard = await rectifying()
  await loop.does('fixer', hazard, { type: 'submit', cost: 0, evidence: [await loop.photo()] })
  await loop.does('ent01', hazard, { type: 'pass' })
  return loop.does('ent01', hazard, { type: 'close' })
}

const path = ({ enterpriseId: of, id }: Pick<Hazard, 'enterpriseId' | 'id'>) => `/api/enterprises/${of}/hazards/${id}/events`

/** A session of today, whatever day it is. */
async function signedInAgain() {
  vi.setSystemTime(loop.clock.now)
  const visitor = await loop.as('boss')
  await visitor.signIn('boss')
  return visitor
}
