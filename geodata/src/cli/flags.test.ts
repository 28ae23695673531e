import { describe, expect, it } from 'vitest'
import { argumentsOf, flagsOf, languageOf, UsageError } from './flags.ts'

const refusal = (values: unknown) => {
  try {
    return flagsOf(values)
  } catch (error) {
    return error instanceof UsageError ? error.text : error
  }
}

describe('the command line', () => {
  it('has sensible defaults', () => {
    const { values } = argumentsOf(['import', 'grids', 'a.geojson', '--datum', 'cgcs2000'])
    expect(flagsOf(values)).toMatchObject({
      tolerance: 1,
      language: 'zh',
      'dissolve-missing': false,
    })
  })

  it.each([
    ['4527', 4527],
    ['EPSG:4490', 4490],
  ])('takes --crs %s', (crs, code) => {
    expect(flagsOf({ datum: 'cgcs2000', crs }).crs).toBe(code)
  })

  it('names every option that is wrong, in both languages', () => {
    expect(refusal({ crs: 'x', tolerance: '-1' })).toEqual({
      zh: expect.stringMatching(/--datum 必填.+；--crs 应为.+；--tolerance 应为/),
      en: expect.stringMatching(/--datum is required.+; --crs must be.+; --tolerance must be/),
    })
  })

  it('speaks the language that was asked for, also when the rest is wrong', () => {
    expect(languageOf(['import', '--language', 'en', '--what'])).toBe('en')
    expect(languageOf(['--language=en'])).toBe('en')
    expect(languageOf(['import', 'en'])).toBe('zh')
  })
})
