import { expect, it } from 'vitest'
import { en } from '../i18n/en.ts'
import { zhCN } from '../i18n/zh-CN.ts'
import { router } from '../router.ts'
import { PLACES } from './places.ts'

it.each(PLACES)('$route is there and has a name in both languages', ({ route, name }) => {
  expect(router.hasRoute(route)).toBe(true)
  expect(zhCN.nav[name]).toBeTruthy()
  expect(en.nav[name]).toBeTruthy()
})
