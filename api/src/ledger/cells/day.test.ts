import { expect, it } from 'vitest'
import { day } from './day.ts'

it.each([
  ['2026-05-10', '2026-05-10'],
  ['2026/5/1', '2026-05-01'],
  ['2026.5.1', '2026-05-01'],
  ['2026年5月1日', '2026-05-01'],
  ['20260510', '2026-05-10'],
  ['2026-05-10 14:30', '2026-05-10'],
  ['46152', '2026-05-10'],
  ['46152.75', '2026-05-10'],
])('reads %s', (text, value) => expect(day().read(text)).toEqual({ value }))

it.each([
  ['2026-02-30', '不存在'],
  ['2026年5月', '不是日期'],
  ['5/1/2026', '不是日期'],
  ['明天', '不是日期'],
])('refuses %s', (text, message) => {
  expect(day().read(text)).toEqual({ fault: expect.stringContaining(message) })
})
