import { expect, it } from 'vitest'
import { todayInChina } from '@onemap/api/domain/overdue'
import { createRandom } from '../random.ts'
import { courseOf, signedAt } from './courses.ts'

const NOTICE = {
  enterpriseId: 'e',
  id: 'n',
  safetyOfficer: '李',
  principal: '赵',
  hasAccount: false,
}
const courses = (hasAccount: boolean) =>
  Array.from({ length: 200 }, (_, index) =>
    courseOf(createRandom(`notice ${index}`), { ...NOTICE, hasAccount }, '2026-11-24'),
  )

it('brings notices to every state, all before the day', () => {
  expect(new Set(courses(false).map(({ kind }) => kind))).toEqual(
    new Set(['draft', 'issued', 'corrected', 'withdrawn']),
  )
  for (const course of courses(false)) {
    if (course.kind === 'draft') continue
    expect(todayInChina(course.issuedAt) < '2026-11-24').toBe(true)
    expect(course.by).toBe(course.part === 'principal' ? '赵' : '李')
  }
})

it('leaves whoever signs in drafts to approve, and withdraws nothing of theirs', () => {
  const kinds = courses(true).map(({ kind }) => kind)
  expect(kinds).not.toContain('withdrawn')
  expect(kinds.filter((kind) => kind === 'draft').length).toBeGreaterThan(40)
})

it('has receipts signed after the letter came and before the day, or not yet', () => {
  const told = new Date('2026-11-10T02:00:00Z')
  const signed = Array.from({ length: 100 }, (_, index) =>
    signedAt(createRandom(`receipt ${index}`), told, '2026-11-24'),
  )
  expect(signed).toContain(null)
  for (const at of signed)
    if (at !== null) expect(at > told && todayInChina(at) < '2026-11-24').toBe(true)
})
