import { describe, expect, it } from 'vitest'
import { todayInChina } from '@onemap/api/domain/overdue'
import { createRandom } from '../random.ts'
import { liveOrder } from './life.ts'

const SUBJECT = {
  enterpriseId: 'e',
  hazardId: 'h',
  description: '护栏缺失',
  official: '王科长',
  safetyOfficer: '李',
  principal: '赵',
}

describe('orders of the demonstration', () => {
  const lives = Array.from({ length: 60 }, (_, index) =>
    liveOrder(createRandom(`order ${index}`), SUBJECT, '2026-11-24'),
  )

  it('reach every state in which somebody has something to do, and the end', () => {
    expect(new Set(lives.map(({ state }) => state.status))).toEqual(
      new Set(['issued', 'signed', 'in-progress', 'replied', 'returned', 'accepted']),
    )
  })

  it('are over before the day, step after step', () => {
    for (const { steps, state } of lives) {
      expect(steps.map(({ to }) => to).at(-1)).toBe(state.status)
      for (const [index, { at, from }] of steps.entries()) {
        expect(todayInChina(at) < '2026-11-24').toBe(true)
        expect(from).toBe(steps[index - 1]?.to ?? null)
      }
    }
  })

  it('are the same for the same seed', () => {
    expect(liveOrder(createRandom('one'), SUBJECT, '2026-11-24')).toEqual(
      liveOrder(createRandom('one'), SUBJECT, '2026-11-24'),
    )
  })
})
