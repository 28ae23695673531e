import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { queryRows } from '../db/rows.ts'
import { approvalRulesOn } from '../db/approval-rules.ts'
import { NOW } from '../db/test-fixture-places.ts'
import { FIRST_APPROVAL_PROFILE } from '../domain/approval-rule.ts'
import type { Hazard } from '../hazards/schema.ts'
import { replays } from '../hazards/test-replay.ts'
import { openLoop, PLAN, Refusal, STAFF, type Actor, type Loop } from '../test-loop.ts'
import { problemOf } from '../test-visitor.ts'
import { SignOff } from './schema.ts'

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

const LISTING = {
  type: 'list-supervision',
  level: 'county',
  authority: '区安委会',
  department: '经信局',
  documentNo: '台安委督〔2026〕3号',
  deadline: '2026-12-31',
  reason: '久拖不改',
} as const

/** A major hazard of enterprise 1 at work. */
async function major(): Promise<Hazard> {
  const hazard = await loop.reported()
  await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
  await loop.does('ent01', hazard, { type: 'grade', grade: 'major', criteria: '第1条' })
  await loop.does('bureau', hazard, { type: 'notify', responsibleId: STAFF.fixer })
  return loop.does('fixer', hazard, { type: 'sign', plan: PLAN })
}

const List = z.object({ items: z.array(SignOff.strict()), nextCursor: z.null() })
const Messages = z.object({
  items: z.array(z.object({ kind: z.string(), subject: z.object({ id: z.string() }) })),
})
const pendingFor = async (actor: Actor, hazard: Pick<Hazard, 'id'>) =>
  List.parse(
    await (await (await loop.as(actor)).get('/api/sign-offs?state=pending')).json(),
  ).items.filter(({ subject }) => subject.id === hazard.id)
const told = async (actor: Actor, id: string) =>
  Messages.parse(await (await (await loop.as(actor)).get('/api/messages?limit=200')).json())
    .items.filter(({ subject }) => subject.id === id)
    .map(({ kind }) => kind)
const decide = async (id: string, body: Record<string, unknown>, actor: Actor = 'leader') =>
  (await loop.as(actor)).post(`/api/sign-offs/${id}/decisions`, body)

describe('an act that the rule keeps for a leader', () => {
  it('waits for him with reason and evidence, and changes nothing before', async () => {
    const hazard = await major()
    const photo = await loop.photo()
    expect(
      (await loop.read('bureau', hazard)).actions.find(({ type }) => type === LISTING.type),
    ).toMatchObject({ approver: 'bureau-leader' })
    const proposed = await loop.does('bureau', hazard, { ...LISTING, evidence: [photo] })
    expect(proposed).toMatchObject({ supervision: 'none', lastSeq: hazard.lastSeq })
    expect(proposed.signOffs).toMatchObject([
      { act: LISTING.type, state: 'pending', reason: LISTING.reason, proposedByName: '科长甲' },
    ])
    expect(proposed.actions.map(({ type }) => type)).not.toContain(LISTING.type)
    const [waiting] = await pendingFor('leader', hazard)
    expect(waiting).toMatchObject({
      act: LISTING.type,
      reason: LISTING.reason,
      proposedByPost: '安全生产科科长',
      hazard: { code: hazard.code },
      evidence: [{ id: photo }],
      mine: false,
    })
    expect(await told('leader', waiting?.id ?? '')).toEqual(['sign-off-asked'])
    // Whom it is about learns of it once it is decided.
    expect((await loop.read('ent01', hazard)).signOffs).toEqual([])
  })

  it('is done by his approval, under his post, with the proposer on record', async () => {
    const hazard = await major()
    await loop.does('bureau', hazard, LISTING)
    const [waiting] = await pendingFor('leader', hazard)
    const approved = await decide(waiting?.id ?? '', { decision: 'approved', word: '同意' })
    expect(SignOff.strict().parse(await approved.json())).toMatchObject({
      state: 'approved',
      decidedByName: '局长',
      decidedByPost: '副局长',
      word: '同意',
    })
    const listed = await loop.read('bureau', hazard)
    expect(listed).toMatchObject({ supervision: 'listed', lastSeq: hazard.lastSeq + 1 })
    expect(listed.events.at(-1)).toMatchObject({
      type: LISTING.type,
      actorName: '局长',
      actorRole: 'bureau-leader',
      actorPost: '副局长',
      opinion: '同意',
      detail: { proposedBy: '科长甲（安全生产科科长）', reason: LISTING.reason },
    })
    expect(await told('bureau', waiting?.id ?? '')).toEqual(['sign-off-approved'])
    expect(await pendingFor('leader', hazard)).toEqual([])
    await replays(loop.database, hazard)
  })

  it('is refused with a reason, and may be put forward again', async () => {
    const hazard = await major()
    await loop.does('bureau', hazard, LISTING)
    const [waiting] = await pendingFor('leader', hazard)
    const id = waiting?.id ?? ''
    expect(await problemOf(await decide(id, { decision: 'refused' }), 422)).toBe('sign-off-word')
    expect((await decide(id, { decision: 'refused', word: '材料不全' })).status).toBe(200)
    expect(await told('bureau', id)).toEqual(['sign-off-refused'])
    const after = await loop.read('bureau', hazard)
    expect(after).toMatchObject({ supervision: 'none', lastSeq: hazard.lastSeq })
    expect(after.signOffs).toMatchObject([{ state: 'refused', word: '材料不全' }])
    await loop.does('bureau', hazard, LISTING)
  })

  it('is taken back by whoever put it forward, and by nobody else', async () => {
    const hazard = await major()
    await loop.does('bureau', hazard, LISTING)
    const [waiting] = await pendingFor('bureau', hazard)
    expect(waiting?.mine).toBe(true)
    const path = `/api/sign-offs/${waiting?.id}/withdrawal`
    expect((await (await loop.as('leader')).post(path)).status).toBe(403)
    expect((await (await loop.as('bureau')).post(path)).status).toBe(200)
    const late = await decide(waiting?.id ?? '', { decision: 'approved' })
    expect(Refusal.parse(await late.json())).toMatchObject({
      status: 409,
      detail: '此事项已由安全生产科科长科长甲撤回，您的意见未提交',
    })
    expect((await loop.read('bureau', hazard)).supervision).toBe('none')
  })

  it('is put forward once at a time, and the same sending once', async () => {
    const hazard = await major()
    const clientId = crypto.randomUUID()
    await loop.does('bureau', hazard, { ...LISTING, clientId })
    await loop.does('bureau', hazard, { ...LISTING, clientId })
    expect(await problemOf(await loop.act('bureau', hazard, LISTING), 409)).toBe('sign-off-pending')
    expect(await pendingFor('leader', hazard)).toHaveLength(1)
  })

  it('must be possible as it stands before anybody is asked', async () => {
    const hazard = await major()
    const { reason: _reason, documentNo: _number, ...incomplete } = LISTING
    const refused = await loop.act('bureau', hazard, incomplete)
    expect(Refusal.parse(await refused.json())).toMatchObject({
      status: 422,
      guards: ['document-no', 'reason'],
    })
  })

  it('fails with a sentence where the hazard has gone on meanwhile, and stays undecided', async () => {
    const hazard = await major()
    await loop.does('bureau', hazard, LISTING)
    await loop.does('fixer', hazard, { type: 'submit', cost: 1, evidence: [await loop.photo()] })
    await loop.does('ent01', hazard, { type: 'pass' })
    const [waiting] = await pendingFor('leader', hazard)
    const late = await decide(waiting?.id ?? '', { decision: 'approved' })
    expect(await problemOf(late, 409)).toBe('hazard-state')
    expect(await pendingFor('leader', hazard)).toHaveLength(1)
  })
})

it('of two decisions at once one counts, and the other is told whose', async () => {
  const hazard = await major()
  await loop.does('bureau', hazard, LISTING)
  const [waiting] = await pendingFor('leader', hazard)
  const id = waiting?.id ?? ''
  const answers = await Promise.all([
    decide(id, { decision: 'approved' }),
    decide(id, { decision: 'refused', word: '缓办' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const loser = answers.find(({ status }) => status === 409)
  expect(Refusal.parse(await loser?.json()).detail).toMatch(
    /^此事项已由副局长局长(批准|决定不予批准)，您的意见未提交$/,
  )
  const approved = answers[0]?.status === 200
  expect((await loop.read('bureau', hazard)).lastSeq).toBe(hazard.lastSeq + (approved ? 1 : 0))
  await replays(loop.database, hazard)
})

describe('who closes', () => {
  it('a major hazard is a head of office with a leader’s approval', async () => {
    const hazard = await major()
    await loop.does('fixer', hazard, { type: 'submit', cost: 1, evidence: [await loop.photo()] })
    const accepted = await loop.does('ent01', hazard, { type: 'pass' })
    expect(accepted.next).toEqual([
      { event: 'close', roles: ['office-head'], approver: 'bureau-leader' },
    ])
    expect(accepted.actions.map(({ type }) => type)).not.toContain('close')
    expect(await problemOf(await loop.act('ent01', hazard, { type: 'close' }), 403)).toBe(
      'hazard-role',
    )
    expect(await problemOf(await loop.act('leader', hazard, { type: 'close' }), 403)).toBe(
      'role-refused',
    )
    expect(await loop.doesWithApproval('bureau', hazard, { type: 'close' })).toMatchObject({
      status: 'closed',
    })
  })
})

it('every step is on record under the post of who took it', async () => {
  const hazard = await major()
  const posts = (await loop.read('bureau', hazard)).events.map(
    ({ actorName, actorPost }) => `${actorPost} ${actorName}`,
  )
  expect(posts).toEqual([
    '安全管理人员 企业甲',
    '安全管理人员 企业甲',
    '安全管理人员 企业甲',
    '安全生产科科长 科长甲',
    '整改责任人 整改人甲',
  ])
  const Entry = z.object({ post: z.string().nullable() })
  const entries = await loop.database.asOwner((tx) =>
    queryRows(
      tx,
      Entry,
      sql`SELECT actor_post AS post FROM audit_log WHERE object_table = 'hazard_events' AND object_key ->> 'hazard_id' = ${hazard.id} ORDER BY seq`,
    ),
  )
  expect(entries.map(({ post }) => post)).toEqual(posts.map((post) => post.split(' ')[0]))
})

it('a request and its decision are on record, each by whom', async () => {
  const hazard = await major()
  await loop.does('bureau', hazard, LISTING)
  await loop.decides(hazard, 'refused', '缓办')
  const Entry = z.object({ action: z.string(), name: z.string(), post: z.string() })
  const entries = await loop.database.asOwner((tx) =>
    queryRows(
      tx,
      Entry,
      sql`
      SELECT action, actor_name AS name, actor_post AS post FROM audit_log
      WHERE object_table = 'sign_offs' AND object_key ->> 'id' IN (SELECT id::text FROM sign_offs WHERE subject_id = ${hazard.id}) ORDER BY seq`,
    ),
  )
  expect(entries).toEqual([
    { action: 'insert', name: '科长甲', post: '安全生产科科长' },
    { action: 'update', name: '局长', post: '副局长' },
  ])
})

it('who closes is by the version of the rules that holds on the day', async () => {
  await loop.database.asOwner(async (tx) => {
    await tx.execute(sql`UPDATE approval_profiles SET valid_to = '2026-11-23' WHERE version = 1`)
    await tx.execute(
      sql`INSERT INTO approval_profiles (version, valid_from, source) VALUES (2, '2026-11-24', '简政放权')`,
    )
    await tx.execute(sql`
      INSERT INTO approval_rules (version, act, grade, proposers, approver) VALUES (2, 'close', 'major', '{office}', NULL)`)
  })
  const on = (day: string) => loop.database.asOwner((tx) => approvalRulesOn(tx, day))
  expect((await on('2026-11-23')).rules).toEqual(FIRST_APPROVAL_PROFILE.rules)
  expect(await (await (await loop.as('bureau')).get('/api/approval-rules')).json()).toMatchObject({
    version: 2,
  })
  const hazard = await major()
  await loop.does('fixer', hazard, { type: 'submit', cost: 1, evidence: [await loop.photo()] })
  await loop.does('ent01', hazard, { type: 'pass' })
  expect(await loop.does('bureau', hazard, { type: 'close' })).toMatchObject({ status: 'closed' })
})
