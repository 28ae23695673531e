import { screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../test/show.ts'
import FieldError from './FieldError.vue'

test('What is wrong is announced as soon as it is known', async () => {
  const { rerender } = await show(FieldError, { props: { text: undefined } })
  expect(screen.queryByRole('alert')).toBeNull()
  await rerender({ text: '至少选择一项管控措施' })
  expect(screen.getByRole('alert').textContent).toBe('至少选择一项管控措施')
})
