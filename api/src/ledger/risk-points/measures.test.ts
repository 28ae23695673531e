import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONTROL_LEVEL_CODES } from '../../domain/control-level.ts'
import { readMeasures, writeMeasures } from './measures.ts'

describe('a cell of measures', () => {
  it('is one measure for all levels of the row, unless its lines name theirs', () => {
    expect(readMeasures('每 2 小时巡检\n记录存档')).toEqual([
      { controlLevels: null, content: '每 2 小时巡检\n记录存档' },
    ])
    expect(readMeasures('统一管理\n【班组级、岗位】班前检查\n留痕\n【公司】季度考核')).toEqual([
      { controlLevels: null, content: '统一管理' },
      { controlLevels: ['team', 'post'], content: '班前检查\n留痕' },
      { controlLevels: ['company'], content: '季度考核' },
    ])
    expect(readMeasures('【重要】不是层级')).toEqual([
      { controlLevels: null, content: '【重要】不是层级' },
    ])
    expect(readMeasures('')).toEqual([])
  })

  it('says again what was written', () => {
    const content = fc.stringMatching(/^[巡检记录甲乙\d]{1,12}(\n[巡检记录]{1,5})?$/)
    const measure = fc.record({ controlLevel: fc.constantFrom(...CONTROL_LEVEL_CODES), content })
    fc.assert(
      fc.property(
        fc.uniqueArray(measure, { selector: (one) => `${one.controlLevel} ${one.content}` }),
        (measures) => {
          const read = readMeasures(writeMeasures(measures)).flatMap(
            ({ controlLevels, content: text }) =>
              (controlLevels ?? []).map((level) => `${level} ${text}`),
          )
          expect(read.sort()).toEqual(
            measures.map((one) => `${one.controlLevel} ${one.content}`).sort(),
          )
        },
      ),
    )
  })
})
