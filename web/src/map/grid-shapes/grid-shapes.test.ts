import { describe, expect, it } from 'vitest'
import { adjoin, overlap, united, without } from './combine.ts'
import { cornerEdit, followed } from './follow.ts'
import { sameShape, shapeOf, squareMetres, type Corner, type Shape } from './shape.ts'
import { snapTo } from './snap.ts'
import { splitShape } from './split.ts'

const box = (west: number, south: number, east: number, north: number): Shape => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
]
const left = box(117.5, 34.5, 117.6, 34.6)
const right = box(117.6, 34.5, 117.7, 34.6)

describe('the area of a boundary', () => {
  it('is that of the ground, in square metres', () => {
    const [width, height] = [0.1 * 111_195 * Math.cos((34.55 * Math.PI) / 180), 0.1 * 111_195]
    expect(squareMetres(left) / (width * height)).toBeCloseTo(1, 3)
  })

  it('leaves holes out', () => {
    const [part] = left
    const holed: Shape = [
      [
        ...(part ?? []),
        [
          [117.52, 34.52],
          [117.54, 34.52],
          [117.54, 34.54],
          [117.52, 34.52],
        ],
      ],
    ]
    expect(squareMetres(holed)).toBeLessThan(squareMetres(left))
  })
})

describe('parting a boundary', () => {
  const cases: readonly (readonly [string, Corner[]])[] = [
    [
      'straight through',
      [
        [117.49, 34.57],
        [117.61, 34.57],
      ],
    ],
    [
      'with a bend',
      [
        [117.49, 34.57],
        [117.55, 34.52],
        [117.61, 34.57],
      ],
    ],
    [
      'from border to border exactly',
      [
        [117.5, 34.57],
        [117.6, 34.57],
      ],
    ],
    [
      'through two corners',
      [
        [117.5, 34.5],
        [117.6, 34.6],
      ],
    ],
    [
      'across one corner',
      [
        [117.49, 34.58],
        [117.53, 34.61],
      ],
    ],
    [
      'backwards',
      [
        [117.61, 34.53],
        [117.49, 34.53],
      ],
    ],
  ]
  it.each(cases)('gives two halves that make up the whole: %s', (_, line) => {
    const split = splitShape(left, line)
    expect(split.ok).toBe(true)
    if (!split.ok) return
    const [larger, smaller] = split.halves
    expect(squareMetres(larger)).toBeGreaterThanOrEqual(squareMetres(smaller))
    expect((squareMetres(larger) + squareMetres(smaller)) / squareMetres(left)).toBeCloseTo(1, 4)
    expect(overlap(larger, smaller)).toBe(false)
    expect(squareMetres(united(larger, smaller)) / squareMetres(left)).toBeCloseTo(1, 4)
  })

  it.each([
    [
      'misses',
      [
        [117.4, 34.7],
        [117.6, 34.7],
      ],
    ],
    [
      'ends-inside',
      [
        [117.49, 34.55],
        [117.55, 34.55],
      ],
    ],
    [
      'several',
      [
        [117.49, 34.55],
        [117.61, 34.55],
        [117.61, 34.52],
        [117.49, 34.52],
      ],
    ],
  ] as const)('says why a line parts nothing: %s', (reason, line) => {
    expect(
      splitShape(
        left,
        line.map(([lon, lat]): Corner => [lon, lat]),
      ),
    ).toEqual({ ok: false, reason })
  })
})

describe('joining and cutting', () => {
  it('joins neighbours to one area', () => {
    expect(adjoin(left, right)).toBe(true)
    expect(united(left, right)).toHaveLength(1)
    expect(
      squareMetres(united(left, right)) / (squareMetres(left) + squareMetres(right)),
    ).toBeCloseTo(1, 6)
  })

  it('knows neighbours from those far off and from those that overlap', () => {
    expect(adjoin(left, box(118, 34.5, 118.1, 34.6))).toBe(false)
    expect(overlap(left, right)).toBe(false)
    expect(overlap(left, box(117.59, 34.5, 117.7, 34.6))).toBe(true)
  })

  it('cuts what was drawn anew out of who had it', () => {
    const fresh = box(117.55, 34.52, 117.65, 34.55)
    const [restLeft, restRight] = [without(left, fresh), without(right, fresh)]
    const sum = [restLeft, restRight, fresh].reduce(
      (total, shape) => total + squareMetres(shape),
      0,
    )
    expect(sum / (squareMetres(left) + squareMetres(right))).toBeCloseTo(1, 4)
    expect(without(fresh, left, right)).toEqual([])
  })
})

describe('a border that two share', () => {
  const moved = shapeOf({
    type: 'Polygon',
    coordinates: [
      [
        [117.5, 34.5],
        [117.61, 34.49],
        [117.6, 34.6],
        [117.5, 34.6],
        [117.5, 34.5],
      ],
    ],
  })

  it('moves on both sides', () => {
    const edit = cornerEdit(left, moved)
    expect(edit).toEqual({ kind: 'moved', from: [117.6, 34.5], to: [117.61, 34.49] })
    if (edit === null) return
    expect(overlap(moved, followed(right, edit))).toBe(false)
    expect(
      squareMetres(united(moved, followed(right, edit))) /
        (squareMetres(moved) + squareMetres(followed(right, edit))),
    ).toBeCloseTo(1, 6)
  })

  it('gets a new corner on both sides, and loses it', () => {
    const bent = shapeOf({
      type: 'Polygon',
      coordinates: [
        [
          [117.5, 34.5],
          [117.6, 34.5],
          [117.61, 34.55],
          [117.6, 34.6],
          [117.5, 34.6],
          [117.5, 34.5],
        ],
      ],
    })
    const added = cornerEdit(left, bent)
    expect(added?.kind).toBe('added')
    const removed = cornerEdit(bent, left)
    expect(removed).toEqual({ kind: 'removed', corner: [117.61, 34.55] })
    if (added === null || removed === null) return
    const followedRight = followed(right, added)
    expect(followedRight.flat(2)).toContainEqual([117.61, 34.55])
    expect(sameShape(followed(followedRight, removed), right)).toBe(true)
  })

  it('leaves who shares nothing untouched', () => {
    const far = box(118, 34.5, 118.1, 34.6)
    const edit = cornerEdit(left, moved)
    expect(edit === null ? null : followed(far, edit)).toBe(far)
  })
})

describe('snapping', () => {
  const screen = {
    project: ([lon, lat]: Corner) => [(lon - 117) * 1000, (35 - lat) * 1000] as const,
    unproject: ([x, y]: readonly [number, number]): Corner => [117 + x / 1000, 35 - y / 1000],
    reach: 10,
  }
  it('goes to a corner before it goes to an edge, and nowhere from afar', () => {
    expect(snapTo([117.503, 34.504], [left], screen)).toEqual([117.5, 34.5])
    expect(snapTo([117.503, 34.55], [left], screen)).toEqual([117.5, 34.55])
    expect(snapTo([117.55, 34.55], [left], screen)).toBeNull()
  })
})
