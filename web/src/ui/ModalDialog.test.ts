import { fireEvent, screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../test/show.ts'
import ModalDialog from './ModalDialog.vue'

test('The dialog opens at once, under its title', async () => {
  await show(ModalDialog, { props: { title: '退回整改' }, slots: { default: '<p>请写明理由</p>' } })
  const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: '退回整改' })
  expect(dialog.open).toBe(true)
  expect(dialog.textContent).toContain('请写明理由')
})

test('Its button and the browser’s own way of closing both tell who opened it', async () => {
  const { emitted } = await show(ModalDialog, { props: { title: '退回整改' } })
  await fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  await fireEvent(screen.getByRole('dialog'), new Event('close'))
  expect(emitted('close')).toHaveLength(2)
})

test('Escape closes the dialog, not what lies below it', async () => {
  let reached = 0
  const listen = (): void => {
    reached += 1
  }
  document.addEventListener('keydown', listen)
  await show(ModalDialog, { props: { title: '退回整改' } })
  await fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  document.removeEventListener('keydown', listen)
  expect(reached).toBe(0)
})
