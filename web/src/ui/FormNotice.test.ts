import { screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../test/show.ts'
import FormNotice from './FormNotice.vue'

test('An error interrupts a screen reader, what is done or worth knowing waits', async () => {
  await show(FormNotice, { props: { kind: 'error' }, slots: { default: '没有保存' } })
  await show(FormNotice, { props: { kind: 'done' }, slots: { default: '已保存' } })
  await show(FormNotice, { props: { kind: 'info' }, slots: { default: '将通知网格员' } })
  expect(screen.getByRole('alert').textContent).toContain('没有保存')
  expect(screen.getAllByRole('status').map((one) => one.textContent?.trim())).toEqual([
    '已保存',
    '将通知网格员',
  ])
})
