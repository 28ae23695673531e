import { describe, expect, it } from 'vitest'
import { firstLocale } from './first-locale.ts'

describe('the language of the first page', () => {
  it.each([
    ['en', ['zh-CN'], 'en'],
    ['zh-CN', ['en-GB'], 'zh-CN'],
    [null, ['en-GB', 'zh-CN'], 'en'],
    [null, ['zh-TW', 'en'], 'zh-CN'],
    [null, ['de-DE', 'en'], 'en'],
    [null, ['de-DE', 'ZH-Hans'], 'zh-CN'],
    [null, ['fr'], 'zh-CN'],
    [null, [], 'zh-CN'],
    ['fr', ['en'], 'en'],
  ] as const)('chosen %s, browser %s: %s', (chosen, languages, locale) => {
    expect(firstLocale(chosen, languages)).toBe(locale)
  })
})
