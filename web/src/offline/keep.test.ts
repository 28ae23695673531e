import 'fake-indexeddb/auto'
import { Blob } from 'node:buffer'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { discard, entriesOf, unsentOf } from './outbox.ts'
import { troubleOf } from './outbox-entry.ts'
import { emptyDatabase, handOver, hazard, left, OWN, photo, server, visit } from './test-outbox.ts'

beforeEach(emptyDatabase)

const page = (status = 200) =>
  new Response('<title>上网认证</title>', { status, headers: { 'Content-Type': 'text/html' } })
const redirection = () =>
  Object.defineProperty(new Response(null, { status: 200 }), 'type', { value: 'opaqueredirect' })
const json = (text: string, status = 200) =>
  new Response(text, { status, headers: { 'Content-Type': 'application/json' } })
const troubles = async () =>
  (await entriesOf('me')).map(({ id, trouble }) => [id, trouble?.kind ?? null])

describe('an entry stays, and says what came back,', () => {
  it.each([
    ['a page', () => page()],
    ['a page in place of a refusal', () => page(403)],
    ['another record', () => json('{"id":"other"}')],
    ['JSON without an id', () => json('{}')],
    ['JSON that is no record', () => json('[]')],
    ['half of the record', () => json('{"id":"v"')],
    ['an empty answer', () => json('')],
    ['nothing at all', () => new Response(null, { status: 204 })],
    ['the record as text', () => new Response('{"id":"v"}')],
    ['a redirection', redirection],
    ['a refusal of somebody else', () => json('{"error":"blocked"}', 403)],
    ['a problem of somebody else', () => json('{"title":"blocked"}', 403)],
  ])('where %s comes back', async (_what, answer) => {
    await handOver(visit('v'), visit('w'))
    const { send, records } = server({ answers: { v: answer } })
    expect(await send()).toBe('later')
    expect(await troubles()).toEqual([['v', 'foreign']])
    expect(records).toEqual(['w'])
    expect(await server().send()).toBe('done')
    expect(await left()).toEqual([])
  })

  it('where a page answers for everything', async () => {
    await handOver(visit('v'))
    const { send, asked } = server({ answers: { '/api/me': () => page() } })
    expect(await send()).toBe('foreign')
    expect(asked).toEqual([])
    expect(await left()).toEqual(['v'])
    // A page that refuses is no end of a session either.
    expect(await server({ answers: { '/api/me': () => page(401) } }).send()).toBe('foreign')
    const refusal = () => json('{}', 401)
    expect(await server({ answers: { '/api/me': refusal } }).send()).toBe('foreign')
  })
})

describe('an entry in trouble', () => {
  it('holds up nothing but what needs it', async () => {
    await handOver(photo('p'), hazard('h', ['p']), photo('q'), hazard('g', ['q']), visit('v'))
    const { send, records } = server({ breaks: (id) => id === 'p' })
    await send()
    expect(records).toEqual(['p', 'q', 'g', 'v'])
    expect(await troubles()).toEqual([
      ['p', 'unsent'],
      ['h', null],
    ])
  })

  it('whose bytes the telephone lost says so and can be left out', async () => {
    await handOver(photo('p'), hazard('h', ['p']), visit('v'))
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(new Error('NotReadableError'))
    await server({ breaks: (id) => id === 'p' }).send()
    expect((await entriesOf('me')).map(({ id, refusal }) => [id, refusal?.code ?? null])).toEqual([
      ['p', 'unreadable'],
      ['h', null],
    ])
  })

  it('is tried with growing pauses, at once where somebody asks', async () => {
    await handOver(visit('v'))
    const down = server({ refuse: { v: 500 } })
    expect([await down.send(), await down.send(), await down.send()]).toEqual([
      'later',
      'later',
      'later',
    ])
    expect(down.asked).toEqual(['v', 'v'])
    await down.send(true)
    expect(down.asked).toEqual(['v', 'v', 'v'])
    const [entry] = await entriesOf('me')
    expect(entry?.trouble).toMatchObject({
      kind: 'server',
      status: 500,
      told: '时间不对',
      times: 3,
    })
  })

  it('waits as long as the server asks, and never longer than a quarter of an hour by itself', () => {
    const at = new Date(0)
    const told = { kind: 'server', status: 503, told: '' } as const
    const after = (times: number, retryAfter: number | null = null): number =>
      troubleOf(
        { trouble: { ...told, times, at, nextAt: at } },
        told,
        at,
        retryAfter,
      ).nextAt.getTime() / 1000
    expect([0, 1, 2, 3, 10].map((times) => after(times))).toEqual([0, 15, 30, 60, 900])
    expect(after(5, 7000)).toBe(7)
  })
})

describe('a photograph', () => {
  const filesGone = () =>
    Response.json(
      {
        type: 'urn:onemap:problem:hazard-field',
        title: 'x',
        detail: '有文件未上传成功',
        errors: [{ field: 'evidence', message: 'x' }],
      },
      { status: 422, headers: OWN },
    )

  it('stays on the telephone until its report is on record', async () => {
    await handOver(photo('p'), hazard('h', ['p']))
    await server({ refuse: { h: 503 } }).send()
    expect(await left()).toEqual(['p', 'h'])
    expect(unsentOf(await entriesOf('me'))).toEqual({ visits: 0, hazards: 1, photos: 0 })
    const after = server()
    expect(await after.send(true)).toBe('done')
    expect(after.asked).toEqual(['h'])
    expect(await left()).toEqual([])
  })

  it('that two reports show stays for the second', async () => {
    await handOver(photo('p'), hazard('h', ['p']), visit('v', ['p']))
    await server({ refuse: { v: 503 } }).send()
    expect(await left()).toEqual(['p', 'v'])
  })

  it('that the server has lost since is sent again with its report', async () => {
    await handOver(photo('p'), hazard('h', ['p']))
    await server({ refuse: { h: 503 } }).send()
    let gone = true
    const losing = server({
      answers: {
        get h() {
          return gone
            ? () => {
                gone = false
                return filesGone()
              }
            : () => Response.json({ id: 'h' })
        },
      },
    })
    expect(await losing.send(true)).toBe('done')
    expect(losing.asked).toEqual(['h', 'p', 'h'])
    expect(await left()).toEqual([])
  })

  it('that stays lost makes a refusal, not a circle', async () => {
    await handOver(photo('p'), hazard('h', ['p']))
    const { send, asked } = server({ answers: { h: filesGone } })
    await send()
    expect(asked).toEqual(['p', 'h', 'p', 'h'])
    expect((await entriesOf('me')).map(({ id, refusal }) => [id, refusal?.message])).toEqual([
      ['p', undefined],
      ['h', '有文件未上传成功'],
    ])
  })

  it('goes with a report that is given up', async () => {
    await handOver(photo('p'), hazard('h', ['p']), visit('v'))
    await discard('h')
    expect(await left()).toEqual(['v'])
  })
})
