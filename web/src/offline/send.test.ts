import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { offlineDatabase } from './database.ts'
import { readDraft, writeDraft } from './drafts-kept.ts'
import { discard, entriesOf, hand, mark } from './outbox.ts'
import type { HazardEntry, OutboxEntry, PhotoEntry, VisitEntry } from './outbox-entry.ts'
import { sendOutbox } from './send.ts'
import { emptyVisit } from './visit-draft.ts'

const frame = (id: string, account = 'me') => ({
  id,
  account,
  enterpriseId: 'e1',
  enterpriseName: '甲厂',
  queuedAt: new Date(0),
  refusal: null,
})
const photo = (id: string, account = 'me'): PhotoEntry => ({
  ...frame(id, account),
  kind: 'photo',
  name: `${id}.jpg`,
  file: new Blob(['x'], { type: 'image/jpeg' }),
  position: null,
})
const hazard = (id: string, evidence: string[]): HazardEntry => ({
  ...frame(id),
  kind: 'hazard',
  body: {
    id,
    enterpriseId: 'e1',
    description: '灯不亮',
    location: { type: 'Point', coordinates: [117, 34] },
    evidence,
  },
})
const visit = (id: string, evidence: string[] = []): VisitEntry => ({
  ...frame(id),
  kind: 'visit',
  body: {
    id,
    startedAt: '',
    finishedAt: '',
    checkIn: 'gps',
    templateVersion: 1,
    answers: [],
    result: 'normal',
    evidence,
  },
})

/** A server that knows each id once, and what it was asked, in order. */
function server({
  who = 'me',
  refuse = {},
  breaks = () => false,
}: { who?: string; refuse?: Record<string, number>; breaks?: (id: string) => boolean } = {}) {
  const records: string[] = []
  const asked: string[] = []
  const answer: typeof fetch = async (address, init) => {
    if (address === '/api/me')
      return who === '' ? new Response('{}', { status: 401 }) : Response.json({ id: who })
    const id =
      init?.body instanceof FormData
        ? String(init.body.get('id'))
        : String(JSON.parse(String(init?.body)).id)
    asked.push(id)
    const status = refuse[id]
    if (status !== undefined)
      return Response.json(
        { type: 'urn:onemap:problem:patrol-guard', title: '不行', detail: '时间不对' },
        { status },
      )
    const known = records.includes(id)
    if (!known) records.push(id)
    if (breaks(id)) throw new TypeError('the answer was lost')
    return Response.json({}, { status: known ? 200 : 201 })
  }
  return { records, asked, send: () => sendOutbox({ fetch: answer, language: 'zh-CN' }) }
}

const left = async (account = 'me'): Promise<string[]> =>
  (await entriesOf(account)).map(({ id }) => id)
const handOver = (...entries: OutboxEntry[]): Promise<void> =>
  hand(entries, { account: 'me', enterpriseId: 'e1' })

beforeEach(async () => {
  const database = await offlineDatabase()
  await database.clear('outbox')
  await database.clear('drafts')
})

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
    expect(await left()).toEqual(['v'])
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
