import { describe, expect, it } from 'vitest'
import { checkSpan, Day, Instant, Month } from './day-input.ts'
import { BadRequestError } from './errors.ts'

describe('a moment that is sent', () => {
  it.each([
    '2026-11-24T14:05:00+08:00',
    '2026-11-24T06:05:00.123Z',
    // A telephone that lost its clock.
    '1970-01-01T00:00:12Z',
    '2100-12-31T23:59:59Z',
    '2026-11-24T14:05:00+14:00',
  ])('is %s', (text) => {
    expect(Instant.safeParse(text).data).toBe(text)
  })

  it.each([
    '0000-01-01T00:00:00Z',
    '1969-12-31T23:59:59Z',
    '9999-12-31T23:59:59Z',
    '2101-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-11-24T14:05:00',
    '2026-11-24',
    // The database knows no such clock.
    '2026-11-24T14:05:00+23:59',
    '2026-11-24T14:05:00-16:00',
  ])('is not %s', (text) => {
    const { error } = Instant.safeParse(text)
    expect(error?.issues[0]?.message).toContain('such as 2026-11-24T14:05:00+08:00')
  })
})

it('says of a day or a month what was expected', () => {
  expect(Day.safeParse('2026-02-30').error?.issues[0]?.message).toBe(
    'a calendar day from 2000-01-01 to 2100-12-31, such as 2026-11-24',
  )
  expect(Month.safeParse('9999-12').error?.issues[0]?.message).toBe(
    'a month from 2000-01 to 2100-12, such as 2026-11',
  )
})

describe('a span', () => {
  const wrongField = (from: string, to: string) => {
    try {
      checkSpan(from, to, 3)
      return null
    } catch (error) {
      return error instanceof BadRequestError ? error.fields[0]?.field : error
    }
  }

  it('goes forwards and is no longer than it may', () => {
    expect(wrongField('2026-01-01', '2026-01-01')).toBeNull()
    expect(wrongField('2026-01-01', '2029-12-31')).toBeNull()
    expect(wrongField('2026-01-02', '2026-01-01')).toBe('to')
    expect(wrongField('2026-01-01', '2030-01-01')).toBe('from')
  })
})
