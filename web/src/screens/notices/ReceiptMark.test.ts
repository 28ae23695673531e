import { RECEIPT_STATES, type ReceiptState } from '@onemap/api/domain/neighbour-notice'
import { screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../../test/show.ts'
import ReceiptMark from './ReceiptMark.vue'

const isState = (code: string): code is ReceiptState => code in RECEIPT_STATES
const states = Object.keys(RECEIPT_STATES).filter(isState)

test.each(states)('The state %s is a word before it is a colour', async (state) => {
  await show(ReceiptMark, { props: { state } })
  expect(screen.getByText(RECEIPT_STATES[state].zh)).toBeTruthy()
})

test('No two states are drawn alike', async () => {
  const drawn = new Set<string>()
  for (const state of states) {
    const { container, unmount } = await show(ReceiptMark, { props: { state } })
    drawn.add(container.querySelector('svg')?.innerHTML ?? '')
    unmount()
  }
  expect(drawn.size).toBe(states.length)
})
