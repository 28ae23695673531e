import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { DomainError } from '../domain/errors.ts'
import { plainRefusal } from './plain-refusal.ts'

const FOREVER = 'public, max-age=31536000, immutable'
/** Vite puts a hash of the content into the name of everything below this path. */
const HASHED = '/assets/'

/**
 * The built web pages. A path that is no file is a screen of the single-page application and gets
 * `index.html`; a missing asset is a plain 404.
 * @param webRoot folder that `vite build` wrote
 * @param guards what stands before the API's answers too
 */
export function createPages(webRoot: string, ...guards: readonly MiddlewareHandler[]) {
  const pages = new Hono()
  for (const guard of guards) pages.use(guard)
  pages.onError((error) => {
    if (!(error instanceof DomainError)) throw error
    return plainRefusal(error)
  })
  pages.use(compress())
  pages.use(async (c, next) => {
    await next()
    c.header('Cache-Control', c.req.path.startsWith(HASHED) && c.res.ok ? FOREVER : 'no-cache')
  })
  if (!existsSync(join(webRoot, 'index.html'))) {
    return pages.get('*', (c) =>
      c.text(
        '页面尚未构建，请先运行 pnpm build。\nThe pages are not built yet: run pnpm build first.\n',
        503,
      ),
    )
  }
  pages.use(serveStatic({ root: webRoot, precompressed: true }))
  pages.get('/assets/*', (c) => c.notFound())
  return pages.get('*', serveStatic({ root: webRoot, path: 'index.html', precompressed: true }))
}
