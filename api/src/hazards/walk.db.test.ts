import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { NOW } from '../db/test-fixture-places.ts'
import { HAZARD_EVENT_CODES, type HazardEvent } from '../domain/hazard-event.ts'
import type { Hazard } from './schema.ts'
import { replays } from './test-replay.ts'
import { openLoop, PLAN, STAFF, type Actor, type Loop } from '../test-loop.ts'

let loop: Loop
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  loop = await openLoop()
})
afterAll(async () => {
  vi.useRealTimers()
  await loop.database.close()
})

/** Leaders have no act of their own: what the office puts forward, one of them approves. */
const ACTORS = ['ent01', 'boss', 'fixer', 'bureau'] as const satisfies readonly Actor[]

/** Repeatable chance: a multiplicative congruential generator (Lehmer). */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

async function everything(type: HazardEvent, hazard: Hazard, draw: (below: number) => number) {
  const photo = await loop.photo()
  return {
    type,
    afterSeq: hazard.lastSeq,
    reason: '理由',
    opinion: '意见',
    criteria: '第3条',
    documentNo: '3号',
    authority: '区安委会',
    department: '经信局',
    level: 'county' as const,
    grade: draw(3) === 0 ? ('general' as const) : ('major' as const),
    responsibleId: STAFF.fixer,
    deadline: `2027-0${1 + draw(8)}-15`,
    plan: PLAN,
    cost: draw(1000),
    evidence: [photo],
    photosBefore: [photo],
    photosAfter: [photo],
    duplicatesChecked: true,
  }
}

describe('whoever does whatever, in any order', () => {
  it.each([11, 12, 13, 14])(
    'what is offered can be done, what is not cannot, and the record replays (%d)',
    async (seed) => {
      const draw = chance(seed)
      let hazard = await loop.reported()
      for (let step = 0; step < 25; step++) {
        const actor = ACTORS[draw(ACTORS.length)] ?? 'ent01'
        const seen = await loop.read(actor, hazard)
        const open = seen.actions.filter(
          ({ type, blockedBy }) => blockedBy.length === 0 && type !== 'merge' && type !== 'reject',
        )
        const offered = open[draw(Math.max(1, open.length))]
        const type =
          draw(4) === 0 || offered === undefined
            ? (HAZARD_EVENT_CODES[draw(HAZARD_EVENT_CODES.length)] ?? 'report')
            : offered.type
        if (type === 'merge' || type === 'reject') continue
        const answer = await loop.act(actor, hazard, await everything(type, seen, draw))
        const may = open.some((action) => action.type === type)
        const body = await answer.clone().text()
        if (may)
          expect([type, answer.status, body.slice(0, 300)]).toEqual([
            type,
            answer.status === 422 && body.includes('later-deadline') ? 422 : 200,
            body.slice(0, 300),
          ])
        else expect([type, [403, 409, 422].includes(answer.status)]).toEqual([type, true])
        if (answer.status === 200 && open.find((one) => one.type === type)?.approver != null) {
          const decided = await loop.decides(hazard, 'approved')
          expect([type, decided.status]).toEqual([type, 200])
        }
        hazard = await loop.read('ent01', hazard)
        expect(hazard.lastSeq).toBe(seen.lastSeq + (answer.status === 200 ? 1 : 0))
      }
      expect(hazard.lastSeq).toBeGreaterThan(5)
      await replays(loop.database, hazard)
    },
  )
})
