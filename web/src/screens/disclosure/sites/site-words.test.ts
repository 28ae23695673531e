import { describe, expect, it } from 'vitest'
import { chosenWords, oneSided, overridesFrom, usualWords } from './site-words.ts'

const usual = usualWords('生产油漆', ['fire', 'on-site'])

describe('words of a site', () => {
  it('are the advice for what is most far-reaching', () => {
    expect(usual.warningZh).toContain('厂区警报')
    expect(usual.doThisZh.split('\n')[0]).toBe('立即远离现场，不围观、不拍照')
    expect(usualWords('', []).doThisEn).toContain('Do not enter working areas')
  })

  it('are kept only where they differ', () => {
    expect(overridesFrom(usual, usual)).toEqual({})
    const overrides = overridesFrom({ ...usual, activity: ' 做油漆 ', warningZh: '响警报' }, usual)
    expect(overrides).toEqual({
      activity: '做油漆',
      warning: { zh: '响警报', en: usual.warningEn },
    })
    expect(chosenWords(usual, overrides)).toEqual({
      ...usual,
      activity: '做油漆',
      warningZh: '响警报',
    })
  })

  it('fall back to the usual where a field was emptied', () => {
    expect(overridesFrom({ ...usual, activity: ' ', doThisZh: '' }, usual)).toEqual({})
  })

  it('tell when the other language was forgotten', () => {
    expect(
      oneSided({ ...usual, warningZh: '响警报', doThisZh: '走', doThisEn: 'Leave' }, usual),
    ).toEqual(['warning'])
    expect(oneSided(usual, usual)).toEqual([])
  })
})
