import { describe, expect, test } from 'vitest'
import { missingItems, type ControlledRiskPoint } from './completeness.ts'
import { CONTROL_LEVEL_CODES, type ControlLevel } from './control-level.ts'
import { RISK_LEVEL_ORDER } from './risk-level.ts'

const REQUIRED = {
  1: ['company', 'workshop', 'team', 'post'],
  2: ['company', 'workshop', 'team', 'post'],
  3: ['workshop', 'team', 'post'],
  4: ['team', 'post'],
}

function responsible(controlLevel: ControlLevel, department = '安环部', person = '李安') {
  return { controlLevel, department, person, mobile: '138****1234' }
}

function measure(controlLevel: ControlLevel) {
  return { controlLevel, status: 'effective' as const }
}

const COMPLETE: Omit<ControlledRiskPoint, 'level'> = {
  responsibilities: CONTROL_LEVEL_CODES.map((level) => responsible(level)),
  measures: CONTROL_LEVEL_CODES.map(measure),
}

test('a point that is not assessed lacks its assessment', () => {
  expect(missingItems({ level: null, ...COMPLETE })).toEqual([
    { item: 'assessment', controlLevel: null },
  ])
})

describe.each(RISK_LEVEL_ORDER)('level %i', (level) => {
  test('complete', () => {
    expect(missingItems({ level, ...COMPLETE })).toEqual([])
  })

  test('empty: everything at every required level, from the top', () => {
    expect(missingItems({ level, responsibilities: [], measures: [] })).toEqual(
      REQUIRED[level].flatMap((controlLevel) =>
        ['department', 'person', 'measure'].map((item) => ({ item, controlLevel })),
      ),
    )
  })

  test.each(CONTROL_LEVEL_CODES)('without %s', (controlLevel) => {
    const without = {
      responsibilities: COMPLETE.responsibilities.filter(
        (one) => one.controlLevel !== controlLevel,
      ),
      measures: COMPLETE.measures.filter((one) => one.controlLevel !== controlLevel),
    }
    const isRequired = REQUIRED[level].includes(controlLevel)
    expect(missingItems({ level, ...without })).toHaveLength(isRequired ? 3 : 0)
  })
})

describe.each([null, '', ' '])('a number that is %j', (mobile) => {
  test('is missing, by the name of whose it is', () => {
    const responsibilities = [
      responsible('team'),
      { ...responsible('team', '甲班', '王某'), mobile },
      { ...responsible('post', '制冷班', '孙某'), mobile },
    ]
    expect(missingItems({ level: 4, ...COMPLETE, responsibilities })).toEqual([
      { item: 'mobile', controlLevel: 'team', person: '王某' },
      { item: 'mobile', controlLevel: 'post', person: '孙某' },
    ])
  })

  test('is nobody’s where no person is named', () => {
    const responsibilities = [{ ...responsible('team', '甲班', ''), mobile }, responsible('post')]
    expect(missingItems({ level: 4, ...COMPLETE, responsibilities })).toEqual([
      { item: 'person', controlLevel: 'team' },
    ])
  })
})

describe('what counts', () => {
  const blue = {
    level: 4,
    responsibilities: [responsible('team'), responsible('post')],
    measures: [measure('team'), measure('post')],
  } as const

  test('blank is not filled', () => {
    const responsibilities = [responsible('team', ' '), responsible('post', '制浆车间', '')]
    expect(missingItems({ ...blue, responsibilities })).toEqual([
      { item: 'department', controlLevel: 'team' },
      { item: 'person', controlLevel: 'post' },
    ])
  })

  test('a failed measure is no measure, a planned one is', () => {
    const measures = [
      { controlLevel: 'team', status: 'failed' },
      { controlLevel: 'post', status: 'planned' },
    ] as const
    expect(missingItems({ ...blue, measures })).toEqual([{ item: 'measure', controlLevel: 'team' }])
  })

  test('a raised control level has to be filled too', () => {
    expect(missingItems({ ...blue, raisedTo: 'workshop' })).toEqual(
      ['department', 'person', 'measure'].map((item) => ({ item, controlLevel: 'workshop' })),
    )
  })

  test('lowering is refused', () => {
    expect(() => missingItems({ ...blue, level: 1, raisedTo: 'post' })).toThrow(
      expect.objectContaining({ code: 'control-level-lowered' }),
    )
  })
})
