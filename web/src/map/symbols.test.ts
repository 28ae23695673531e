import { describe, expect, it } from 'vitest'
import { hazardShape, hazardSymbol } from './symbols.ts'

describe('hazard symbols', () => {
  it('tell the status by shape', () => {
    expect(hazardShape('notified', false)).toBe('open')
    expect(hazardShape('rectifying', false)).toBe('in-hand')
    expect(hazardShape('notified', true)).toBe('overdue')
    expect(hazardShape('in-review', true)).toBe('overdue-in-hand')
    expect(hazardShape('closed', false)).toBe('done')
    expect(hazardShape(undefined, false)).toBe('done')
  })

  it('give a major hazard one more ring', () => {
    for (const shape of ['open', 'in-hand', 'overdue', 'done'] as const) {
      expect(hazardSymbol(shape, true).strokes.length).toBe(
        hazardSymbol(shape, false).strokes.length + 1,
      )
    }
  })
})
