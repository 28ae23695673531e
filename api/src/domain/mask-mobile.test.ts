import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskMobile, maskPhone } from './mask-mobile.ts'

test.each([
  ['13812341234', '138****1234'],
  ['+8613812341234', '+86138****1234'],
  ['86 13812341234', '86 138****1234'],
  ['138 5678 1234', '138 **** 1234'],
  ['138-5678-1234', '138-****-1234'],
  ['张三 13812341234/13987654321', '张三 138****1234/139****4321'],
])('%s → %s', (text, masked) => {
  expect(maskMobile(text)).toBe(masked)
})

test.each([
  '0632-6611234',
  '06326611234',
  '6611234',
  '119',
  '4008001234',
  '370405199001011234',
  '138****1234',
  '',
])('%j stays as it is', (text) => {
  expect(maskMobile(text)).toBe(text)
})

test('no mobile number survives, and masking again changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000_000_000, max: 19_999_999_999 }), (number) => {
      const masked = maskMobile(String(number))
      expect(masked).toMatch(/^1\d{2}\*{4}\d{4}$/)
      expect(maskMobile(masked)).toBe(masked)
    }),
  )
})

test.each([
  ['13800001234', '138****1234'],
  ['0632-6611111', '****-*****11'],
  ['66000012-801', '********-*01'],
])('a person’s number %s → %s', (number, shown) => {
  expect(maskPhone(number)).toBe(shown)
})
