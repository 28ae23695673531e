import { fork, type ChildProcess } from 'node:child_process'
import { createServer, Server, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { changeFrame, helloFrame } from '../src/live/frames.ts'
import { median } from './measure.ts'
import type { Subject } from './subject.ts'
import { milliseconds, type Line } from './table.ts'

const READERS = 1_000
const ROUNDS = 30
const LISTENERS = fileURLToPath(new URL('listeners.ts', import.meta.url))

/** One side of the comparison: something that tells all readers of a change. */
interface Side {
  readonly server: Server
  tell(round: number): Promise<unknown>
}

interface Told {
  /** Medians of a broadcast, in milliseconds: of this process's CPU, and from the start until the last reader has heard. */
  readonly cpu: number
  readonly time: number
}

/** A change in the database told to 1,000 connected screens, against a bare loop that writes the same bytes to as many. */
export async function measureBroadcast(subject: Subject): Promise<Line[]> {
  const { client } = subject
  const {
    rows: [hazard],
  } = await client.query<{ enterprise: string; id: string }>(
    'SELECT enterprise_id AS enterprise, id FROM hazards ORDER BY id LIMIT 1',
  )
  // A thousand people: one alone may not ask so often.
  const api = subject.freshApi(() => ({ audience: 'wide', userId: crypto.randomUUID() }))
  const live = createAdaptorServer({ fetch: api.fetch })
  if (!(live instanceof Server)) throw new Error('expected an HTTP/1.1 server')
  const told = await measure({
    server: live,
    tell: (round) =>
      client.query('UPDATE hazards SET location_text = $1 WHERE (enterprise_id, id) = ($2, $3)', [
        `第 ${round} 处`,
        hazard?.enterprise,
        hazard?.id,
      ]),
  })
  const bare = await measure(bareLoop())
  return [
    {
      what: `a change told to ${READERS} screens / bare loop, CPU`,
      measured: milliseconds(told.cpu),
      reference: milliseconds(bare.cpu),
      value: told.cpu / bare.cpu,
      target: 1.5,
      unit: '×',
    },
    {
      what: `from the write until the last of ${READERS} screens knows`,
      measured: milliseconds(told.time),
      reference: `bare loop ${milliseconds(bare.time)}`,
      value: told.time,
      target: 1000,
      unit: 'ms',
    },
  ]
}

/** What one would write by hand: keep the responses, write the frame to each. */
function bareLoop(): Side {
  const responses: ServerResponse[] = []
  const row = {
    status: 'rectifying',
    grade: 'general',
    deadline: 20_780,
    reportedOn: 20_770,
    lon: 117.73,
    lat: 34.56,
  }
  const entry = {
    topic: 'hazards',
    action: 'update',
    enterpriseId: crypto.randomUUID(),
    id: crypto.randomUUID(),
    no: 1,
    row,
  } as const
  return {
    server: createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write(helloFrame(1))
      responses.push(response)
    }),
    async tell(round) {
      const frame = changeFrame(round, [entry])
      for (const response of responses) response.write(frame)
    },
  }
}

async function measure({ server, tell }: Side): Promise<Told> {
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const readers = fork(LISTENERS, [`http://127.0.0.1:${port}/api/events`, String(READERS)], {
    execArgv: ['--import', 'tsx'],
  })
  try {
    await said(readers, 'open')
    const cpus: number[] = []
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const heard = said(readers, 'heard')
      const begun = performance.now()
      const before = process.cpuUsage()
      await tell(round)
      await heard
      const { user, system } = process.cpuUsage(before)
      cpus.push((user + system) / 1000)
      times.push(performance.now() - begun)
    }
    return { cpu: median(cpus), time: median(times) }
  } finally {
    readers.kill()
    server.closeAllConnections()
    await new Promise((closed) => {
      server.close(closed)
    })
  }
}

function said(child: ChildProcess, what: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error(`the readers ended before they said ${what}`))
    child.once('exit', ended)
    child.on('message', function hear(message) {
      if (message !== what) return
      child.off('message', hear)
      child.off('exit', ended)
      resolve()
    })
  })
}
