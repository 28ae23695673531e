import { describe, expect, it } from 'vitest'
import { squareMetres, type Shape } from '../../../map/grid-shapes/shape.ts'
import { splitShape } from '../../../map/grid-shapes/split.ts'
import { changesOf, rebase } from './changes.ts'
import {
  fillGap,
  found,
  merge,
  nextCode,
  rename,
  reshape,
  settleOverlap,
  split,
  type Plan,
  type PlannedGrid,
} from './plan.ts'

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
const TOWN = '370405001'
const grid = (id: string, code: string, shape: Shape, version = 1): PlannedGrid => ({
  id,
  code,
  name: `${code}网格`,
  townCode: TOWN,
  version,
  shape,
})
const BASE = [
  grid('a', `${TOWN}-G01`, box(117.5, 34.5, 117.6, 34.6)),
  grid('b', `${TOWN}-G02`, box(117.6, 34.5, 117.7, 34.6), 4),
]
const PLAN: Plan = { grids: BASE, heirs: {} }
const FRESH = { id: 'c', code: `${TOWN}-G03`, name: '第三网格', townCode: TOWN }
const area = (plan: Plan): number =>
  plan.grids.reduce((sum, { shape }) => sum + squareMetres(shape), 0)

function halved(plan: Plan = PLAN): Plan {
  const parts = splitShape(BASE[0]?.shape ?? [], [
    [117.49, 34.55],
    [117.61, 34.55],
  ])
  if (!parts.ok) throw new Error(parts.reason)
  return split(plan, 'a', parts.halves, FRESH)
}

describe('a plan of grids', () => {
  it('changes nothing to begin with', () => {
    expect(changesOf(BASE, PLAN, '2026-11-23')).toEqual([])
  })

  it('splits: one reshaped, one created, all land kept', () => {
    const plan = halved()
    expect(changesOf(BASE, plan, '2026-11-23').map(({ kind, id }) => [kind, id])).toEqual([
      ['reshape', 'a'],
      ['create', 'c'],
    ])
    expect(area(plan) / area(PLAN)).toBeCloseTo(1, 4)
  })

  it('merges: the kept one reshaped, the other retired to it', () => {
    const plan = merge(PLAN, 'b', 'a')
    const [reshaped, retired] = changesOf(BASE, plan, '2026-11-23')
    expect(reshaped).toMatchObject({ kind: 'reshape', id: 'b', version: 4 })
    expect(retired).toEqual({ kind: 'retire', id: 'a', version: 1, successorId: 'b' })
    expect(area(plan) / area(PLAN)).toBeCloseTo(1, 6)
  })

  it('forgets a new grid that is merged away again, and lets heirs follow', () => {
    expect(
      changesOf(BASE, merge(halved(), 'a', 'c'), '2026-11-23').map(({ kind }) => kind),
    ).not.toContain('retire')
    const chained = merge(merge(halved(), 'c', 'a'), 'b', 'c')
    expect(chained.heirs).toEqual({ a: 'b' })
  })

  it('moves a shared border on both sides, or on one only', () => {
    const bent: Shape = [
      [
        [
          [117.5, 34.5],
          [117.61, 34.5],
          [117.6, 34.6],
          [117.5, 34.6],
          [117.5, 34.5],
        ],
      ],
    ]
    expect(changesOf(BASE, reshape(PLAN, 'a', bent, true), '').map(({ id }) => id)).toEqual([
      'a',
      'b',
    ])
    expect(changesOf(BASE, reshape(PLAN, 'a', bent, false), '').map(({ id }) => id)).toEqual(['a'])
  })

  it('founds a grid on land taken from others, or only on what nobody has', () => {
    const shape = box(117.55, 34.55, 117.65, 34.65)
    const taking = found(PLAN, shape, FRESH, true)
    expect(taking === null ? [] : changesOf(BASE, taking, '').map(({ kind }) => kind)).toEqual([
      'reshape',
      'reshape',
      'create',
    ])
    const modest = found(PLAN, shape, FRESH, false)
    expect(modest === null ? [] : changesOf(BASE, modest, '').map(({ kind }) => kind)).toEqual([
      'create',
    ])
    expect(found(PLAN, box(117.52, 34.52, 117.55, 34.55), FRESH, false)).toBeNull()
    expect(found(PLAN, box(117.4, 34.4, 117.65, 34.65), FRESH, true)).toBeNull()
  })

  it('settles an overlap and fills a gap', () => {
    const wide = reshape(PLAN, 'a', box(117.5, 34.5, 117.62, 34.6), false)
    expect(area(settleOverlap(wide, ['a', 'b'])) / area(PLAN)).toBeCloseTo(1, 4)
    const narrow = reshape(PLAN, 'a', box(117.5, 34.5, 117.58, 34.6), false)
    expect(area(fillGap(narrow, 'b', box(117.58, 34.5, 117.6, 34.6))) / area(PLAN)).toBeCloseTo(
      1,
      4,
    )
  })

  it('sends only the names that changed', () => {
    const [first] = BASE
    if (first === undefined) return
    expect(changesOf(BASE, rename(PLAN, 'a', { ...first, name: '老街网格' }), '')).toEqual([
      { kind: 'rename', id: 'a', version: 1, name: '老街网格' },
    ])
  })

  it('proposes the next free code, past those that were dissolved', () => {
    expect(nextCode(PLAN, TOWN)).toBe(`${TOWN}-G03`)
    expect(nextCode(PLAN, TOWN, [`${TOWN}-G07`])).toBe(`${TOWN}-G08`)
    expect(nextCode(PLAN, '370405102')).toBe('370405102-G01')
  })
})

describe('a plan on grids that somebody else changed', () => {
  const theirs = box(117.6, 34.5, 117.72, 34.6)
  const now = [grid('a', `${TOWN}-G01`, BASE[0]?.shape ?? []), grid('b', `${TOWN}-G02`, theirs, 5)]

  it('takes over what it did not touch, without a word', () => {
    const { plan, conflicts } = rebase(BASE, halved(), now, 'theirs')
    expect(conflicts).toEqual([])
    expect(changesOf(now, plan, '').map(({ kind, id }) => [kind, id])).toEqual([
      ['reshape', 'a'],
      ['create', 'c'],
    ])
  })

  it('names what both changed and follows the choice', () => {
    const mine = reshape(PLAN, 'b', box(117.6, 34.5, 117.7, 34.62), false)
    expect(rebase(BASE, mine, now, 'theirs')).toMatchObject({
      conflicts: [{ id: 'b' }],
      plan: { grids: [{ id: 'a' }, { id: 'b', shape: theirs }] },
    })
    expect(changesOf(now, rebase(BASE, mine, now, 'mine').plan, '')).toMatchObject([
      { kind: 'reshape', id: 'b', version: 5 },
    ])
  })

  it('keeps a retirement where the grid still stands', () => {
    const gone = merge(PLAN, 'a', 'b')
    expect(rebase(BASE, gone, now, 'mine').plan.heirs).toEqual({ b: 'a' })
    expect(rebase(BASE, gone, now, 'theirs').plan.heirs).toEqual({})
  })
})
