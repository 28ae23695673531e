import { brotliCompressSync } from 'node:zlib'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import autocannon from 'autocannon'
import { z } from 'zod'
import { createPages } from '../src/http/pages.ts'
import { listen } from '../src/http/listen.ts'
import { securityHeaders } from '../src/http/security-headers.ts'
import { createPublicSite } from '../src/public/site.ts'
import { median } from './measure.ts'
import { answer, depsOf, type Subject } from './subject.ts'
import type { Line } from './table.ts'

/** Rows begin with the public code. */
const Places = z.array(z.tuple([z.string()]).rest(z.unknown()))
const SECONDS = 4
const ROUNDS = 3
const READERS = 50
/** Public pages answer at least this part of the requests that a file gets. */
const TARGET = 0.6

/** A news day: the requests per second of public pages against a static file of the same size from the same server. */
export async function measurePublicPages(subject: Subject): Promise<Line[]> {
  const webRoot = await mkdtemp(join(tmpdir(), 'onemap-bench-'))
  await writeFile(join(webRoot, 'index.html'), '<!doctype html>')
  const deps = depsOf(subject.database)
  const site = createPublicSite(
    { ...deps, webRoot },
    // One address asks for everything here.
    { requests: Number.POSITIVE_INFINITY, made: Number.POSITIVE_INFINITY },
  )
  const pages = createPages(webRoot, securityHeaders(deps.config))
  const server = createAdaptorServer({
    fetch: (request, bindings) =>
      (new URL(request.url).pathname.startsWith('/public') ? site : pages).fetch(request, bindings),
  })
  const origin = await listen(server, 0, '127.0.0.1')
  const [[code] = ['']] = Places.parse(await (await fetch(`${origin}/public/places.json`)).json())
  const lines: Line[] = []
  for (const [what, path] of [
    ['the roster', '/public'],
    ['one risk source', `/public/sources/${code}`],
  ] as const) {
    const html = await (await fetch(`${origin}${path}`)).text()
    await writeFile(join(webRoot, 'same.html'), html)
    await writeFile(join(webRoot, 'same.html.br'), brotliCompressSync(html))
    await answer(fetch(`${origin}/same.html`))
    const ratios: number[] = []
    const rates: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const page = await requestsPerSecond(`${origin}${path}`)
      const file = await requestsPerSecond(`${origin}/same.html`)
      rates.push(page)
      ratios.push(page / file)
    }
    lines.push({
      what: `${what}, requests a second / a file of its size`,
      measured: `${median(rates).toFixed(0)}/s`,
      reference: `${(median(rates) / median(ratios)).toFixed(0)}/s`,
      value: median(ratios),
      target: TARGET,
      unit: '×',
      atLeast: true,
    })
  }
  server.close()
  await rm(webRoot, { recursive: true })
  return lines
}

async function requestsPerSecond(url: string): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({
    url,
    connections: READERS,
    duration: SECONDS,
    workers: 1,
    headers: { 'accept-encoding': 'br' },
  })
  if (non2xx + errors > 0)
    throw new Error(`${url}: ${non2xx} answers were not 200, ${errors} failed`)
  return requests.average
}
