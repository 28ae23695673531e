import { fireEvent, screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../../test/show.ts'
import ChoiceChips from './ChoiceChips.vue'

const options = [
  { value: 'lec', text: 'LEC 法' },
  { value: 'ls', text: '风险矩阵' },
]

test('One of a few is chosen by one touch', async () => {
  const { emitted } = await show(ChoiceChips, {
    props: { label: '评价方法', options, modelValue: 'lec', hint: '两种方法任选' },
  })
  expect(screen.getByRole('group', { name: /评价方法/ }).textContent).toContain('两种方法任选')
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'LEC 法' }).checked).toBe(true)
  await fireEvent.click(screen.getByRole('radio', { name: '风险矩阵' }))
  expect(emitted('update:modelValue')).toEqual([['ls']])
})

test('Nothing is chosen on anybody’s behalf', async () => {
  await show(ChoiceChips, { props: { label: '评价方法', options, modelValue: null } })
  expect(screen.getAllByRole<HTMLInputElement>('radio').some(({ checked }) => checked)).toBe(false)
})
