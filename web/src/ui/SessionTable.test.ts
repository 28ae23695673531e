import { fireEvent, screen, within } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../test/show.ts'
import SessionTable from './SessionTable.vue'

const session = (id: string, current: boolean) => ({
  id,
  current,
  createdAt: '2026-11-23T06:05:00+08:00',
  lastUsedAt: '2026-11-23T14:05:00+08:00',
  ipAddress: '10.0.0.7',
  userAgent: null,
})

test('Every session but the present one can be ended', async () => {
  const { emitted } = await show(SessionTable, {
    props: { sessions: [session('here', true), session('there', false)], busy: false },
  })
  const [here, there] = screen.getAllByRole('listitem')
  expect(within(here ?? document.body).queryByRole('button')).toBeNull()
  await fireEvent.click(within(there ?? document.body).getByRole('button'))
  expect(emitted('end')).toEqual([['there']])
})

test('Times are of China, with the address the session came from', async () => {
  await show(SessionTable, { props: { sessions: [session('there', false)], busy: false } })
  expect(screen.getByRole('listitem').textContent).toContain('2026-11-23 14:05')
  expect(screen.getByRole('listitem').textContent).toContain('10.0.0.7')
})

test('Nothing is ended twice while one ending is on its way', async () => {
  await show(SessionTable, { props: { sessions: [session('there', false)], busy: true } })
  expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true)
})

test('Without sessions it says that there are none', async () => {
  await show(SessionTable, { props: { sessions: [], busy: false } })
  expect(screen.queryByRole('list')).toBeNull()
  expect(document.body.textContent?.trim()).not.toBe('')
})
