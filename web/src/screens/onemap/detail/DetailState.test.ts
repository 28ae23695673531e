import { fireEvent, screen } from '@testing-library/vue'
import { DetailedError } from 'hono/client'
import { expect, test } from 'vitest'
import { show } from '../../../test/show.ts'
import DetailState from './DetailState.vue'

const detail = { default: '<h3>东顺焚烧发电</h3>' }
const refused = (statusCode: number, title: string): DetailedError =>
  new DetailedError(title, {
    statusCode,
    detail: { data: { type: 'urn:onemap:problem:any', title, detail: title } },
  })

test('What came takes the place of the message that it was on its way', async () => {
  const { rerender } = await show(DetailState, {
    props: { status: 'pending', error: null },
    slots: detail,
  })
  expect(screen.getByRole('status')).toBeTruthy()
  expect(screen.queryByRole('heading')).toBeNull()
  await rerender({ status: 'success', error: null })
  expect(screen.getByRole('heading').textContent).toBe('东顺焚烧发电')
  expect(screen.queryByRole('status')).toBeNull()
})

test('A thing that is gone cannot be asked for again', async () => {
  await show(DetailState, {
    props: { status: 'error', error: refused(404, '没有这家企业') },
    slots: detail,
  })
  expect(screen.getByRole('alert')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('Any other failure can be tried again', async () => {
  const { emitted } = await show(DetailState, {
    props: { status: 'error', error: refused(503, '数据库暂时不可用') },
    slots: detail,
  })
  expect(screen.getByRole('alert').textContent).toContain('数据库暂时不可用')
  await fireEvent.click(screen.getByRole('button'))
  expect(emitted('retry')).toHaveLength(1)
})
