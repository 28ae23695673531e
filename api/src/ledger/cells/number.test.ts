import { expect, it } from 'vitest'
import { LEC_CLASSIC, LEC_DETAILED } from '../../domain/lec-profiles.ts'
import { factor } from './factor.ts'
import { wholeNumber } from './number.ts'

const likelihood = factor({ zh: '数', en: 'a number' }, [LEC_CLASSIC.l])
const consequence = factor({ zh: '数', en: 'a number' }, [LEC_CLASSIC.c, LEC_DETAILED.c])

it.each([
  ['3', 3],
  ['0.5', 0.5],
  ['3分', 3],
  ['６', 6],
  ['15 ', 15],
  ['L=3', 3],
  ['E：6', 6],
  ['3（可能，但不经常）', 3],
  ['10-完全可以预料', 10],
  ['相当可能', 6],
  ['可能，但不经常', 3],
])('reads the factor %s', (text, value) => {
  expect(likelihood.read(text)).toEqual({ value })
})

it('takes words only where all tables mean the same by them', () => {
  expect(consequence.read('严重，伤残')).toEqual({ value: 7 })
  expect(consequence.read('较重，需要治疗')).toHaveProperty('fault')
  expect(likelihood.read('三')).toHaveProperty('fault')
})

it.each([
  ['120', 120],
  ['1,200人', 1200],
  ['１２０', 120],
])('reads the whole number %s', (text, value) => {
  expect(wholeNumber(0, 10_000).read(text)).toEqual({ value })
})
