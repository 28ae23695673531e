import { describe, expect, it } from 'vitest'
import { faultsOf, TEST_CONTEXT, testCreditCode } from '../test-context.ts'
import { RISK_POINT_COLUMNS } from '@onemap/api/ledger/risk-points/columns'
import { riskPointReader } from './read-row.ts'

const EMPTY = Object.fromEntries(RISK_POINT_COLUMNS.map(({ key }) => [key, '']))
const GOOD = {
  ...EMPTY,
  creditCode: testCreditCode(1),
  code: 'FX-001',
  name: '罐区',
  type: '场所',
  description: '法兰泄漏',
  factor: '物',
  accidentType: '火灾',
  l: '3',
  e: '6',
  c: '15',
}
const read = (cells: object, context = TEST_CONTEXT) =>
  riskPointReader(context)({ ...GOOD, ...cells })

describe('assessment', () => {
  it('recomputes score and level', () => {
    expect(read({}).record).toMatchObject({
      method: 'LEC',
      inputs: { l: 3, e: 6, c: 15 },
      score: '270',
      level: 2,
      stage: 'inherent',
      profile_id: 'lec-classic',
    })
    expect(read({ e: '', c: '', s: '5', l: '4', stage: '现有' }).record).toMatchObject({
      method: 'LS',
      inputs: { l: 4, s: 5 },
      score: '20',
      level: 1,
      stage: 'residual',
    })
    expect(read({ l: '', e: '', c: '', direct: '重大危险源' }).record).toMatchObject({
      method: 'DIRECT',
      inputs: {},
      score: null,
      level: 1,
    })
  })

  it.each([
    [
      { level: '一般' },
      'level: 填写“一般（黄）”，与评价不符：L=3 × E=6 × C=15，风险值 270，应为“较大（橙）”',
    ],
    [{ level: '红' }, '直接判定依据'],
    [{ score: '126' }, 'score: 填写 126，与评价不符'],
    [{ e: '5' }, 'e: E 不能取 5，只能取：10, 6, 3, 2, 1, 0.5'],
    [{ c: '2' }, '--lec-profile lec-detailed'],
    [{ method: 'LS' }, 's: 评价方法为 LS 时不能为空'],
    [{ l: '', e: '', c: '' }, 'method: 没有评价'],
    [{ assessedOn: '2026-07-01' }, 'assessedOn: 2026-07-01 晚于今天'],
    [{ measures: '', engineering: '围堰' }, 'controlLevels: 填了管控措施或责任人，却没有管控层级'],
  ])('refuses %j', (cells, message) => {
    expect(faultsOf(read(cells))).toEqual([expect.stringContaining(message)])
  })

  it('takes C = 2 where the detailed table is asked for', () => {
    expect(
      read({ c: '2' }, { ...TEST_CONTEXT, lecProfileId: 'lec-detailed' }).record,
    ).toMatchObject({ score: '36', level: 4, profile_id: 'lec-detailed' })
  })
})

describe('control', () => {
  it('puts measures and the shared person at every level named', () => {
    const { record } = read({
      engineering: '围堰',
      controlLevels: '班组、岗位',
      department: '生产部',
      person: '孙某',
      teamDepartment: '一班',
      teamPerson: '周某',
    })
    expect(record?.['measures']).toEqual([
      { category: 'engineering', content: '围堰', controlLevel: 'team' },
      { category: 'engineering', content: '围堰', controlLevel: 'post' },
    ])
    expect(record?.['responsibilities']).toEqual([
      { controlLevel: 'team', department: '一班', person: '周某', sealed: null, masked: null },
      { controlLevel: 'post', department: '生产部', person: '孙某', sealed: null, masked: null },
    ])
  })
})

describe('rows of one point', () => {
  it('take over what merged cells leave empty, as long as they name no other point', () => {
    const reader = riskPointReader(TEST_CONTEXT)
    reader(GOOD)
    const below = { ...GOOD, creditCode: '', code: '', name: '', type: '', description: '静电' }
    const second = reader(below)
    expect(second.record).toMatchObject({
      code: 'FX-001',
      name: '罐区',
      type: 'place',
      description: '静电',
    })
    expect(second.group).toBe(`${testCreditCode(1)} FX-001`)
    expect(faultsOf(reader({ ...below, name: '配电室' }))).toContainEqual(
      expect.stringContaining('code: 不能为空'),
    )
  })
})
