import { screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import type { Refusal } from '../../api.ts'
import { show } from '../../test/show.ts'
import WriteFailure from './WriteFailure.vue'

const refusal = (code: string): Refusal => ({
  status: 409,
  code,
  message: '王芳刚刚修改了该风险点',
  fields: {},
})

test('A change that somebody else overtook keeps what was typed, and says so', async () => {
  await show(WriteFailure, { props: { failure: refusal('risk-point-changed') } }, ['risks'])
  const [what, kept] = screen.getByRole('alert').querySelectorAll('p')
  expect(what?.textContent).toBe('王芳刚刚修改了该风险点')
  expect(kept?.textContent).toBeTruthy()
})

test('Any other refusal is said in the server’s words alone', async () => {
  await show(WriteFailure, { props: { failure: refusal('forbidden') } }, ['risks'])
  expect(screen.getByRole('alert').querySelectorAll('p')).toHaveLength(1)
})

test('Nothing is said while nothing went wrong', async () => {
  await show(WriteFailure, { props: { failure: null } }, ['risks'])
  expect(screen.queryByRole('alert')).toBeNull()
})
