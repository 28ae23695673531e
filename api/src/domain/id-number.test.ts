import { describe, expect, it } from 'vitest'
import { isIdNumber, maskIdNumber } from './id-number.ts'

/** The example of GB 11643-1999. */
const EXAMPLE = '11010519491231002X'

describe('an identity number', () => {
  it('is right by its check character', () => {
    expect(isIdNumber(EXAMPLE)).toBe(true)
    expect(isIdNumber('440524188001010014')).toBe(true)
  })

  it('is wrong with any other check character', () => {
    for (const last of '0123456789')
      expect([last, isIdNumber(EXAMPLE.slice(0, 17) + last)]).toEqual([last, false])
  })

  it('notices any one digit that was changed', () => {
    for (let at = 0; at < 17; at += 1) {
      const digit = (Number(EXAMPLE[at]) + 1) % 10
      expect([at, isIdNumber(EXAMPLE.slice(0, at) + digit + EXAMPLE.slice(at + 1))]).toEqual([
        at,
        false,
      ])
    }
  })

  it.each([
    '',
    '1101051949123100',
    '11010519491331002X',
    '11010519490230002X',
    '01010519491231002X',
    '11010519491231002x',
    `${EXAMPLE} `,
  ])('is not %s', (text) => {
    expect(isIdNumber(text)).toBe(false)
  })

  it('is shown by its ends only', () => {
    expect(maskIdNumber(EXAMPLE)).toBe('110*************2X')
    expect(maskIdNumber(EXAMPLE)).toHaveLength(18)
  })
})
