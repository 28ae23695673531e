import { describe, expect, test } from 'vitest'
import { CONTROL_LEVEL_CODES } from './control-level.ts'
import { requiredControlLevels } from './control-requirement.ts'
import { RISK_LEVEL_ORDER } from './risk-level.ts'

const ALL = ['company', 'workshop', 'team', 'post']
const HIGHEST = { 1: 'company', 2: 'company', 3: 'workshop', 4: 'team' }

test.each([
  [1, ALL],
  [2, ALL],
  [3, ['workshop', 'team', 'post']],
  [4, ['team', 'post']],
] as const)('level %i is controlled by %j', (level, required) => {
  expect(requiredControlLevels(level)).toEqual(required)
})

describe.each(RISK_LEVEL_ORDER)('level %i', (level) => {
  test.each(CONTROL_LEVEL_CODES)('taken to %s', (asked) => {
    const isLowered = ALL.indexOf(asked) > ALL.indexOf(HIGHEST[level])
    if (isLowered) {
      expect(() => requiredControlLevels(level, asked)).toThrow(
        expect.objectContaining({ code: 'control-level-lowered' }),
      )
    } else {
      expect(requiredControlLevels(level, asked)).toEqual(ALL.slice(ALL.indexOf(asked)))
    }
  })
})
