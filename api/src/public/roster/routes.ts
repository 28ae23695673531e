import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Scope } from '../../db/scope.ts'
import { ENTERPRISE_KIND_CODES } from '../../domain/enterprise-kind.ts'
import { RISK_LEVEL_ORDER } from '../../domain/risk-level.ts'
import { allow } from '../../http/allow.ts'
import { cursorCodec, pageOf } from '../../http/cursor.ts'
import type { AppDeps } from '../../http/deps.ts'
import { NotFoundError } from '../../http/errors.ts'
import { matchesEtag } from '../../http/etag.ts'
import { jsonAnswer } from '../../http/json.ts'
import { BAD_REQUEST, NOT_FOUND } from '../../http/problem.ts'
import { listOf, pageParams, param, wordsParam } from '../../http/query-params.ts'
import { createRouter } from '../../http/router.ts'
import { ROSTER_DICTIONARY } from './dictionary.ts'
import { csvOf, geoJsonOf, jsonOf } from './formats.ts'
import { BATCH_NUMBER, PUBLIC_CODE } from './names.ts'
import {
  allBatches,
  changesOf,
  editionsOf,
  findBatch,
  findSource,
  listSources,
  positionOf,
  RosterPosition,
  standingBatch,
} from './queries.ts'
import { Dictionary, PublicBatch, PublicChange, RiskSource } from './schema.ts'

const EVERYBODY = allow('public', 'leader', 'bureau', 'grid', 'enterprise', 'admin', 'auditor')
/** Whoever asks: the public side reads with the public's rights. */
const AS_PUBLIC: Scope = { audience: 'public' }
/** May be kept by anybody for five minutes, and shown a day longer while a newer one is fetched. */
const PUBLIC_CACHING = 'public, max-age=300, stale-while-revalidate=86400'

const publicCode = param(z.string().regex(PUBLIC_CODE), 'a public code of eight characters')
const batchNumber = param(z.string().regex(BATCH_NUMBER), 'the number of a batch, such as 2026-011')
const levels = RISK_LEVEL_ORDER.map(String)
const FACETS = {
  q: wordsParam('part of an operator, an address or an activity, or a code').optional(),
  town: listOf(z.string().regex(/^\d{9}$/), 'the code of a town'),
  level: listOf(z.enum([...levels]).transform(Number), `one of ${levels.join(', ')}`),
  kind: listOf(z.enum(ENTERPRISE_KIND_CODES), `one of ${ENTERPRISE_KIND_CODES.join(', ')}`),
}
const NOT_MODIFIED = { 304: { description: 'Not changed' } }
const batchOrNone = PublicBatch.nullable()

const list = createRoute({
  method: 'get',
  path: '/public/risk-sources',
  summary: 'The published roster, most dangerous first',
  ...EVERYBODY,
  request: { query: z.strictObject({ ...FACETS, ...pageParams(50) }) },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({
        batch: batchOrNone,
        items: z.array(RiskSource),
        nextCursor: z.string().nullable(),
      }),
    ),
    ...NOT_MODIFIED,
    ...BAD_REQUEST,
  },
})
const asJson = createRoute({
  method: 'get',
  path: '/public/risk-sources.json',
  summary: 'The whole roster as JSON',
  ...EVERYBODY,
  responses: {
    200: jsonAnswer('The roster', z.object({ batch: batchOrNone, items: z.array(RiskSource) })),
    ...NOT_MODIFIED,
  },
})
const asGeoJson = createRoute({
  method: 'get',
  path: '/public/risk-sources.geojson',
  summary: 'The whole roster as GeoJSON',
  ...EVERYBODY,
  responses: {
    200: {
      description: 'The roster',
      content: {
        'application/geo+json': { schema: z.object({ type: z.literal('FeatureCollection') }) },
      },
    },
    ...NOT_MODIFIED,
  },
})
const asCsv = createRoute({
  method: 'get',
  path: '/public/risk-sources.csv',
  summary: 'The whole roster as a table',
  ...EVERYBODY,
  responses: {
    200: {
      description: 'RFC 4180, UTF-8 with a byte order mark',
      content: { 'text/csv': { schema: z.string() } },
    },
    ...NOT_MODIFIED,
  },
})
const one = createRoute({
  method: 'get',
  path: '/public/risk-sources/{code}',
  summary: 'One risk source',
  ...EVERYBODY,
  request: { params: z.object({ code: publicCode }) },
  responses: {
    200: jsonAnswer(
      'As it stands',
      RiskSource.extend({
        batch: PublicBatch,
        editions: z.array(
          z.object({ number: z.string(), publishedAt: z.string(), level: z.int() }),
        ),
      }),
    ),
    ...NOT_MODIFIED,
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})
const batches = createRoute({
  method: 'get',
  path: '/public/batches',
  summary: 'Every edition, newest first',
  ...EVERYBODY,
  responses: {
    200: jsonAnswer('All of them', z.object({ items: z.array(PublicBatch), nextCursor: z.null() })),
    ...NOT_MODIFIED,
  },
})
const batch = createRoute({
  method: 'get',
  path: '/public/batches/{number}',
  summary: 'One edition: its roster, and what it changed',
  ...EVERYBODY,
  request: { params: z.object({ number: batchNumber }) },
  responses: {
    200: jsonAnswer(
      'The edition',
      PublicBatch.extend({ changes: z.array(PublicChange), items: z.array(RiskSource) }),
    ),
    ...NOT_MODIFIED,
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})
const dictionary = createRoute({
  method: 'get',
  path: '/public/dictionary.json',
  summary: 'What the columns, codes and levels mean, and the terms of use',
  ...EVERYBODY,
  responses: { 200: jsonAnswer('The dictionary', Dictionary) },
})

const cursors = cursorCodec('public-roster', RosterPosition)

/** `/public`: reads published tables only, with the public's rights, whoever asks. */
export function publicRosterRoutes({ database }: AppDeps) {
  const reading = <T>(work: Parameters<typeof database.reading<T>>[1]) =>
    database.reading(AS_PUBLIC, work)
  const standing = () => reading(standingBatch)
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...facets } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const found = await reading(async (tx) => {
        const now = await standingBatch(tx)
        return {
          now,
          rows:
            now === undefined
              ? []
              : await listSources(tx, now.number, facets, { after, limit: limit + 1 }),
        }
      })
      if (isKnown(c, found.now)) return c.body(null, 304)
      return c.json(
        { batch: found.now ?? null, ...pageOf(found.rows, limit, cursors, positionOf) },
        200,
      )
    })
    .openapi(asJson, async (c) => {
      const now = await standing()
      if (isKnown(c, now)) return c.body(null, 304)
      return c.json(jsonOf(now ?? null, await whole(now)), 200)
    })
    .openapi(asGeoJson, async (c) => {
      const now = await standing()
      if (isKnown(c, now)) return c.body(null, 304)
      return c.body(JSON.stringify(geoJsonOf(now ?? null, await whole(now))), 200, {
        'Content-Type': 'application/geo+json',
      })
    })
    .openapi(asCsv, async (c) => {
      const now = await standing()
      if (isKnown(c, now)) return c.body(null, 304)
      return c.body(csvOf(await whole(now)), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="risk-sources-${now?.number ?? 'none'}.csv"`,
      })
    })
    .openapi(one, async (c) => {
      const { code } = c.req.valid('param')
      const found = await reading(async (tx) => {
        const now = await standingBatch(tx)
        const source = now === undefined ? undefined : await findSource(tx, now.number, code)
        return now === undefined || source === undefined
          ? undefined
          : { ...source, batch: now, editions: await editionsOf(tx, code) }
      })
      if (found === undefined) throw new NotFoundError('risk-source')
      if (isKnown(c, found.batch)) return c.body(null, 304)
      return c.json(found, 200)
    })
    .openapi(batches, async (c) => {
      const items = await reading(allBatches)
      if (isKnown(c, items[0])) return c.body(null, 304)
      return c.json({ items, nextCursor: null }, 200)
    })
    .openapi(batch, async (c) => {
      const { number } = c.req.valid('param')
      const found = await reading(async (tx) => {
        const edition = await findBatch(tx, number)
        // A later retraction blanks earlier editions: what stands now is part of the tag.
        return edition === undefined
          ? undefined
          : {
              now: await standingBatch(tx),
              edition: {
                ...edition,
                changes: await changesOf(tx, edition),
                items: await listSources(tx, number),
              },
            }
      })
      if (found === undefined) throw new NotFoundError('batch')
      if (isKnown(c, found.now)) return c.body(null, 304)
      return c.json(found.edition, 200)
    })
    .openapi(dictionary, (c) =>
      c.json(ROSTER_DICTIONARY, 200, {
        'Cache-Control': PUBLIC_CACHING,
        'Access-Control-Allow-Origin': '*',
      }),
    )

  async function whole(now: PublicBatch | undefined): Promise<RiskSource[]> {
    return now === undefined ? [] : reading((tx) => listSources(tx, now.number))
  }
}

/** Sets the headers of a public answer; true where the reader has it already. Everything published changes by batches only. */
function isKnown(c: Context, now: PublicBatch | undefined): boolean {
  const etag = `"roster-${now?.number ?? 'none'}"`
  c.header('ETag', etag)
  c.header('Cache-Control', PUBLIC_CACHING)
  c.header('Access-Control-Allow-Origin', '*')
  return matchesEtag(c.req.header('If-None-Match'), etag)
}
