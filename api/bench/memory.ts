import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { DEMO_PASSWORD } from '../src/domain/demonstration.ts'
import { timed } from './measure.ts'
import { answer } from './subject.ts'
import { milliseconds, type Line } from './table.ts'

const API = fileURLToPath(new URL('..', import.meta.url))

/** Peak memory of a server of its own after all layers were asked for, plain and compressed, by several at once. */
export async function measureMemory(address: string): Promise<Line[]> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/server.ts'], {
    cwd: API,
    env: { ...process.env, DATABASE_URL: address, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  try {
    const origin = await originOf(createInterface({ input: server.stdout }))
    const cookie = await signIn(origin)
    const ask = (layer: string, encoding: string) =>
      answer(
        fetch(`${origin}/api/map/${layer}.arrow`, {
          headers: { 'Accept-Encoding': encoding, Cookie: cookie },
        }),
      )
    const idle = await residentPeak(server.pid)
    const cold = await timed(() =>
      Promise.all(Array.from({ length: 4 }, () => ask('risk-points', 'identity'))),
    )
    await Promise.all(['enterprises', 'risk-points', 'hazards'].map((layer) => ask(layer, 'gzip')))
    const peak = await residentPeak(server.pid)
    return [
      {
        what: 'peak memory of the API process',
        measured: `4 cold readers at once: ${milliseconds(cold)}`,
        reference: `idle ${idle.toFixed(0)} MB`,
        value: peak,
        unit: 'MB',
      },
    ]
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}

/** The generated district has the demonstration accounts. @returns the session cookie of one who reads everything */
async function signIn(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: 'leader', password: DEMO_PASSWORD }),
  })
  await answer(response)
  return response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

async function originOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const found = /http:\/\/\S+/.exec(line)
    if (found) return found[0]
  }
  throw new Error('the server ended before it was ready')
}

/** High-water mark of a process in megabytes; only Linux tells. */
async function residentPeak(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}
