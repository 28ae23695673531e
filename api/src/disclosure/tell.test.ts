import { describe, expect, it } from 'vitest'
import { BATCH_ACT_CODES } from '../domain/disclosure-batch.ts'
import { messagesOf } from './tell.ts'

const officer = { id: 'li', name: '李' }

describe('what is told of a batch', () => {
  it('goes to every head who may approve it, and not to whoever handed it in', () => {
    expect(
      messagesOf({ act: 'submit', officer, preparedBy: 'li', heads: ['li', 'wang', 'zhao'] }),
    ).toEqual([
      { recipient: 'user', userId: 'wang', kind: 'batch-submitted' },
      { recipient: 'user', userId: 'zhao', kind: 'batch-submitted' },
    ])
  })

  it('goes to every office where nobody may approve it', () => {
    expect(messagesOf({ act: 'submit', officer, preparedBy: 'li', heads: ['li'] })).toEqual([
      { recipient: 'office', kind: 'batch-submitted' },
    ])
  })

  it.each(BATCH_ACT_CODES.filter((act) => act !== 'submit'))(
    'tells whoever prepared it of %s by somebody else, and nobody of their own act',
    (act) => {
      const drafts = messagesOf({ act, officer, preparedBy: 'chen', heads: [] })
      expect(drafts).toEqual([
        { recipient: 'user', userId: 'chen', kind: expect.stringMatching(/^batch-/) },
      ])
      expect(messagesOf({ act, officer, preparedBy: 'li', heads: [] })).toEqual([])
    },
  )
})
