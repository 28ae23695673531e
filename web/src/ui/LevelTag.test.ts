import { screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../test/show.ts'
import LevelTag from './LevelTag.vue'

test.each([
  [1, '重大'],
  [2, '较大'],
  [3, '一般'],
  [4, '低'],
] as const)('Level %i never stands without its word %s', async (level, word) => {
  await show(LevelTag, { props: { level } })
  const tag = screen.getByText(word)
  expect(tag.textContent).toBe(`${level}${word}`)
  expect(tag.classList.contains(`level-${level}`)).toBe(true)
})

test('A place that nobody has assessed has no hue', async () => {
  await show(LevelTag, { props: { level: null } })
  const tag = screen.getByText('未评价')
  expect(tag.className).not.toMatch(/level-\d/)
})
