import { isOverdue } from '@onemap/api/domain/overdue'
import { describe, expect, it } from 'vitest'
import { SnapshotError } from './arrow.ts'
import {
  accidentTypeOf,
  categoryOf,
  enterpriseRowOf,
  gradeOf,
  isOverdueCategory,
  levelOf,
  statusOf,
} from './filter-key.ts'
import { hazardId, parseEnterprises, parseHazards, parseRiskPoints } from './parse.ts'
import { coded, int32s, ipc, points, texts, uint16s, uint32s, uint8s, uuids } from './test-arrow.ts'

const A = '0f8fad5b-d9cb-469f-a165-70867728950e'
const B = '7c9e6679-7425-40de-944b-e07fc1f90ae7'

const enterpriseBytes = (overrides = {}) =>
  ipc([
    {
      geometry: points([
        [117.7, 34.5],
        [117.5, 34.6],
      ]),
      id: texts([A, B]),
      name: texts(['鲁南纸业', '运河港务']),
      initials: texts(['lnzy', 'yhgw']),
      creditCode: texts(['91370405MA3C0001XA', '91370405MA3C0002XB']),
      kind: coded(['general', 'high-risk-plant']),
      level: uint8s([1, 0]),
      town: coded(['370405001', '370405102']),
      grid: coded(['g1', 'g1']),
      industry: coded(['2221', '']),
      industryName: coded(['机制纸及纸板制造', '港口']),
      ...overrides,
    },
  ])
const enterprises = parseEnterprises(enterpriseBytes())

const pointPiece = (level: number[], enterprise: string[]) => ({
  geometry: points(level.map((_, row) => [117 + row / 10, 34])),
  enterprise: coded(enterprise),
  no: uint16s(level.map((_, row) => row + 1)),
  level: uint8s(level),
  accidentType: uint8s(level.map(() => 8)),
})

describe('parseEnterprises', () => {
  it('resolves dictionaries, keys and the text to search', () => {
    expect(enterprises).toMatchObject({ length: 2, version: '7', names: ['鲁南纸业', '运河港务'] })
    expect([...enterprises.positions]).toEqual([117.7, 34.5, 117.5, 34.6])
    expect(enterprises.kind.values[enterprises.kind.codes[1] ?? 9]).toBe('high-risk-plant')
    expect(enterprises.rowOf.get(B)).toBe(1)
    expect([
      enterprises.industry.values[enterprises.industry.codes[0] ?? 9],
      [...enterprises.industryNames],
    ]).toEqual([
      '2221',
      [
        ['2221', '机制纸及纸板制造'],
        ['', '港口'],
      ],
    ])
    expect(enterprises.searchTexts[1]).toContain('yhgw')
    expect([...enterprises.keys].map((key) => [enterpriseRowOf(key), categoryOf(key)])).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('says what is wrong', () => {
    expect(() => parseEnterprises(new Uint8Array([1, 2, 3]))).toThrow(SnapshotError)
    expect(() => parseEnterprises(enterpriseBytes({ kind: coded(['general', 'castle']) }))).toThrow(
      "unknown kind of enterprise 'castle'",
    )
    expect(() => parseEnterprises(enterpriseBytes({ level: uint16s([1, 0]) }))).toThrow(
      'column level is not of type Uint8Array',
    )
    expect(() => parseEnterprises(ipc([{ id: texts([A]) }], {}))).toThrow(
      'does not say its version',
    )
    expect(() => parseEnterprises(ipc([{ id: texts([A]) }]))).toThrow('no column name')
  })
})

describe('parseRiskPoints', () => {
  it('puts the worst last, over pieces with dictionaries of their own', () => {
    const columns = parseRiskPoints(
      ipc([pointPiece([1, 4, 0], [A, B, B]), pointPiece([3, 2], [B, A])]),
      enterprises,
    )
    expect([...columns.keys].map((key) => levelOf(categoryOf(key)))).toEqual([0, 4, 3, 2, 1])
    expect([...columns.keys].map(enterpriseRowOf)).toEqual([1, 1, 1, 0, 0])
    expect([...columns.no]).toEqual([3, 2, 1, 2, 1])
    expect(columns.positions[0]).toBeCloseTo(117.2)
    expect(accidentTypeOf(categoryOf(columns.keys[0] ?? 0))).toBe(8)
  })

  it('leaves out points whose enterprise is not there', () => {
    const columns = parseRiskPoints(ipc([pointPiece([1, 2], ['unknown', A])]), enterprises)
    expect(columns).toMatchObject({ length: 1 })
    expect([...columns.no]).toEqual([2])
  })
})

describe('parseHazards', () => {
  const day = (text: string) => Date.parse(text) / 86_400_000
  const rows = [
    { enterprise: A, status: 'rectifying', grade: 'major', deadline: '2026-11-22' },
    { enterprise: 'unknown', status: 'closed', grade: '', deadline: '2026-11-01' },
    { enterprise: B, status: 'reported', grade: '', deadline: null },
    { enterprise: B, status: 'closed', grade: 'general', deadline: '2026-11-01' },
    { enterprise: A, status: 'in-review', grade: 'general', deadline: '2026-11-23' },
  ] as const
  const columns = parseHazards(
    ipc([
      {
        geometry: points(rows.map((_, row) => [117, 34 + row])),
        id: uuids(rows.map((_, row) => `${row}f8fad5b-d9cb-469f-a165-70867728950e`)),
        enterprise: coded(rows.map((row) => row.enterprise)),
        no: uint32s(rows.map((_, row) => row)),
        status: coded(rows.map((row) => row.status)),
        grade: coded(rows.map((row) => row.grade)),
        deadline: int32s(rows.map((row) => (row.deadline === null ? -1 : day(row.deadline)))),
        reportedOn: int32s(rows.map(() => 20_000)),
      },
    ]),
    enterprises,
    day('2026-11-23'),
  )

  it('derives overdue as the domain does, and leaves out orphans', () => {
    const known = rows.filter((row) => row.enterprise !== 'unknown')
    expect(columns.length).toBe(4)
    expect([...columns.keys].map((key) => isOverdueCategory(categoryOf(key)))).toEqual(
      known.map((row) => isOverdue(row, '2026-11-23')),
    )
    expect(
      [...columns.keys].map((key) => [statusOf(categoryOf(key)), gradeOf(categoryOf(key))]),
    ).toEqual(known.map((row) => [row.status, row.grade]))
    expect([...columns.positions].filter((_, index) => index % 2 === 1)).toEqual([34, 36, 37, 38])
  })

  it('writes ids as uuids', () => {
    expect(hazardId(columns, 1)).toBe('2f8fad5b-d9cb-469f-a165-70867728950e')
  })
})
