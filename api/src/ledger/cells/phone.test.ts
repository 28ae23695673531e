import { expect, it } from 'vitest'
import { phone } from './phone.ts'

it.each([
  ['13800001234', '13800001234'],
  ['138 0000 1234', '13800001234'],
  ['+86-13800001234', '13800001234'],
  ['0632-6611234', '0632-6611234'],
  ['6611234', '6611234'],
])('reads %s', (text, value) => {
  expect(phone().read(text)).toEqual({ value })
})

it('never repeats a wrong number', () => {
  expect(phone().read('1380000123')).toEqual({ fault: expect.not.stringContaining('1380000123') })
})
