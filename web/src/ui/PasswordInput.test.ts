import { fireEvent, screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../test/show.ts'
import PasswordInput from './PasswordInput.vue'

test('A password is hidden until somebody wants to read it, and hidden again', async () => {
  const { emitted } = await show(PasswordInput, {
    props: { modelValue: '' },
    attrs: { 'aria-label': '密码' },
  })
  const field = screen.getByLabelText<HTMLInputElement>('密码')
  expect(field.type).toBe('password')
  await fireEvent.update(field, 'Shuangfang@2026')
  expect(emitted('update:modelValue')).toEqual([['Shuangfang@2026']])

  const eye = screen.getByRole('button')
  await fireEvent.click(eye)
  expect(field.type).toBe('text')
  expect(eye.getAttribute('aria-pressed')).toBe('true')
  await fireEvent.click(eye)
  expect(field.type).toBe('password')
})

test('The telephone neither capitalises a password nor corrects its spelling', async () => {
  await show(PasswordInput, { props: { modelValue: '' }, attrs: { 'aria-label': '密码' } })
  const field = screen.getByLabelText('密码')
  expect(field.getAttribute('autocapitalize')).toBe('none')
  expect(field.getAttribute('spellcheck')).toBe('false')
})
