import { fireEvent, screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { Refusal } from '../api.ts'
import { show } from '../test/show.ts'
import ListState from './ListState.vue'

const list = { default: '<ul><li>东顺焚烧发电</li></ul>' }
const idle = { refusal: null, empty: false, nothing: '还没有企业' }

test('While the list is on its way it says so, and shows nothing of it', async () => {
  await show(ListState, { props: { ...idle, status: 'pending' }, slots: list })
  expect(screen.getByRole('status')).toBeTruthy()
  expect(screen.queryByRole('list')).toBeNull()
})

test('A refusal is said in its own words and can be tried again', async () => {
  const refusal: Refusal = {
    status: 403,
    code: 'forbidden',
    message: '不是本科室的企业',
    fields: {},
  }
  const { emitted } = await show(ListState, {
    props: { ...idle, status: 'error', refusal },
    slots: list,
  })
  expect(screen.getByRole('alert').textContent).toContain('不是本科室的企业')
  await fireEvent.click(screen.getByRole('button'))
  expect(emitted('retry')).toHaveLength(1)
})

test('What is not there cannot be asked for again', async () => {
  const refusal: Refusal = { status: 404, code: 'not-found', message: '没有找到', fields: {} }
  await show(ListState, { props: { ...idle, status: 'error', refusal }, slots: list })
  expect(screen.getByRole('status').textContent).toMatch(/不存在|不在您的可见范围/)
  expect(screen.queryByRole('button')).toBeNull()
})

test('An address that names nothing is answered like one that names what is gone', async () => {
  const refusal: Refusal = {
    status: 400,
    code: 'validation',
    message: '参数不正确',
    fields: { enterpriseId: '应为 UUID' },
  }
  await show(ListState, { props: { ...idle, status: 'error', refusal }, slots: list })
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('A server that did not answer is told from one that refused', async () => {
  await show(ListState, { props: { ...idle, status: 'error' }, slots: list })
  expect(screen.getByRole('alert').textContent).toMatch(/服务器/)
})

test('An empty list says what would stand there', async () => {
  await show(ListState, { props: { ...idle, status: 'success', empty: true }, slots: list })
  expect(screen.getByRole('status').textContent).toBe('还没有企业')
  expect(screen.queryByRole('list')).toBeNull()
})

test('What came is shown', async () => {
  await show(ListState, { props: { ...idle, status: 'success' }, slots: list })
  expect(screen.getByRole('listitem').textContent).toBe('东顺焚烧发电')
})
