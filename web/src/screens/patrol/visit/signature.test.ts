import { describe, expect, it } from 'vitest'
import { extended, pathOf, type Stroke } from './signature.ts'

describe('a signature', () => {
  it('is a path of whole numbers, also where somebody only dots', () => {
    expect(
      pathOf([
        [
          [10.4, 20.6],
          [30, 40],
        ],
        [[5, 5]],
      ]),
    ).toBe('M10 21L30 40M5 5L6 5')
    expect(pathOf([])).toBe('')
  })

  it('leaves out what tells nothing', () => {
    const stroke: Stroke = [[10, 10]]
    expect(extended(stroke, [11, 11])).toBe(stroke)
    expect(extended(stroke, [14, 10])).toEqual([
      [10, 10],
      [14, 10],
    ])
  })

  it('is never longer than the server takes', () => {
    const scribble: Stroke = Array.from({ length: 1000 }, (_, index) => [index % 600, index % 200])
    const path = pathOf(Array.from({ length: 20 }, () => scribble))
    expect(path.length).toBeLessThanOrEqual(20_000)
    expect(path).toMatch(/^[Mm][\d\s.,MmLlQqCcZz-]*$/)
  })
})
