import { expect, it } from 'vitest'
import { readHandRecipients, writeHandRecipients } from './hand-recipients.ts'

it('keeps rows as they are typed, and begins anew with what cannot be read', () => {
  const rows = [{ enterpriseId: 'a', name: '甲', reason: '' }]
  expect(readHandRecipients(writeHandRecipients(rows))).toEqual(rows)
  expect(readHandRecipients('')).toEqual([])
  expect(readHandRecipients('[{"name":1}]')).toEqual([])
})
