import { OWN_ANSWER_HEADER } from '@onemap/api/domain/own-answer'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createConnection } from './connection.ts'
import type { News } from './news.ts'

const encoder = new TextEncoder()

/** A server that can break every line it holds. */
function fakeServer() {
  const asked: (string | null)[] = []
  const lines: ReadableStreamDefaultController<Uint8Array>[] = []
  let refusal: (() => Response) | null = null
  return {
    asked,
    answerWith: (refuse: () => Response) => {
      refusal = refuse
    },
    say: (frame: string) => lines.at(-1)?.enqueue(encoder.encode(`${frame}\n\n`)),
    breakLine: () => lines.at(-1)?.close(),
    fetch: (async (_url, init) => {
      asked.push(new Headers(init?.headers).get('last-event-id'))
      if (refusal !== null) return refusal()
      return new Response(
        new ReadableStream<Uint8Array>({
          start(controller) {
            lines.push(controller)
            init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted')))
          },
        }),
      )
    }) satisfies typeof fetch,
  }
}

function connect(server = fakeServer()) {
  const news: News[] = []
  const open: boolean[] = []
  const connection = createConnection({
    fetch: server.fetch,
    onNews: (one) => news.push(one),
    onOpen: (is) => open.push(is),
  })
  connection.open()
  return { server, news, open, connection }
}

const CHANGE = {
  topic: 'hazards',
  action: 'update',
  enterpriseId: 'e',
  id: 'h',
  no: 3,
  row: { status: 'closed', grade: '', deadline: -1, reportedOn: 1, lon: 117, lat: 34 },
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})
const settle = () => vi.advanceTimersByTimeAsync(1)

describe('a connection', () => {
  it('says when nothing is missed any more, and what changes', async () => {
    const { server, news, open } = connect()
    await settle()
    server.say('id: 7\nevent: hello\ndata: {"seq":7}')
    server.say(`id: 8\nevent: change\ndata: ${JSON.stringify([CHANGE])}`)
    await settle()
    expect(open).toEqual([true])
    expect(news).toEqual([{ kind: 'begin' }, { kind: 'changes', entries: [CHANGE] }])
  })

  it('comes back where it was, beats included, and does not begin anew', async () => {
    const { server, news, open, connection } = connect()
    await settle()
    server.say('id: 7\nevent: hello\ndata: {"seq":7}')
    server.say('id: 9\n: beat')
    await settle()
    server.breakLine()
    await vi.advanceTimersByTimeAsync(600)
    server.say('id: 9\nevent: hello\ndata: {"seq":9}')
    await settle()
    expect(server.asked).toEqual([null, '9'])
    expect(open).toEqual([true, false, true])
    expect(news).toEqual([{ kind: 'begin' }])
    connection.close()
    await settle()
    connection.open()
    await settle()
    expect(server.asked).toEqual([null, '9', '9'])
  })

  it('passes on that everything is to be read anew', async () => {
    const { server, news } = connect()
    await settle()
    server.say('id: 7\nevent: hello\ndata: {"seq":7}')
    server.say('id: 90\nevent: reset\ndata: {"seq":90}')
    await settle()
    expect(news.map(({ kind }) => kind)).toEqual(['begin', 'reset'])
  })

  it('tries again later and later while nobody answers, and at once when asked to', async () => {
    const server = fakeServer()
    server.answerWith(() => new Response(null, { status: 502 }))
    const { connection } = connect(server)
    await vi.advanceTimersByTimeAsync(60_000)
    const tries = server.asked.length
    expect(tries).toBeGreaterThan(4)
    expect(tries).toBeLessThan(14)
    connection.open()
    await settle()
    expect(server.asked.length).toBeGreaterThan(tries)
  })

  it('gives up a line on which nothing is heard', async () => {
    const { server, open } = connect()
    await settle()
    server.say('id: 7\nevent: hello\ndata: {"seq":7}')
    await vi.advanceTimersByTimeAsync(39_000)
    expect(open).toEqual([true])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(open).toEqual([true, false])
    expect(server.asked.length).toBeGreaterThan(1)
  })

  it.each([401, 403])(
    'does not knock again where the server refuses it with %i',
    async (status) => {
      const server = fakeServer()
      server.answerWith(() => Response.json({}, { status, headers: { [OWN_ANSWER_HEADER]: '1' } }))
      connect(server)
      await vi.advanceTimersByTimeAsync(60_000)
      expect(server.asked).toHaveLength(1)
    },
  )

  it.each([
    ['page', () => new Response('<title>上网认证</title>', { status: 403 })],
    ['page that asks for a name', () => new Response('<title>登录</title>', { status: 401 })],
    ['JSON', () => Response.json({ error: 'blocked' }, { status: 403 })],
  ])('knocks again where a proxy refuses it with a %s', async (_what, refuse) => {
    const server = fakeServer()
    server.answerWith(refuse)
    connect(server)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(server.asked.length).toBeGreaterThan(4)
  })
})
