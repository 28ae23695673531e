import { describe, expect, test } from 'vitest'
import { INSPECTION_KIND_CODES } from './inspection-kind.ts'
import { INSPECTION_TEMPLATES } from './inspection-templates.ts'

test('every kind of inspection has a template, and every template its own key', () => {
  expect(new Set(INSPECTION_TEMPLATES.map(({ kind }) => kind))).toEqual(
    new Set(INSPECTION_KIND_CODES),
  )
  expect(new Set(INSPECTION_TEMPLATES.map(({ key }) => key)).size).toBe(INSPECTION_TEMPLATES.length)
})

describe.each(INSPECTION_TEMPLATES)('$key', ({ items, name }) => {
  test('says of every item what to look at and when it is in order, and says nothing twice', () => {
    expect(items.length).toBeGreaterThan(3)
    for (const { subjectName, content, requirement } of items)
      expect([subjectName, content, requirement].every((text) => text.trim().length > 1)).toBe(true)
    expect(new Set(items.map(({ content }) => content)).size).toBe(items.length)
    expect(name.en).not.toMatch(/[\u4e00-\u9fff]/)
  })
})
