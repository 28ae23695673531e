import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACCIDENT_TYPES, isAccidentType } from './accident-type.ts'
import { PUBLIC_HARM_ORDER, PUBLIC_HARMS, publicHarmsOf } from './public-advice.ts'
import {
  coarse,
  compareRosters,
  PUBLIC_CELL_DEGREES,
  publicRecordOf,
  type RosterSource,
} from './public-roster.ts'

const SOURCE: RosterSource = {
  code: 'B7K2M9QX',
  operator: '甲化工有限公司',
  address: '运河街道工业路8号',
  activity: '生产涂料',
  kind: 'high-risk-plant',
  level: 1,
  accidentTypes: [3, 8, 19],
  lastVisit: '2026-11-02',
  officeName: '安全生产科',
  officePhone: '0632-6600001',
  townCode: '370405001',
  townName: '运河街道',
  lon: 117.734_56,
  lat: 34.562_34,
}

describe('the public record', () => {
  it('copies what may be public and nothing else, even when more comes along', () => {
    const known = { ...SOURCE, principal: '张三', mobile: '13800001234' }
    const record = publicRecordOf(known)
    expect(Object.keys(record).sort()).toEqual([
      'activity',
      'address',
      'code',
      'doThisEn',
      'doThisZh',
      'harms',
      'kind',
      'lastVisit',
      'lat',
      'level',
      'lon',
      'officeName',
      'officePhone',
      'operator',
      'townCode',
      'townName',
      'warningEn',
      'warningZh',
    ])
    expect(JSON.stringify(record)).not.toContain('张三')
    expect(record.harms).toEqual(['toxic', 'fire', 'on-site'])
    expect(record.warningZh).toBe(PUBLIC_HARMS.toxic.warning.zh)
  })

  it('takes an officer’s plainer words', () => {
    const record = publicRecordOf(SOURCE, {
      activity: '做油漆',
      doThis: { zh: '关窗', en: 'Close windows' },
    })
    expect(record).toMatchObject({
      activity: '做油漆',
      doThisZh: '关窗',
      doThisEn: 'Close windows',
      warningZh: PUBLIC_HARMS.toxic.warning.zh,
    })
  })

  it('stands within a cell of the true place and says the same for the whole cell', () => {
    fc.assert(
      fc.property(fc.double({ min: 117, max: 118, noNaN: true }), (degrees) => {
        expect(Math.abs(coarse(degrees) - degrees)).toBeLessThanOrEqual(
          PUBLIC_CELL_DEGREES / 2 + 1e-6,
        )
        expect(coarse(coarse(degrees))).toBe(coarse(degrees))
      }),
    )
  })
})

describe('harms', () => {
  it('has one for every accident type, the most far-reaching first', () => {
    const types = Object.keys(ACCIDENT_TYPES).map(Number).filter(isAccidentType)
    expect(publicHarmsOf(types)).toEqual(PUBLIC_HARM_ORDER)
    for (const type of types) expect(publicHarmsOf([type])).toHaveLength(1)
    expect(publicHarmsOf([])).toEqual([])
  })
})

describe('the difference between two batches', () => {
  it('tells what came, went and changed, and keeps quiet about a newer visit', () => {
    const record = publicRecordOf(SOURCE)
    const before = [record, { ...record, code: 'GONE0000' }, { ...record, code: 'VISITED0' }]
    const after = [
      { ...record, level: 2 as const, lastVisit: '2026-11-20' },
      { ...record, code: 'NEW00000' },
      { ...record, code: 'VISITED0', lastVisit: '2026-11-21' },
    ]
    expect(compareRosters(before, after)).toEqual([
      { code: 'B7K2M9QX', change: 'changed', fields: ['level', 'lastVisit'] },
      { code: 'GONE0000', change: 'removed' },
      { code: 'NEW00000', change: 'added' },
      { code: 'VISITED0', change: 'unchanged' },
    ])
  })
})
