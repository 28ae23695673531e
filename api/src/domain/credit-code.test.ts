import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkCreditCode,
  completeCreditCode,
  CREDIT_CODE_FAULT_CODES,
  CREDIT_CODE_FAULTS,
} from './credit-code.ts'
import { DomainError } from './errors.ts'

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const body = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 2, maxLength: 2 }),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 6, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.join(''))

/** The standard's definition, written out: the weighted sum of all 18 values is a multiple of 31. */
function weightedSum(code: string): number {
  let weight = 1
  let sum = 0
  for (const character of code) {
    sum += weight * ALPHABET.indexOf(character)
    weight = (weight * 3) % 31
  }
  return sum
}

describe('unified social credit code, GB 32100', () => {
  test.each([
    '91350100M000100Y43',
    '9144030071526726XG',
    '914403001922038216',
    '91330100799655058B',
  ])('published code %s is valid', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true })
    expect(completeCreditCode(code.slice(0, 17))).toBe(code)
  })

  test('a completed code satisfies the congruence and the check', () => {
    fc.assert(
      fc.property(body, (first17) => {
        const code = completeCreditCode(first17)
        expect(code).toHaveLength(18)
        expect(weightedSum(code.slice(0, 17)) + ALPHABET.indexOf(code.charAt(17))).toSatisfy(
          (sum: number) => sum % 31 === 0,
        )
        expect(checkCreditCode(code)).toEqual({ ok: true })
      }),
    )
  })

  test('every other check character is refused and the right one named', () => {
    const code = '91350100M000100Y43'
    for (const wrong of ALPHABET.filter((character) => character !== '3')) {
      expect(checkCreditCode(code.slice(0, 17) + wrong)).toEqual({
        ok: false,
        reason: 'check',
        expected: '3',
      })
    }
  })

  test('any single mistyped character is noticed', () => {
    fc.assert(
      fc.property(body, fc.nat(17), fc.constantFrom(...ALPHABET), (first17, at, typed) => {
        const code = completeCreditCode(first17)
        fc.pre(code.charAt(at) !== typed)
        expect(checkCreditCode(code.slice(0, at) + typed + code.slice(at + 1)).ok).toBe(false)
      }),
    )
  })

  test.each(['', '9135', '91350100M000100Y4', '91350100M000100Y433'])('wrong length %j', (text) => {
    expect(checkCreditCode(text)).toEqual({ ok: false, reason: 'length' })
  })

  test.each([
    ['I1350100M000100Y43', 1],
    ['9O350100M000100Y43', 2],
    ['91A50100M000100Y43', 3],
    ['9135010AM000100Y43', 8],
    ['91350100S000100Y43', 9],
    ['91350100m000100Y43', 9],
    ['91350100M000100V43', 16],
    ['91350100M000100Y4Z', 18],
    ['91350100M000100Y4 ', 18],
    ['９1350100M000100Y43', 1],
  ])('%s: the character at %i is not allowed', (text, position) => {
    expect(checkCreditCode(text)).toEqual({ ok: false, reason: 'character', position })
  })

  test.each([
    '',
    '91350100M000100Y',
    '91350100M000100Y43',
    '91350100O000100Y4',
    '9135010XM000100Y4',
  ])('refuses to complete %j', (text) => {
    expect(() => completeCreditCode(text)).toThrow(DomainError)
  })

  test('every fault has its words', () => {
    for (const fault of CREDIT_CODE_FAULT_CODES) expect(CREDIT_CODE_FAULTS[fault].zh).not.toBe('')
  })
})
