import { describe, expect, it } from 'vitest'
import { settleEdits, type GridEdit, type StandingGrid } from './grid-change.ts'

const TOWN = '370405001'
const grid = (id: string, more: Partial<StandingGrid> = {}): StandingGrid => ({
  id,
  code: `${TOWN}-${id}`,
  name: `网格${id}`,
  townCode: TOWN,
  version: 3,
  validTo: null,
  ...more,
})
const GRIDS = [grid('A'), grid('B'), grid('gone', { validTo: '2026-01-01' })]
const settle = (...edits: GridEdit<string>[]) =>
  settleEdits(edits, { grids: GRIDS, townCodes: new Set([TOWN, '370405102']), today: '2026-11-24' })
const create = (more: object = {}) =>
  ({
    kind: 'create',
    id: 'N',
    code: `${TOWN}-N`,
    name: '新网格',
    townCode: TOWN,
    geometry: 'n',
    validFrom: '2026-11-24',
    ...more,
  }) as const
const fieldsOf = (...edits: GridEdit<string>[]) =>
  settle(...edits).problems.map(({ field }) => field)

describe('changes of grids', () => {
  it('split by drawing one anew and another beside it', () => {
    const { touched, problems, conflicts } = settle(
      { kind: 'reshape', id: 'A', version: 3, geometry: 'a' },
      create(),
    )
    expect([problems, conflicts]).toEqual([[], []])
    expect(touched).toMatchObject([
      { id: 'A', before: { version: 3 }, boundary: { at: 0, geometry: 'a' }, successorId: null },
      { id: 'N', before: null, boundary: { at: 1, geometry: 'n' }, validFrom: '2026-11-24' },
    ])
  })

  it('merge by drawing one larger and dissolving the other', () => {
    const { touched, problems } = settle(
      { kind: 'reshape', id: 'A', version: 3, geometry: 'a' },
      { kind: 'retire', id: 'B', version: 3, successorId: 'A' },
    )
    expect(problems).toEqual([])
    expect(touched).toMatchObject([
      { id: 'A', successorId: null },
      { id: 'B', successorId: 'A', boundary: null },
    ])
  })

  it('of one grid come together', () => {
    const { touched } = settle(
      { kind: 'rename', id: 'A', version: 3, name: '新名' },
      { kind: 'reshape', id: 'A', version: 3, geometry: 'a' },
    )
    expect(touched).toMatchObject([
      { id: 'A', name: '新名', code: `${TOWN}-A`, boundary: { at: 1 } },
    ])
  })

  it('made to what no longer stands are conflicts, not mistakes', () => {
    expect(settle({ kind: 'rename', id: 'A', version: 2, name: '甲' }).conflicts).toMatchObject([
      { id: 'A', version: 3 },
    ])
    expect(settle({ kind: 'rename', id: 'gone', version: 3, name: '甲' }).conflicts).toMatchObject([
      { id: 'gone' },
    ])
  })

  it.each<[string, GridEdit<string>[], string[]]>([
    [
      'a grid nobody knows',
      [{ kind: 'rename', id: 'X', version: 1, name: '甲' }],
      ['changes.0.id'],
    ],
    ['an id that is taken', [create({ id: 'A' })], ['changes.0.id']],
    ['a code that is taken', [create({ code: `${TOWN}-A` })], ['changes.0.code']],
    [
      'codes that change hands',
      [
        { kind: 'rename', id: 'A', version: 3, code: `${TOWN}-B` },
        { kind: 'rename', id: 'B', version: 3, code: `${TOWN}-A` },
      ],
      ['changes.0.code', 'changes.1.code'],
    ],
    [
      'the code of a dissolved grid',
      [{ kind: 'rename', id: 'A', version: 3, code: `${TOWN}-gone` }],
      ['changes.0.code'],
    ],
    ['a code of another town', [create({ code: '370405102-N' })], ['changes.0.code']],
    [
      'a town without its code',
      [{ kind: 'rename', id: 'A', version: 3, townCode: '370405102' }],
      ['changes.0.code'],
    ],
    [
      'no such town',
      [create({ townCode: '370405999', code: '370405999-N' })],
      ['changes.0.townCode'],
    ],
    ['a day to come', [create({ validFrom: '2026-11-25' })], ['changes.0.validFrom']],
    [
      'a grid drawn twice',
      [
        { kind: 'reshape', id: 'A', version: 3, geometry: 'a' },
        { kind: 'reshape', id: 'A', version: 3, geometry: 'b' },
      ],
      ['changes.1.geometry'],
    ],
    [
      'its own successor',
      [{ kind: 'retire', id: 'A', version: 3, successorId: 'A' }],
      ['changes.0.successorId'],
    ],
    [
      'a successor that goes too',
      [
        { kind: 'retire', id: 'A', version: 3, successorId: 'B' },
        { kind: 'retire', id: 'B', version: 3, successorId: 'A' },
      ],
      ['changes.0.successorId', 'changes.1.successorId'],
    ],
    [
      'work on a grid that goes',
      [
        { kind: 'retire', id: 'A', version: 3, successorId: 'B' },
        { kind: 'rename', id: 'A', version: 3, name: '甲' },
      ],
      ['changes.1.id'],
    ],
  ])('refuse %s', (_what, edits, fields) => {
    expect(fieldsOf(...edits)).toEqual(fields)
  })
})
