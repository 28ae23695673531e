import { describe, expect, it } from 'vitest'
import { CSV_HEAD, csvOfEntry } from './csv.ts'
import type { AuditEntry } from './schema.ts'

const ENTRY: AuditEntry = {
  seq: 7,
  at: '2026-11-24T00:30:00+08:00',
  actor: { id: '00000000-0000-4000-8000-000000000001', name: '王五', role: 'enterprise' },
  ip: '10.0.0.7',
  action: 'update',
  table: 'hazards',
  key: { id: 'b', enterprise_id: 'a' },
  objectName: 'YH-001',
  enterpriseId: null,
  changes: { deadline: { from: null, to: '2026-12-01' }, round: { from: 0, to: 1 } },
  hash: 'ab'.repeat(32),
}

const cellOf = (objectName: string) => csvOfEntry({ ...ENTRY, objectName }).split(',')[8]

describe('the record as CSV', () => {
  it('begins with a byte order mark and one heading a column', () => {
    expect(CSV_HEAD.startsWith('\uFEFF"序号","时间"')).toBe(true)
    expect(CSV_HEAD.split(',')).toHaveLength(csvOfEntry(ENTRY).split(',').length)
  })

  it('says who, when, from where and what changed in words', () => {
    expect(csvOfEntry(ENTRY)).toBe(
      `"7","2026-11-24 00:30:00","王五","企业人员","${ENTRY.actor.id}","10.0.0.7","修改","隐患","YH-001","b / a","","整改期限：∅ → 2026-12-01；复查退回次数：0 → 1","${ENTRY.hash}"\r\n`,
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\n=1'])(
    'makes %j text instead of a formula',
    (formula) => {
      expect(cellOf(formula)).toBe(`"'${formula}"`)
    },
  )

  it('doubles quotes, keeps line breaks inside them', () => {
    expect(cellOf('他说"停"\n再说')).toBe('"他说""停""\n再说"')
  })
})
