import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { userIdOf } from '../db/test-fixture-accounts.ts'
import { enterpriseId, idOf, NOW } from '../db/test-fixture-places.ts'
import { openLoop, PLAN, Refusal, STAFF, type Loop } from '../test-loop.ts'
import { problemOf } from '../test-visitor.ts'
import type { Hazard } from './schema.ts'
import { replays as recordReplays } from './test-replay.ts'

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

const replays = (hazard: Pick<Hazard, 'enterpriseId' | 'id'>) =>
  recordReplays(loop.database, hazard)

describe('a general hazard', () => {
  it('goes from report to closure within the enterprise', async () => {
    const hazard = await loop.reported()
    expect(hazard).toMatchObject({
      status: 'reported',
      origin: 'daily',
      lastSeq: 1,
      reporterName: '企业甲',
      code: 'YH-2026-0001',
      rectifier: null,
      defaultDeadline: '2026-12-09',
      overdue: false,
    })
    expect(hazard.events[0]?.evidence).toHaveLength(1)
    expect(hazard.actions.map(({ type }) => type)).toEqual([
      'reject',
      'merge',
      'register',
      'stop-work',
    ])
    await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true, afterSeq: 1 })
    expect(
      await loop.does('ent01', hazard, {
        type: 'grade',
        grade: 'general',
        criteria: '清单第3条',
        afterSeq: 2,
      }),
    ).toMatchObject({ grade: 'general', criteria: '清单第3条' })
    const notified = await loop.does('ent01', hazard, {
      type: 'notify',
      responsibleId: STAFF.fixer,
      opinion: '补装护栏',
    })
    expect(notified).toMatchObject({
      status: 'notified',
      deadline: '2026-12-09',
      treatment: 'time-limited',
      rectifier: { id: STAFF.fixer, name: '整改人甲' },
    })
    expect((await loop.read('fixer', hazard)).actions[0]).toEqual({
      type: 'sign',
      needs: [],
      blockedBy: [],
      approver: null,
    })
    await loop.does('fixer', hazard, { type: 'sign' })
    const submitted = await loop.does('fixer', hazard, {
      type: 'submit',
      cost: 350.5,
      evidence: [await loop.photo()],
      opinion: '已补装',
    })
    expect(submitted).toMatchObject({ status: 'in-review', cost: 350.5 })
    expect(submitted.actions).toEqual([])
    expect(await loop.does('ent01', hazard, { type: 'pass', opinion: '合格' })).toMatchObject({
      status: 'accepted',
      acceptedAt: '2026-11-24T00:30:00+08:00',
    })
    const closed = await loop.does('ent01', hazard, { type: 'close' })
    expect(closed).toMatchObject({
      status: 'closed',
      closedAt: '2026-11-24T00:30:00+08:00',
      lastSeq: 8,
    })
    expect(closed.events.map(({ type, actorRole }) => `${type} ${actorRole}`)).toEqual([
      'report safety-officer',
      'register safety-officer',
      'grade safety-officer',
      'notify safety-officer',
      'sign rectifier',
      'submit rectifier',
      'pass safety-officer',
      'close safety-officer',
    ])
    await replays(hazard)
  })

  it('is fixed on the spot with photographs from before and after, which somebody else reviews', async () => {
    const hazard = await loop.reported()
    await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
    await loop.does('ent01', hazard, { type: 'grade', grade: 'general', criteria: '清单' })
    const fixed = await loop.does('ent01', hazard, {
      type: 'fix-on-the-spot',
      photosBefore: [await loop.photo()],
      photosAfter: [await loop.photo()],
    })
    expect(fixed).toMatchObject({
      status: 'in-review',
      treatment: 'on-the-spot',
      rectifier: { name: '企业甲' },
    })
    expect(fixed.events.at(-1)?.evidence.map(({ part }) => part)).toEqual(['after', 'before'])
    expect(fixed.actions.find(({ type }) => type === 'pass')?.blockedBy).toEqual([
      'reviewer-not-rectifier',
    ])
    expect(await problemOf(await loop.act('ent01', hazard, { type: 'pass' }), 422)).toBe(
      'hazard-guard',
    )
    await loop.does('boss', hazard, { type: 'fail', opinion: '未固定', deadline: '2026-11-30' })
    await loop.does('ent01', hazard, { type: 'submit', cost: 0, evidence: [await loop.photo()] })
    await loop.does('boss', hazard, { type: 'pass' })
    expect(await loop.does('boss', hazard, { type: 'close' })).toMatchObject({
      status: 'closed',
      round: 1,
    })
    await replays(hazard)
  })

  it('of a rectifier without an account is signed for by the safety officer, who then does not review', async () => {
    const hazard = await loop.reported()
    await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
    await loop.does('ent01', hazard, { type: 'grade', grade: 'general', criteria: '清单' })
    await loop.does('ent01', hazard, {
      type: 'notify',
      responsibleName: '赵工',
      deadline: '2026-11-28',
    })
    const signed = await loop.does('ent01', hazard, { type: 'sign' })
    expect(signed.events.at(-1)).toMatchObject({
      actorRole: 'rectifier',
      actorName: '企业甲',
      detail: { onBehalfOf: '赵工' },
    })
    await loop.does('ent01', hazard, { type: 'submit', cost: 0, evidence: [await loop.photo()] })
    expect(await problemOf(await loop.act('ent01', hazard, { type: 'pass' }), 422)).toBe(
      'hazard-guard',
    )
    await loop.does('bureau', hazard, { type: 'pass' })
    await replays(hazard)
  })
})

describe('a major hazard', () => {
  it('needs a plan, a listing that is lifted, a head of office and a leader', async () => {
    const { id } = await loop.reported('grid01', { enterpriseId: enterpriseId(3) })
    const hazard = { id, enterpriseId: enterpriseId(3) }
    await loop.does('grid01', hazard, { type: 'register', duplicatesChecked: true })
    expect(
      await problemOf(
        await loop.act('grid01', hazard, { type: 'grade', grade: 'major', criteria: '第1条' }),
        403,
      ),
    ).toBe('hazard-role')
    await loop.does('bureau', hazard, { type: 'grade', grade: 'major', criteria: '第1条' })
    expect((await loop.read('bureau', hazard)).actions.map(({ type }) => type)).toEqual([
      'notify',
      'list-supervision',
      'stop-work',
    ])
    const noticed = await loop.does('bureau', hazard, {
      type: 'notify',
      responsibleId: userIdOf('ent02'),
    })
    expect(noticed.deadline).toBe('2026-12-24')
    const listing = {
      level: 'county',
      authority: '区安委会',
      department: '经信局',
      documentNo: '台安委督〔2026〕3号',
      deadline: '2026-12-31',
    } as const
    expect(
      await loop.doesWithApproval('bureau', hazard, { type: 'list-supervision', ...listing }),
    ).toMatchObject({
      supervision: 'listed',
      status: 'notified',
      deadline: '2026-12-24',
      supervisionListing: { ...listing, listedAt: '2026-11-24T00:30:00+08:00' },
    })
    await loop.does('bureau', hazard, { type: 'stop-work', reason: '危及安全' })
    expect(
      Refusal.parse(
        await (
          await loop.act('ent02', hazard, { type: 'sign', plan: { ...PLAN, funds: ' ' } })
        ).json(),
      ),
    ).toMatchObject({ status: 422, guards: ['plan'], errors: [{ field: 'plan' }] })
    await loop.does('ent02', hazard, { type: 'sign', plan: PLAN })
    await loop.does('ent02', hazard, {
      type: 'submit',
      cost: 20000,
      evidence: [await loop.photo(3)],
    })
    await loop.does('grid01', hazard, { type: 'pass' })
    expect(
      Refusal.parse(await (await loop.act('ent02', hazard, { type: 'close' })).json()).roles,
    ).toEqual(['office-head'])
    expect(
      Refusal.parse(
        await (await loop.act('bureau', hazard, { type: 'close', reason: '已治理' })).json(),
      ).guards,
    ).toEqual(['supervision-lifted'])
    expect(
      Refusal.parse(
        await (await loop.act('ent02', hazard, { type: 'resume-work', reason: '已整改' })).json(),
      ).guards,
    ).toEqual(['resume-authority'])
    await loop.does('bureau', hazard, { type: 'resume-work', reason: '复查合格' })
    await loop.doesWithApproval('bureau', hazard, {
      type: 'delist-supervision',
      documentNo: '台安委销〔2026〕1号',
      reason: '已治理',
    })
    expect(await loop.doesWithApproval('bureau', hazard, { type: 'close' })).toMatchObject({
      status: 'closed',
      supervision: 'delisted',
      workStop: false,
    })
    await replays(hazard)
  })
})

describe('deadlines', () => {
  it('are extended by somebody else, once asked for', async () => {
    const hazard = await rectifying()
    await loop.does('fixer', hazard, {
      type: 'request-extension',
      reason: '备件未到',
      deadline: '2026-12-20',
    })
    expect(
      await problemOf(
        await loop.act('fixer', hazard, {
          type: 'request-extension',
          reason: '再申请',
          deadline: '2026-12-25',
        }),
        422,
      ),
    ).toBe('hazard-guard')
    expect(await loop.read('ent01', hazard)).toMatchObject({
      extension: 'pending',
      extensionDeadline: '2026-12-20',
      deadline: '2026-12-09',
    })
    expect(
      await loop.does('ent01', hazard, { type: 'approve-extension', deadline: '2026-12-15' }),
    ).toMatchObject({ extension: 'approved', deadline: '2026-12-15', status: 'rectifying' })
    await loop.does('fixer', hazard, {
      type: 'request-extension',
      reason: '备件未到',
      deadline: '2026-12-20',
    })
    expect(
      await loop.does('bureau', hazard, { type: 'reject-extension', reason: '不予延期' }),
    ).toMatchObject({ extension: 'rejected', deadline: '2026-12-15' })
    await replays(hazard)
  })

  it('asked for by the safety officer are not granted by the same person', async () => {
    const hazard = await rectifying()
    await loop.does('ent01', hazard, {
      type: 'request-extension',
      reason: '备件未到',
      deadline: '2026-12-20',
    })
    expect(
      Refusal.parse(await (await loop.act('ent01', hazard, { type: 'approve-extension' })).json())
        .guards,
    ).toEqual(['decider-not-asker'])
    expect(await loop.does('boss', hazard, { type: 'approve-extension' })).toMatchObject({
      deadline: '2026-12-20',
    })
  })
})

describe('closed hazards', () => {
  it('are reopened within 90 days; after that a new record takes them up', async () => {
    const hazard = await closed()
    loop.clock.now = new Date('2027-02-22T16:30:00Z')
    const late = Refusal.parse(
      await (
        await (await signedInAgain()).post(path(hazard), { type: 'reopen', reason: '反弹' })
      ).json(),
    )
    expect(late.guards).toEqual(['within-90-days'])
    loop.clock.now = NOW
    await loop.as('ent01')
    const linked = await loop.reported('ent01', { linkedTo: hazard.id })
    expect(linked.linkedTo).toBe(hazard.id)
    expect(await problemOf(await loop.report('ent01', { linkedTo: linked.id }), 422)).toBe(
      'hazard-field',
    )
    await loop.does('boss', hazard, { type: 'reopen', reason: '反弹', deadline: '2026-12-01' })
    await replays(hazard)
  })
})

describe('void hazards', () => {
  it('are merged into one that stands, of the same enterprise', async () => {
    const [first, second] = [await loop.reported(), await loop.reported()]
    expect(
      await problemOf(
        await loop.act('ent01', second, { type: 'merge', reason: '重复', mergedInto: second.id }),
        422,
      ),
    ).toBe('hazard-field')
    expect(
      await problemOf(
        await loop.act('ent01', second, {
          type: 'merge',
          reason: '重复',
          mergedInto: idOf('9', 37),
        }),
        422,
      ),
    ).toBe('hazard-field')
    expect(
      await loop.does('ent01', second, { type: 'merge', reason: '重复', mergedInto: first.id }),
    ).toMatchObject({ status: 'void', mergedInto: first.id })
    await replays(second)
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

const path = ({ enterpriseId: of, id }: Pick<Hazard, 'enterpriseId' | 'id'>) =>
  `/api/enterprises/${of}/hazards/${id}/events`

/** A session of today, whatever day it is. */
async function signedInAgain() {
  vi.setSystemTime(loop.clock.now)
  const visitor = await loop.as('boss')
  await visitor.signIn('boss')
  return visitor
}
