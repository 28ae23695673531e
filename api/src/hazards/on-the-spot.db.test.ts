import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { enterpriseId, NOW } from '../db/test-fixture-places.ts'
import { openLoop, Refusal, type Actor, type Loop } from '../test-loop.ts'
import { problemOf } from '../test-visitor.ts'
import { Hazard } from './schema.ts'
import { replays } from './test-replay.ts'

let loop: Loop
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  loop = await openLoop()
})
afterAll(async () => {
  vi.useRealTimers()
  await loop.database.close()
})

/** Found and mended by somebody at an enterprise, sent in one request. */
async function mended(actor: Actor, number = 1, body: Record<string, unknown> = {}) {
  const after = await loop.photo(number)
  return loop.report(actor, {
    enterpriseId: enterpriseId(number),
    mendedOnTheSpot: { photosAfter: [after], opinion: '已复位' },
    ...body,
  })
}

describe('a hazard mended when it was found', () => {
  it.each<[Actor, number, string, Actor]>([
    ['grid01', 3, 'grid-member', 'ent02'],
    ['ent01', 1, 'safety-officer', 'boss'],
    ['fixer', 1, 'rectifier', 'ent01'],
    ['boss', 1, 'principal', 'ent01'],
    ['bureau', 1, 'office', 'ent01'],
  ])('is one act of %s at %i, each step on record', async (actor, number, role, reviewer) => {
    const response = await mended(actor, number)
    expect(response.status, await response.clone().text()).toBe(201)
    const hazard = Hazard.strict().parse(await response.json())
    expect(hazard).toMatchObject({
      status: 'in-review',
      grade: 'general',
      treatment: 'on-the-spot',
      lastSeq: 4,
    })
    expect(hazard.events.map(({ type }) => type)).toEqual([
      'report',
      'register',
      'grade',
      'fix-on-the-spot',
    ])
    expect(new Set(hazard.events.slice(1).map(({ actorRole }) => actorRole))).toEqual(
      new Set([role]),
    )
    expect(hazard.events[3]?.evidence.map(({ part }) => part)).toEqual(['after', 'before'])
    expect(hazard.actions.find(({ type }) => type === 'pass')?.blockedBy ?? []).toEqual(
      actor === 'fixer' ? [] : ['reviewer-not-rectifier'],
    )
    await replays(loop.database, hazard)
    const closed = await loop.does(reviewer, hazard, { type: 'pass', thenClose: true })
    expect(closed.events.slice(4).map(({ type }) => type)).toEqual(['pass', 'close'])
    expect(closed.status).toBe('closed')
    await replays(loop.database, hazard)
  })

  it('is not reviewed by whoever mended it', async () => {
    const hazard = Hazard.parse(await (await mended('grid01', 3)).json())
    const refused = await loop.act('grid01', hazard, { type: 'pass' })
    expect(Refusal.parse(await refused.json()).guards).toEqual(['reviewer-not-rectifier'])
  })

  it('is sent twice and stands once', async () => {
    const id = crypto.randomUUID()
    const body = { id, evidence: [await loop.photo()] }
    expect((await mended('ent01', 1, body)).status).toBe(201)
    expect((await mended('ent01', 1, body)).status).toBe(200)
    expect((await loop.read('ent01', { id, enterpriseId: enterpriseId(1) })).lastSeq).toBe(4)
  })

  it('shows both photographs, and leaves nothing behind where it is refused', async () => {
    const id = crypto.randomUUID()
    const bare = await mended('ent01', 1, { id, evidence: [] })
    expect(Refusal.parse(await bare.json()).guards).toEqual(['evidence'])
    const without = await mended('ent01', 1, { id, mendedOnTheSpot: { photosAfter: [] } })
    expect(without.status).toBe(400)
    const major = await mended('ent01', 1, { id, suggestedGrade: 'major' })
    expect(await problemOf(major, 422)).toBe('hazard-field')
    const found = await (
      await loop.as('ent01')
    ).get(`/api/enterprises/${enterpriseId(1)}/hazards/${id}`)
    expect(found.status).toBe(404)
  })

  it('tells its reviewers once', async () => {
    const hazard = Hazard.parse(await (await mended('grid01', 3)).json())
    const inbox = await (await (await loop.as('ent02')).get('/api/messages?limit=200')).json()
    expect(JSON.stringify(inbox).split(hazard.id).length - 1).toBe(1)
  })
})

it('outside that one act nobody grades or mends who could not before', async () => {
  const hazard = await loop.reported('grid01', { enterpriseId: enterpriseId(3) })
  await loop.does('grid01', hazard, { type: 'register', duplicatesChecked: true })
  const grade = { type: 'grade', grade: 'general', criteria: '第3条' } as const
  expect(await problemOf(await loop.act('grid01', hazard, grade), 403)).toBe('hazard-role')
  const forged = await loop.act('grid01', hazard, { ...grade, onTheSpot: true })
  expect(forged.status).toBe(400)
  const own = await loop.reported('fixer')
  expect(
    await problemOf(
      await loop.act('fixer', own, { type: 'register', duplicatesChecked: true }),
      403,
    ),
  ).toBe('hazard-role')
})
