import { describe, expect, it } from 'vitest'
import { faultsOf, TEST_CONTEXT, testCreditCode } from '../test-context.ts'
import { ENTERPRISE_COLUMNS } from '@onemap/api/ledger/enterprises/columns'
import { initialsOf, readEnterprise } from './read-row.ts'

const EMPTY = Object.fromEntries(ENTERPRISE_COLUMNS.map(({ key }) => [key, '']))
const GOOD = {
  ...EMPTY,
  creditCode: testCreditCode(1),
  name: '台儿庄水泥厂',
  industry: '水泥制造',
  address: '某路１号',
  town: '泥沟镇',
  longitude: '117.65',
  latitude: '34.63',
  employees: '120人',
  majorHazardLevel: 'Ⅲ级',
}

it('takes the initials of a name', () => expect(initialsOf('台儿庄A1水泥（北）')).toBe('teza1snb'))

describe('readEnterprise', () => {
  it('stages a good row', () => {
    const reading = readEnterprise(GOOD, TEST_CONTEXT)
    expect(reading.faults).toEqual([])
    expect(reading.record).toMatchObject({
      credit_code: testCreditCode(1),
      address: '某路1号',
      town_code: '370405102',
      area_code: '370405102',
      kind: null,
      employees: 120,
      major_hazard_level: 3,
      datum: 'wgs84',
      geom: 'SRID=4326;POINT(117.65 34.63)',
    })
  })

  it('finds everything wrong with a row at once', () => {
    const reading = readEnterprise(
      { ...GOOD, name: '', town: '泥沟', employees: '-1', longitude: '34.6' },
      TEST_CONTEXT,
    )
    expect(reading.record).toBeNull()
    expect(
      faultsOf(reading)
        .map((fault) => fault.split(':')[0])
        .toSorted(),
    ).toEqual(['employees', 'longitude', 'name', 'town'])
  })

  it('lets a row name its own datum', () => {
    const { record } = readEnterprise({ ...GOOD, datum: '高德' }, TEST_CONTEXT)
    expect(record).toMatchObject({ datum: 'gcj02', longitude: 117.65 })
    expect(record?.['geom']).not.toBe('SRID=4326;POINT(117.65 34.63)')
  })

  it('asks for a datum where there is none', () => {
    expect(faultsOf(readEnterprise(GOOD, { ...TEST_CONTEXT, datum: null }))).toEqual([
      expect.stringContaining('不知道坐标系'),
    ])
  })
})
