import type { ChangeEntry } from '@onemap/api/domain/change'
import { HAZARD_STATUS_CODES } from '@onemap/api/domain/hazard'
import { describe, expect, it } from 'vitest'
import type { EnterpriseColumns, HazardColumns, RiskPointColumns } from './columns.ts'
import { categoryOf, enterpriseRowOf, isOverdueCategory, levelOf, statusOf } from './filter-key.ts'
import { hazardId } from './parse.ts'
import { patchEnterprises } from './patch-enterprises.ts'
import { onDay, patchHazards } from './patch-hazards.ts'
import { patchRiskPoints } from './patch-risk-points.ts'
import { dice, randomSnapshots } from './test-columns.ts'

const roll = dice(5)
const uuid = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const { enterprises } = randomSnapshots(roll, { enterprises: 5, riskPoints: 0, hazards: 0 })
const NO_POINTS: RiskPointColumns = {
  version: '1',
  asOf: '',
  length: 0,
  positions: new Float64Array(0),
  no: new Uint16Array(0),
  keys: new Uint32Array(0),
}
const NO_HAZARDS: HazardColumns = {
  version: '1',
  asOf: '',
  length: 0,
  positions: new Float64Array(0),
  ids: new Uint8Array(0),
  no: new Uint32Array(0),
  keys: new Uint32Array(0),
  deadline: new Int32Array(0),
  reportedOn: new Int32Array(0),
  today: 100,
}

const point = (owner: number, no: number, level: number, lon = 117): ChangeEntry => ({
  topic: 'risk-points',
  action: 'update',
  enterpriseId: `e${owner}`,
  id: uuid(no),
  no,
  row: { level, accidentType: 8, lon, lat: 34 },
})
const gone = (topic: string, owner: number, no: number): ChangeEntry => ({
  topic,
  action: 'delete',
  enterpriseId: `e${owner}`,
  id: uuid(no),
  no,
})

function pointsOf(columns: RiskPointColumns): [string, number, number][] {
  return Array.from({ length: columns.length }, (_, row) => [
    `e${enterpriseRowOf(columns.keys[row] ?? 0)}/${columns.no[row]}`,
    levelOf(columns.keys[row] ?? 0),
    columns.positions[row * 2] ?? 0,
  ])
}

describe('patchRiskPoints', () => {
  it('agrees with a list after any sequence of changes, and keeps the drawing order', () => {
    const truth = new Map<string, readonly [number, number]>()
    let columns = NO_POINTS
    for (let turn = 0; turn < 400; turn++) {
      const entries = Array.from({ length: roll(6) }, () => {
        const [owner, no] = [roll(5), 1 + roll(12)]
        if (roll(4) === 0) return gone('risk-points', owner, no)
        return point(owner, no, roll(5), roll(3))
      })
      for (const { action, enterpriseId, no, row } of entries) {
        if (action === 'delete') truth.delete(`${enterpriseId}/${no}`)
        else if (row && 'accidentType' in row)
          truth.set(`${enterpriseId}/${no}`, [row.level, row.lon])
      }
      columns = patchRiskPoints(columns, entries, enterprises)
      const rows = pointsOf(columns)
      expect(new Map(rows.map(([name, ...rest]) => [name, rest]))).toEqual(
        new Map([...truth].map(([name, rest]) => [name, [...rest]])),
      )
      expect(rows).toHaveLength(truth.size)
      const blocks = rows.map(([, level]) => [0, 4, 3, 2, 1].indexOf(level))
      expect(blocks).toEqual([...blocks].sort((a, b) => a - b))
      expect([columns.positions.length, columns.no.length, columns.keys.length]).toEqual([
        truth.size * 2,
        truth.size,
        truth.size,
      ])
    }
  })

  it('keeps what did not change, so that nothing is sent to the graphics processor again', () => {
    const columns = patchRiskPoints(NO_POINTS, [point(1, 1, 2), point(1, 2, 3)], enterprises)
    expect(
      patchRiskPoints(
        columns,
        [
          gone('risk-points', 1, 9),
          point(99, 1, 1),
          { topic: 'risk-points', action: 'update', enterpriseId: 'e1' },
        ],
        enterprises,
      ),
    ).toBe(columns)
    const recoloured = patchRiskPoints(columns, [point(1, 1, 1)], enterprises)
    expect(recoloured.positions).toBe(columns.positions)
    expect(recoloured.keys).not.toBe(columns.keys)
    expect(pointsOf(recoloured)).toEqual([
      ['e1/2', 3, 117],
      ['e1/1', 1, 117],
    ])
  })

  it('makes room for twice as many, so that what is added one by one is not copied one by one', () => {
    let columns = NO_POINTS
    const memories = new Set<ArrayBufferLike>()
    for (let no = 1; no <= 1000; no++) {
      columns = patchRiskPoints(columns, [point(0, no, 4)], enterprises)
      memories.add(columns.keys.buffer)
    }
    expect(columns.length).toBe(1000)
    expect(memories.size).toBeLessThan(15)
  })
})

describe('patchHazards', () => {
  it('agrees with a list after any sequence of changes', () => {
    const truth = new Map<string, string>()
    let columns = NO_HAZARDS
    for (let turn = 0; turn < 400; turn++) {
      const entries = Array.from({ length: roll(6) }, (): ChangeEntry => {
        const [owner, no] = [roll(5), 1 + roll(12)]
        if (roll(4) === 0) return { ...gone('hazards', owner, no), id: uuid(owner * 100 + no) }
        const status = HAZARD_STATUS_CODES[roll(HAZARD_STATUS_CODES.length)] ?? 'void'
        return {
          topic: 'hazards',
          action: 'insert',
          enterpriseId: `e${owner}`,
          id: uuid(owner * 100 + no),
          no,
          row: {
            status,
            grade: 'major',
            deadline: 95 + roll(10),
            reportedOn: 90,
            lon: 117,
            lat: 34,
          },
        }
      })
      for (const { action, id = '', row } of entries) {
        if (action === 'delete') truth.delete(id)
        else if (row && 'status' in row) truth.set(id, row.status)
      }
      columns = patchHazards(columns, entries, enterprises)
      const rows = Array.from(
        { length: columns.length },
        (_, row) => [hazardId(columns, row), statusOf(categoryOf(columns.keys[row] ?? 0))] as const,
      )
      expect(new Map(rows)).toEqual(truth)
      expect(rows).toHaveLength(truth.size)
    }
  })

  it('decides what is overdue, and again when the day turns', () => {
    const entry: ChangeEntry = {
      topic: 'hazards',
      action: 'insert',
      enterpriseId: 'e1',
      id: uuid(1),
      no: 1,
      row: {
        status: 'rectifying',
        grade: 'general',
        deadline: 100,
        reportedOn: 90,
        lon: 117,
        lat: 34,
      },
    }
    const columns = patchHazards(NO_HAZARDS, [entry], enterprises)
    const overdue = (at: HazardColumns) => isOverdueCategory(categoryOf(at.keys[0] ?? 0))
    expect([
      overdue(columns),
      overdue(onDay(columns, 101)),
      overdue(onDay(onDay(columns, 101), 100)),
    ]).toEqual([false, true, false])
    expect(onDay(columns, 100)).toBe(columns)
  })
})

describe('patchEnterprises', () => {
  const entry = (id: string, level: number, town = 't1'): ChangeEntry => ({
    topic: 'enterprises',
    action: 'update',
    enterpriseId: id,
    id,
    row: {
      name: `新${id}`,
      initials: 'X',
      creditCode: '91',
      kind: 'public-area',
      level,
      town,
      grid: 'g9',
      industry: '5532',
      industryName: '货运港口',
      lon: 117.7,
      lat: 34.5,
    },
  })
  const shown = (columns: EnterpriseColumns, row: number) => [
    columns.ids[row],
    columns.names[row],
    columns.searchTexts[row],
    columns.level[row],
    levelOf(columns.keys[row] ?? 0),
    columns.kind.values[columns.kind.codes[row] ?? 0],
    columns.town.values[columns.town.codes[row] ?? 0],
    columns.grid.values[columns.grid.codes[row] ?? 0],
    columns.industryNames.get(columns.industry.values[columns.industry.codes[row] ?? 0] ?? ''),
  ]

  it('writes a change and adds what is new, without touching what others hold', () => {
    const patched = patchEnterprises(enterprises, [entry('e2', 1), entry('new', 3, 't8')])
    if (patched === undefined) throw new Error('not patched')
    expect(patched.length).toBe(6)
    expect(shown(patched, 2)).toEqual([
      'e2',
      '新e2',
      '新e2 x 91',
      1,
      1,
      'public-area',
      't1',
      'g9',
      '货运港口',
    ])
    expect(shown(patched, 5)).toEqual([
      'new',
      '新new',
      '新new x 91',
      3,
      3,
      'public-area',
      't8',
      'g9',
      '货运港口',
    ])
    expect(patched.rowOf.get('new')).toBe(5)
    expect(enterprises.rowOf.has('new')).toBe(false)
    expect(enterprises.names[2]).not.toBe('新e2')
  })

  it('asks for a new snapshot when one has gone', () => {
    expect(
      patchEnterprises(enterprises, [
        { topic: 'enterprises', action: 'delete', enterpriseId: 'e1', id: 'e1' },
      ]),
    ).toBeUndefined()
    expect(
      patchEnterprises(enterprises, [
        { topic: 'enterprises', action: 'delete', enterpriseId: 'x', id: 'x' },
      ]),
    ).toBe(enterprises)
  })
})
