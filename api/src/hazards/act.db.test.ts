import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { queryRows } from '../db/rows.ts'
import { evidenceId } from '../db/test-fixture-evidence.ts'
import { userIdOf } from '../db/test-fixture-accounts.ts'
import { enterpriseId, idOf, NOW } from '../db/test-fixture-places.ts'
import { openLoop, Refusal, type Loop } from '../test-loop.ts'
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
      const refusal = Refusal.parse(
        await (await loop.act('ent01', hazard, { type: 'notify', responsibleId })).json(),
      )
      expect([refusal.status, refusal.errors?.[0]?.field]).toEqual([422, 'responsibleId'])
    }
  })

  it('is for those whose it is', async () => {
    const hazard = await loop.reported()
    const register = { type: 'register', duplicatesChecked: true } as const
    expect(await problemOf(await loop.act('ent02', hazard, register), 404)).toBe('hazard-not-found')
    expect(await problemOf(await loop.act('grid01', hazard, register), 404)).toBe(
      'hazard-not-found',
    )
    expect(await problemOf(await loop.act('leader', hazard, register), 403)).toBe('role-refused')
    const refusal = Refusal.parse(await (await loop.act('fixer', hazard, register)).json())
    expect([refusal.status, refusal.roles]).toEqual([
      403,
      ['safety-officer', 'grid-member', 'office'],
    ])
    const foreign = { enterpriseId: enterpriseId(5), id: idOf('9', 39) }
    expect(
      await problemOf(await loop.act('bureau', foreign, { type: 'submit', cost: 0 }), 403),
    ).toBe('other-office')
    expect((await loop.read('bureau', foreign)).actions).toEqual([])
    expect((await loop.read('leader', hazard)).actions).toEqual([])
  })

  it('that somebody else was faster with says what happened, and loses nothing', async () => {
    const hazard = await loop.reported()
    await loop.does('boss', hazard, {
      type: 'register',
      duplicatesChecked: true,
      opinion: '属实',
      afterSeq: 1,
    })
    const refusal = Refusal.parse(
      await (
        await loop.act('ent01', hazard, { type: 'reject', reason: '不属实', afterSeq: 1 })
      ).json(),
    )
    expect(refusal).toMatchObject({
      status: 409,
      type: 'urn:onemap:problem:hazard-state',
      hazardStatus: 'registered',
      lastSeq: 2,
      possible: ['grade', 'stop-work', 'resume-work'],
      since: [
        {
          seq: 2,
          type: 'register',
          actorName: '负责人甲',
          opinion: '属实',
          toStatus: 'registered',
        },
      ],
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
      for (const answer of answers.filter(({ status }) => status === 409))
        expect(Refusal.parse(await answer.json()).since).toHaveLength(1)
      expect((await loop.read('ent01', hazard)).lastSeq).toBe(2)
      await replays(hazard)
    }
  })

  it('without a last event seen is judged by the state alone', async () => {
    const hazard = await loop.reported()
    const answers = await Promise.all(
      [1, 2].map(() => loop.act('ent01', hazard, { type: 'register', duplicatesChecked: true })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('sent twice, even at one moment, is done once', async () => {
    const hazard = await loop.reported()
    const body = {
      type: 'register',
      duplicatesChecked: true,
      afterSeq: 1,
      clientId: crypto.randomUUID(),
    } as const
    const answers = await Promise.all([
      loop.act('ent01', hazard, body),
      loop.act('ent01', hazard, body),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await loop.does('ent01', hazard, body)).lastSeq).toBe(2)
  })
})

describe('the record of acts', () => {
  it('names who took a step and what it changed', async () => {
    const hazard = await loop.reported()
    await loop.does('ent01', hazard, { type: 'register', duplicatesChecked: true })
    const Entry = z.object({
      actor: z.string(),
      table: z.string(),
      action: z.string(),
      fields: z.array(z.string()),
    })
    const entries = await loop.database.asOwner((tx) =>
      queryRows(
        tx,
        Entry,
        sql`
      SELECT actor_name AS actor, object_table AS "table", action, to_json(array(SELECT jsonb_object_keys(changes) ORDER BY 1)) AS fields
      FROM audit_log WHERE object_table = 'hazards' AND object_key ->> 'id' = ${hazard.id} ORDER BY seq`,
      ),
    )
    expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
      ['企业甲', 'insert'],
      ['企业甲', 'update'],
    ])
    expect(entries[1]?.fields).toEqual(['last_seq', 'status'])
  })
})
