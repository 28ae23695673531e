import { fireEvent, screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../test/show.ts'
import CopyButton from './CopyButton.vue'

test('The text lies in the clipboard before the button says so', async () => {
  await show(CopyButton, { props: { text: '117.73,34.56' } })
  const button = screen.getByRole('button')
  expect(button.textContent?.trim()).toBe('复制')
  await fireEvent.click(button)
  await expect.poll(() => button.textContent?.trim()).toBe('已复制')
  expect(await navigator.clipboard.readText()).toBe('117.73,34.56')
})
