import { screen } from '@testing-library/vue'
import { h } from 'vue'
import { expect, test } from 'vitest'
import { show } from '../test/show.ts'
import FormField from './FormField.vue'

const input = ({ control }: { control: Record<string, unknown> }) => h('input', control)

test('The label names the control, and the hint describes it', async () => {
  await show(FormField, {
    props: { label: '整改期限', hint: '不超过 15 天' },
    slots: { default: input },
  })
  const field = screen.getByRole('textbox', { name: /整改期限/ })
  expect(field.getAttribute('aria-invalid')).toBeNull()
  const note = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  expect(note?.textContent).toContain('不超过 15 天')
})

test('An error takes the place of the hint and marks the control as invalid', async () => {
  await show(FormField, {
    props: { label: '整改期限', hint: '不超过 15 天', error: '请填写日期' },
    slots: { default: input },
  })
  const field = screen.getByRole('textbox', { name: /整改期限/ })
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const note = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  expect(note?.textContent).toContain('请填写日期')
  expect(screen.queryByText('不超过 15 天')).toBeNull()
})

test('Two fields of one page never share an id', async () => {
  const page = {
    render: () => ['甲', '乙'].map((label) => h(FormField, { label }, { default: input })),
  }
  await show(page, {})
  const ids = screen.getAllByRole('textbox').map(({ id }) => id)
  expect(new Set(ids).size).toBe(2)
})

test('What a form cannot do without is marked for the eye and for the reader', async () => {
  await show(FormField, { props: { label: '姓名', required: true }, slots: { default: input } })
  expect(screen.getByText('姓名').className).toBe('required')
  expect(screen.getByRole('textbox', { name: '姓名' }).getAttribute('aria-required')).toBe('true')
})
