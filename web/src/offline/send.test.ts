import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { readDraft, writeDraft } from './drafts-kept.ts'
import { discard, entriesOf, mark } from './outbox.ts'
import { emptyDatabase, handOver, hazard, left, photo, server, visit } from './test-outbox.ts'
import { emptyVisit } from './visit-draft.ts'

beforeEach(emptyDatabase)

describe('what waits to be sent', () => {
  it('is handed over whole, once, and the visit is no longer being made', async () => {
    await writeDraft(emptyVisit('me', 'e1', 'v'))
    await handOver(photo('p'), hazard('h', ['p']), visit('v'))
    await handOver(photo('p'), hazard('h', ['p']), visit('v'))
    expect(await left()).toEqual(['p', 'h', 'v'])
    expect(await readDraft('me', 'e1')).toBeUndefined()
  })

  it('is sent in order and is gone when it is on record', async () => {
    await handOver(photo('p'), hazard('h', ['p']), visit('v'))
    const { send, asked } = server()
    expect(await send()).toBe('done')
    expect(asked).toEqual(['p', 'h', 'v'])
    expect(await left()).toEqual([])
  })

  it('is there once although an answer was lost', async () => {
    await handOver(photo('p'), visit('v', ['p']))
    let lost = 0
    const { send, records } = server({ breaks: (id) => id === 'v' && (lost += 1) === 1 })
    expect(await send()).toBe('offline')
    expect(await left()).toEqual(['p', 'v'])
    expect(await send()).toBe('done')
    expect(records).toEqual(['p', 'v'])
    expect(await left()).toEqual([])
  })

  it('waits for its photographs, which a visit beside it does not', async () => {
    await handOver(photo('p'), hazard('h', ['p']), visit('v'))
    const { send, asked } = server({ refuse: { p: 422 } })
    expect(await send()).toBe('done')
    expect(asked).toEqual(['p', 'v'])
    expect(
      (await entriesOf('me')).map(({ id, refusal }) => [id, refusal?.message ?? null]),
    ).toEqual([
      ['p', '时间不对'],
      ['h', null],
    ])
    await discard('p')
    const after = server()
    expect(await after.send()).toBe('done')
    expect(after.asked).toEqual(['h'])
  })

  it('that was refused is sent again only when somebody says so', async () => {
    await handOver(visit('v'))
    expect(await server({ refuse: { v: 409 } }).send()).toBe('done')
    const after = server()
    await after.send()
    expect(after.asked).toEqual([])
    await mark('v', null)
    await after.send()
    expect(after.records).toEqual(['v'])
  })

  it('stays where the server is not well', async () => {
    await handOver(visit('v'), visit('w'))
    const { send, records } = server({ refuse: { v: 503 } })
    expect(await send()).toBe('later')
    expect(records).toEqual(['w'])
    expect((await entriesOf('me')).map(({ id, refusal }) => [id, refusal])).toEqual([['v', null]])
  })

  it('is never sent as somebody else’s', async () => {
    await handOver(photo('mine'), photo('theirs', 'other'))
    const nobody = server({ who: '' })
    expect(await nobody.send()).toBe('signed-out')
    const other = server({ who: 'other' })
    await other.send()
    expect(other.asked).toEqual(['theirs'])
    expect(await left()).toEqual(['mine'])
  })
})
