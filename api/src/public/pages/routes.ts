import { Hono, type Context } from 'hono'
import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { clientIp } from '../../http/client-ip.ts'
import type { AppDeps } from '../../http/deps.ts'
import { matchesEtag } from '../../http/etag.ts'
import { RateLimit } from '../../http/rate-limit.ts'
import { line } from '../../http/text-input.ts'
import { reportLimits } from '../concerns/report-limits.ts'
import { BATCH_NUMBER, PUBLIC_CODE } from '../roster/names.ts'
import {
  allBatches,
  changesOf,
  countSources,
  editionsOf,
  findBatch,
  findSource,
  listSources,
  nearestSources,
  townsOf,
} from '../roster/queries.ts'
import type { PublicBatch } from '../roster/schema.ts'
import { publicAssets } from './assets.ts'
import { batchesPage, batchPage } from './batch-pages.ts'
import { atomFeed, robots, siteMap } from './feeds.ts'
import { listPage, type ListQuery } from './list-page.ts'
import { addressOf, document, type Page, type PageContext } from './page.ts'
import { findPlace, mapGround } from './places.ts'
import { dataPage, levelsPage, missingPage } from './plain-pages.ts'
import { encodingFor, RenderedPages } from './rendered.ts'
import { reportRoutes } from './report-routes.ts'
import { printPage, sourcePage } from './source-page.ts'
import { standingEdition } from './standing.ts'
import { PAGE_LANGUAGES, PAGE_WORDS, type PageLanguage } from './words.ts'

/** A page, or undefined where there is nothing of that name. */
type PageMaker = (
  tx: Tx,
  batch: PublicBatch | null,
  context: PageContext,
) => Promise<Page | undefined>

const CACHING = 'public, max-age=60, stale-while-revalidate=86400'
const HTML = 'text/html; charset=utf-8'
const PAGE_SIZE = 20
const NEAREST = 5

/** There is no page of that name; it is not kept either. */
class NothingThere extends Error {
  override readonly name = 'NothingThere'
}

/** What a list is asked for; what makes no sense is as if it had not been said. */
const ListParams = z.object({
  q: line(60, 0).catch(''),
  town: z
    .string()
    .regex(/^\d{9}$/)
    .catch(''),
  level: z.enum(['1', '2', '3', '4', '']).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** `/public`, its feed, the site map: for everybody, made on the server, usable without JavaScript. */
export function publicPages(deps: AppDeps & { readonly webRoot: string }, madeAMinute: number) {
  const { database, config, now } = deps
  const made = new RateLimit({ times: madeAMinute, windowSeconds: 60, now })
  const assets = publicAssets(deps.webRoot)
  const standing = standingEdition(database)
  const rendered = new RenderedPages()
  const limits = reportLimits(now)
  const pages = new Hono()

  const originOf = (c: Context) => config.publicOrigin ?? new URL(c.req.url).origin
  const contextOf = (
    c: Context,
    language: PageLanguage,
    batch: PublicBatch | null,
  ): PageContext => ({
    language,
    words: PAGE_WORDS[language],
    origin: originOf(c),
    assets,
    bureau: config.bureau,
    dutyPhone: config.dutyPhone,
    batch,
  })
  const reading = <T>(work: (tx: Tx) => Promise<T>) =>
    database.reading({ audience: 'public' }, work)

  /** Sends what is made once an edition; `name` tells one text from another. */
  async function send(
    c: Context,
    batch: PublicBatch | null,
    name: string,
    type: string,
    make: () => Promise<string>,
  ): Promise<Response> {
    const etag = `"${batch?.number ?? 'none'}"`
    const headers = {
      ETag: `W/${etag}`,
      'Cache-Control': CACHING,
      Vary: 'Accept-Encoding',
      'Content-Type': type,
    }
    if (matchesEtag(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers)
    const encoding = encodingFor(c.req.header('Accept-Encoding'))
    const key = `${batch?.number ?? ''} ${originOf(c)} ${name}`
    const address = clientIp(c, config.trustProxy)
    const { [encoding]: bytes } =
      address === undefined || rendered.has(key)
        ? await rendered.get(key, make)
        : await made.during(address, () => rendered.get(key, make))
    return c.body(new Uint8Array(bytes), 200, {
      ...headers,
      ...(encoding === 'plain' ? {} : { 'Content-Encoding': encoding }),
    })
  }

  async function missing(c: Context, language: PageLanguage): Promise<Response> {
    const context = contextOf(c, language, await standing())
    return c.html(document(missingPage(context), context), 404, { 'Cache-Control': 'no-cache' })
  }

  for (const language of PAGE_LANGUAGES) {
    const show = (
      path: string,
      make: (c: Context) => PageMaker,
      nameOf: (c: Context) => string = (c) => c.req.path,
    ) => {
      pages.get(addressOf(language, path), async (c) => {
        const batch = await standing()
        const context = contextOf(c, language, batch)
        try {
          return await send(c, batch, nameOf(c), HTML, async () => {
            const page = await reading((tx) => make(c)(tx, batch, context))
            if (page === undefined) throw new NothingThere()
            return String(await document(page, context))
          })
        } catch (error) {
          if (error instanceof NothingThere) return missing(c, language)
          throw error
        }
      })
    }
    show(
      '',
      (c) => (tx, batch, context) => list(tx, batch, context, ListParams.parse(c.req.query())),
      (c) => `${c.req.path}?${JSON.stringify(ListParams.parse(c.req.query()))}`,
    )
    show('/levels', () => async (_tx, _batch, context) => levelsPage(context))
    show('/data', () => async (_tx, _batch, context) => dataPage(context))
    show(
      '/batches',
      () => async (tx, _batch, context) => batchesPage(await allBatches(tx), context),
    )
    show('/batches/:number', (c) => async (tx, _batch, context) => {
      const number = named(c, 'number', BATCH_NUMBER)
      const edition = number === undefined ? undefined : await findBatch(tx, number)
      return (
        edition &&
        batchPage(
          edition,
          await changesOf(tx, edition),
          await listSources(tx, edition.number),
          context,
        )
      )
    })
    show('/sources/:code', (c) => async (tx, batch, context) => {
      const code = named(c, 'code', PUBLIC_CODE)
      const source =
        batch === null || code === undefined ? undefined : await findSource(tx, batch.number, code)
      return source && sourcePage(source, await editionsOf(tx, source.code), context)
    })
    show('/sources/:code/print', (c) => async (tx, batch, context) => {
      const code = named(c, 'code', PUBLIC_CODE)
      const source =
        batch === null || code === undefined ? undefined : await findSource(tx, batch.number, code)
      return source && printPage(source, context)
    })
    pages.route('/', reportRoutes(deps, limits, language, standing, contextOf))
  }

  pages.get('/public/places.json', async (c) => {
    const batch = await standing()
    return send(c, batch, c.req.path, 'application/json', async () => {
      const sources = batch === null ? [] : await reading((tx) => listSources(tx, batch.number))
      return JSON.stringify(
        sources.map(({ code, operator, level, town, location: { coordinates } }) => [
          code,
          operator,
          level,
          town.name,
          ...coordinates,
        ]),
      )
    })
  })
  pages.get('/public/ground.json', async (c) =>
    send(c, await standing(), c.req.path, 'application/geo+json', async () =>
      JSON.stringify(await reading(mapGround)),
    ),
  )
  pages.get('/public/feed.atom', async (c) =>
    send(c, await standing(), c.req.path, 'application/atom+xml; charset=utf-8', async () => {
      const editions = await reading(async (tx) => {
        const batches = (await allBatches(tx)).slice(0, 20)
        const told = []
        for (const batch of batches)
          told.push({ batch, changes: batch.previous === null ? [] : await changesOf(tx, batch) })
        return told
      })
      return String(await atomFeed(editions, originOf(c)))
    }),
  )
  pages.get('/sitemap.xml', async (c) => {
    const batch = await standing()
    return send(c, batch, c.req.path, 'application/xml; charset=utf-8', async () => {
      const [batches, sources] = await reading(
        async (tx) =>
          [
            await allBatches(tx),
            batch === null ? [] : await listSources(tx, batch.number),
          ] as const,
      )
      return String(await siteMap(batches, sources, originOf(c)))
    })
  })
  pages.get('/robots.txt', (c) => c.text(robots(originOf(c)), 200, { 'Cache-Control': CACHING }))
  for (const language of [...PAGE_LANGUAGES].toReversed())
    pages.get(addressOf(language, '/*'), (c) => missing(c, language))
  return pages
}

/** A name in the address, where it has the form of one. */
function named(c: Context, parameter: string, form: RegExp): string | undefined {
  const name = c.req.param(parameter)
  return name !== undefined && form.test(name) ? name : undefined
}

async function list(
  tx: Tx,
  batch: PublicBatch | null,
  context: PageContext,
  query: ListQuery,
): Promise<Page> {
  if (batch === null)
    return listPage(query, { sources: [], total: 0, pages: 0, towns: [], near: null }, context)
  const facets = {
    ...(query.q === '' ? {} : { q: query.q }),
    ...(query.town === '' ? {} : { town: [query.town] }),
    ...(query.level === '' ? {} : { level: [Number(query.level)] }),
  }
  const total = await countSources(tx, batch.number, facets)
  const sources = await listSources(tx, batch.number, facets, {
    skip: (query.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  })
  const place = query.q === '' ? undefined : await findPlace(tx, query.q)
  return listPage(
    query,
    {
      sources,
      total,
      pages: Math.ceil(total / PAGE_SIZE),
      towns: await townsOf(tx, batch.number),
      near:
        place === undefined
          ? null
          : {
              place: place.name,
              sources: await nearestSources(tx, batch.number, place.code, NEAREST),
            },
    },
    context,
  )
}
