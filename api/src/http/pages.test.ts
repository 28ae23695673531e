import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPages } from './pages.ts'
import { securityHeaders } from './security-headers.ts'

const HEADERS = securityHeaders({ tiandituToken: undefined, publicOrigin: undefined })
let root: string
let pages: ReturnType<typeof createPages>
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'onemap-pages-'))
  await mkdir(join(root, 'assets'))
  await writeFile(join(root, 'index.html'), '<title>双防一张图</title>')
  await writeFile(join(root, 'assets', 'app-1a2b.js'), 'export {}')
  await writeFile(join(root, 'assets', 'app-1a2b.js.gz'), gzipSync('export {}'))
  pages = createPages(root, HEADERS)
})
afterAll(() => rm(root, { recursive: true }))

describe('createPages', () => {
  it('answers to every screen with the page, never kept without asking', async () => {
    for (const path of ['/', '/map', '/enterprises/1?level=2']) {
      const response = await pages.request(path)
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-cache'])
      expect(response.headers.get('content-type')).toContain('text/html')
      expect(await response.text()).toContain('双防一张图')
    }
  })

  it('lets hashed assets be kept for ever, compressed beforehand where they are', async () => {
    const response = await pages.request('/assets/app-1a2b.js', {
      headers: { 'Accept-Encoding': 'gzip' },
    })
    expect([
      response.status,
      response.headers.get('cache-control'),
      response.headers.get('content-encoding'),
    ]).toEqual([200, 'public, max-age=31536000, immutable', 'gzip'])
    expect((await pages.request('/assets/app-1a2b.js')).headers.get('content-encoding')).toBeNull()
  })

  it('is 404 for an asset that is gone, and that is not kept', async () => {
    const response = await pages.request('/assets/app-old.js')
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-cache'])
  })

  it.each(['/../secret', '/%2e%2e/secret', '/..%2fsecret'])(
    'never leaves its folder: %s',
    async (path) => {
      await writeFile(join(root, '..', 'secret'), 'secret')
      expect(await (await pages.request(path)).text()).not.toContain('secret')
      await rm(join(root, '..', 'secret'))
    },
  )

  it('says what to do when nothing is built', async () => {
    const response = await createPages(join(root, 'nowhere'), HEADERS).request('/')
    expect([response.status, await response.text()]).toEqual([
      503,
      expect.stringContaining('pnpm build'),
    ])
  })
})
