import { completeCreditCode } from '../../domain/credit-code.ts'
import { expect, it } from 'vitest'
import { creditCode } from './credit-code.ts'

const good = completeCreditCode('91370405MA3000000')

it('reads a code in any case', () =>
  expect(creditCode().read(good.toLowerCase())).toEqual({ value: good }))

it.each([
  [`${good.slice(0, 17)}${good.endsWith('0') ? '1' : '0'}`, `末位应为“${good.slice(17)}”`],
  [good.slice(0, 15), '共 15 位'],
  [`91370405MO${good.slice(10)}`, '第 10 位“O”不可用'],
  ['9.1370405E+17', '请把该列设为文本格式'],
])('says what is wrong with %s', (text, message) => {
  expect(creditCode().read(text)).toEqual({
    fault: expect.objectContaining({ zh: expect.stringContaining(message) }),
  })
})
