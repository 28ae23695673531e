import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { arrivalsOf, forgetArrivals } from './arrivals.ts'
import { readDraft, writeDraft } from './drafts-kept.ts'
import { entriesOf, mark } from './outbox.ts'
import { reopen } from './reopen.ts'
import { readReport } from './report-kept.ts'
import { emptyDatabase, handOver, hazard, left, photo, server, visit } from './test-outbox.ts'
import { emptyVisit } from './visit-draft.ts'

beforeEach(emptyDatabase)
const refusal = { status: 422, code: 'patrol-guard', message: '时间不对' }

describe('a refused visit', () => {
  const sent = {
    ...visit('v', ['q']),
    body: {
      ...visit('v', ['q']).body,
      startedAt: '2026-11-23T02:00:00.000Z',
      finishedAt: '2026-11-23T02:10:00.000Z',
      location: { type: 'Point' as const, coordinates: [117.7, 34.5] as [number, number] },
      accuracy: 12,
      note: '备注',
      signedBy: '王五',
      signature: 'M1 1L2 2',
      answers: [{ item: 'a', result: 'fail' as const, note: '' }],
      result: 'problems' as const,
      hazards: [
        { id: 'h', part: 'found' as const, item: 'a' },
        { id: 'old', part: 'fixed' as const },
      ],
    },
  }

  it('comes back whole, with its hazards and photographs', async () => {
    await handOver(photo('p'), hazard('h', ['p']), photo('q'), sent)
    await mark('v', refusal)
    expect(await reopen('v')).toBe('opened')
    expect(await left()).toEqual([])
    const draft = await readDraft('me', 'e1')
    expect(draft).toMatchObject({
      id: 'v',
      checkIn: { by: 'gps', position: { at: [117.7, 34.5], accuracy: 12 }, code: null },
      answers: [{ item: 'a', result: 'fail', note: '' }],
      hazards: [{ id: 'h', item: 'a', description: '灯不亮', photos: [{ id: 'p' }] }],
      reported: [],
      verified: { old: 'fixed' },
      photos: [{ id: 'q' }],
      note: '备注',
      signedBy: '王五',
      signature: 'M1 1L2 2',
      returned: { refusal },
    })
    expect(draft?.photos[0]?.file.size).toBe(1)
    expect(draft?.returned?.finishedAt.toISOString()).toBe('2026-11-23T02:10:00.000Z')
  })

  it('leaves to themselves hazards that have arrived, or may have', async () => {
    await handOver(photo('p'), hazard('h', ['p']), photo('q'), sent)
    await server({ refuse: { h: 503, v: 422 } }).send()
    expect(await reopen('v')).toBe('opened')
    expect(await left()).toEqual(['p', 'h'])
    expect(await readDraft('me', 'e1')).toMatchObject({
      hazards: [],
      reported: [{ id: 'h', item: 'a' }],
      photos: [{ id: 'q', uploadedTo: 'e1' }],
    })
  })

  it('gets an id of its own where another visit has it', async () => {
    await handOver(sent)
    await mark('v', { ...refusal, code: 'patrol-id-taken' })
    await reopen('v')
    expect((await readDraft('me', 'e1'))?.id).not.toBe('v')
  })

  it('waits for another visit to the same object that is being made', async () => {
    await handOver(sent)
    await mark('v', refusal)
    const checkIn = { by: 'qr' as const, at: new Date(0), position: null, code: 'x' }
    await writeDraft({ ...emptyVisit('me', 'e1', 'w'), checkIn })
    expect(await reopen('v')).toBe('begun')
    expect((await readDraft('me', 'e1'))?.id).toBe('w')
    expect(await left()).toEqual(['v'])
  })
})

describe('a refused hazard', () => {
  it('comes back with its photographs, and leaves those that others need', async () => {
    await handOver(photo('p'), hazard('h', ['p', 's']), photo('s'), visit('v', ['s']))
    await mark('h', refusal)
    expect(await reopen('h')).toBe('opened')
    expect(await left()).toEqual(['s', 'v'])
    expect(await readReport('me', 'h')).toMatchObject({
      texts: { id: 'h', enterpriseId: 'e1', description: '灯不亮', picked: '117,34' },
      photos: [{ id: 'p' }, { id: 's' }],
      returned: { refusal },
    })
  })

  it('says which of its photographs was refused', async () => {
    await handOver(photo('p'), hazard('h', ['p']))
    await mark('p', { ...refusal, message: '读不出来' })
    await reopen('h')
    expect((await readReport('me', 'h'))?.returned?.refusal?.message).toBe('p.jpg · 读不出来')
  })

  it('that is gone is said to be', async () => {
    expect(await reopen('h')).toBe('gone')
    await handOver(photo('p'))
    expect(await reopen('p')).toBe('gone')
    expect((await entriesOf('me')).length).toBe(1)
  })
})

it('remembers which objects were visited until the server’s list is newer', async () => {
  await handOver(visit('v'))
  expect([...(await arrivalsOf('me')).keys()]).toEqual([])
  await server().send()
  const [arrived] = [...(await arrivalsOf('me'))]
  expect(arrived?.[0]).toBe('e1')
  await forgetArrivals('me', new Date(Date.now() - 60_000))
  expect((await arrivalsOf('me')).size).toBe(1)
  await forgetArrivals('me', new Date(Date.now() + 60_000))
  expect((await arrivalsOf('me')).size).toBe(0)
})
