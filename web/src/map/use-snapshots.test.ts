import { effectScope } from 'vue'
import { describe, expect, it } from 'vitest'
import { levelOf } from './filter-key.ts'
import { telemetry } from './telemetry.ts'
import { coded, int32s, ipc, points, texts, uint16s, uint32s, uint8s, uuids } from './test-arrow.ts'
import { useSnapshots } from './use-snapshots.ts'

const A = '0f8fad5b-d9cb-469f-a165-70867728950e'
const geometry = points([[117.7, 34.5]])
const BODIES = {
  enterprises: ipc([
    {
      geometry,
      id: texts([A]),
      name: texts(['鲁南纸业']),
      initials: texts(['lnzy']),
      creditCode: texts(['91']),
      kind: coded(['general']),
      level: uint8s([1]),
      town: coded(['t1']),
      grid: coded(['g1']),
      industry: coded(['2221']),
      industryName: coded(['造纸']),
    },
  ]),
  'risk-points': ipc([
    {
      geometry,
      enterprise: coded([A]),
      no: uint16s([1]),
      level: uint8s([2]),
      accidentType: uint8s([8]),
    },
  ]),
  hazards: ipc([
    {
      geometry,
      id: uuids([A]),
      enterprise: coded([A]),
      no: uint32s([1]),
      status: coded(['notified']),
      grade: coded(['major']),
      deadline: int32s([20_780]),
      reportedOn: int32s([20_770]),
    },
  ]),
}
type Layer = keyof typeof BODIES
const isLayer = (name: string): name is Layer => name in BODIES

/** A server whose layers can be switched off, and that remembers the tags it was asked with. */
function fakeServer() {
  const down = new Set<Layer>()
  const tags = { enterprises: '"1"', 'risk-points': '"1"', hazards: '"1"' }
  const asked: (string | null)[] = []
  const answer: typeof fetch = async (url, init) => {
    const name = /map\/(.+)\.arrow/u.exec(String(url))?.[1] ?? ''
    if (!isLayer(name) || down.has(name)) return new Response(null, { status: 503 })
    const tag = new Headers(init?.headers).get('if-none-match')
    asked.push(tag)
    if (tag === tags[name]) return new Response(null, { status: 304 })
    return new Response(new Uint8Array(BODIES[name]), { headers: { etag: tags[name] } })
  }
  return { answer, down, tags, asked }
}

function use(server: ReturnType<typeof fakeServer>, now: () => Date) {
  const scope = effectScope()
  const made = scope.run(() => useSnapshots({ fetch: server.answer, now }))
  if (made === undefined) throw new Error('no scope')
  return { ...made, scope }
}

describe('useSnapshots', () => {
  const now = () => new Date('2026-11-23T06:05:00Z')

  it('loads all layers and resolves them to each other', async () => {
    const { snapshots, states, refresh } = use(fakeServer(), now)
    expect(states.enterprises.status).toBe('loading')
    await refresh()
    expect([
      states.enterprises.status,
      states['risk-points'].status,
      states.hazards.status,
    ]).toEqual(['ready', 'ready', 'ready'])
    expect(snapshots.value).toMatchObject({
      enterprises: { length: 1 },
      riskPoints: { length: 1 },
      hazards: { length: 1 },
    })
  })

  it('revalidates by tag and keeps the very same columns when nothing changed', async () => {
    const server = fakeServer()
    const { snapshots, refresh } = use(server, now)
    await refresh()
    const [before, requests] = [snapshots.value, telemetry.requests]
    await refresh()
    expect(server.asked.slice(3)).toEqual(['"1"', '"1"', '"1"'])
    expect(snapshots.value).toBe(before)
    expect(telemetry.requests - requests).toBe(3)
  })

  it('replaces only the layer that changed', async () => {
    const server = fakeServer()
    const { snapshots, refresh } = use(server, now)
    await refresh()
    const before = snapshots.value
    server.tags.hazards = '"2"'
    await refresh()
    expect(snapshots.value.riskPoints).toBe(before.riskPoints)
    expect(snapshots.value.hazards).not.toBe(before.hazards)
  })

  it('keeps what it has when the server is gone, and says since when', async () => {
    const server = fakeServer()
    let time = new Date('2026-11-23T06:00:00Z')
    const { snapshots, states, refresh } = use(server, () => time)
    await refresh()
    const before = snapshots.value
    time = new Date('2026-11-23T07:00:00Z')
    server.down.add('hazards')
    await refresh()
    expect(snapshots.value.hazards).toBe(before.hazards)
    expect(states.hazards).toMatchObject({
      status: 'stale',
      since: new Date('2026-11-23T06:00:00Z'),
    })
    expect(states.enterprises).toMatchObject({ status: 'ready', checkedAt: time })
  })

  it('decides overdue anew when the day turns in China', async () => {
    let time = new Date('2026-11-23T15:59:00Z')
    const { snapshots, refresh } = use(fakeServer(), () => time)
    await refresh()
    const before = snapshots.value.hazards?.today
    time = new Date('2026-11-23T16:01:00Z')
    await refresh()
    expect(snapshots.value.hazards?.today).toBe((before ?? 0) + 1)
  })

  it('fails clearly without enterprises and recovers', async () => {
    const server = fakeServer()
    server.down.add('enterprises')
    const { snapshots, states, refresh } = use(server, now)
    await refresh()
    expect(states.enterprises).toMatchObject({
      status: 'failed',
      error: { message: expect.stringContaining('HTTP 503') },
    })
    expect(states['risk-points'].status).toBe('failed')
    server.down.clear()
    await refresh()
    expect(snapshots.value.riskPoints?.length).toBe(1)
    expect(states.hazards.status).toBe('ready')
  })
})

describe('changes', () => {
  const now = () => new Date('2026-11-23T06:05:00Z')
  const entry = {
    topic: 'risk-points',
    action: 'update',
    enterpriseId: A,
    id: A,
    no: 1,
    row: { level: 1, accidentType: 8, lon: 117.7, lat: 34.5 },
  } as const

  it('are written into what is there, without a request', async () => {
    const { snapshots, patch, refresh } = use(fakeServer(), now)
    await refresh()
    const [before, requests] = [snapshots.value, telemetry.requests]
    await patch([entry])
    expect(levelOf(snapshots.value.riskPoints?.keys[0] ?? 0)).toBe(1)
    expect(snapshots.value.hazards).toBe(before.hazards)
    await patch([{ topic: 'messages', action: 'insert' }])
    expect(telemetry.requests).toBe(requests)
  })

  it('that come while a snapshot is on its way are written into it', async () => {
    const { snapshots, patch, refresh } = use(fakeServer(), now)
    void refresh()
    await patch([entry])
    expect(levelOf(snapshots.value.riskPoints?.keys[0] ?? 0)).toBe(1)
  })

  it('of a whole topic, or of an enterprise that went, are fetched', async () => {
    const server = fakeServer()
    const { snapshots, patch, refresh } = use(server, now)
    await refresh()
    await patch([{ topic: 'hazards', action: 'reset' }])
    expect(server.asked).toHaveLength(4)
    server.tags['risk-points'] = '"2"'
    await patch([{ topic: 'enterprises', action: 'delete', enterpriseId: A, id: A }])
    expect(server.asked).toHaveLength(7)
    expect(snapshots.value.riskPoints?.length).toBe(1)
  })
})
