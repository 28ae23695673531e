import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { scopeKey } from '../db/scope.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { ARROW_STREAM } from '../http/compressible.ts'
import type { AppDeps } from '../http/deps.ts'
import { matchesEtag } from '../http/etag.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf, type AppEnv } from '../http/scope.ts'
import { ENTERPRISES } from './enterprises.ts'
import { HAZARDS } from './hazards.ts'
import type { Layer } from './layer.ts'
import { layerVersion, readLayer } from './queries.ts'
import { RISK_POINTS } from './risk-points.ts'
import { SnapshotCache } from './snapshot-cache.ts'

/** Raised when a column of any layer is added or changes its meaning, so that browsers drop what they hold. */
const FORMAT = 1
/** Seven layers of a million risk points. */
const CACHE_BYTES = 160 * 1024 * 1024

function layerRoute<Path extends string>(path: Path, summary: string) {
  return createRoute({
    method: 'get',
    path,
    summary,
    ...allow(...TRADE_ROLES),
    responses: {
      200: {
        description: 'Arrow IPC stream with a GeoArrow point column; its schema metadata says layer, version and asOf',
        content: { [ARROW_STREAM]: { schema: z.string().meta({ format: 'binary' }) } },
      },
      304: { description: 'The reader has this version already' },
    },
  })
}

/** `/map/{layer}.arrow` */
export function mapRoutes({ database, now }: AppDeps) {
  const cache = new SnapshotCache(CACHE_BYTES)

  async function answer(c: Context<AppEnv>, layer: Layer): Promise<Response> {
    const scope = scopeOf(c)
    const reader = scopeKey(scope)
    // Read before the rows: what changes in between makes the bytes newer than their version, so that the
    // next question downloads once more. The other way round a reader would keep what is out of date.
    const version = await layerVersion(database, scope, layer)
    const etag = `"${layer.name}-${version}-${createHash('sha256').update(`${FORMAT} ${reader}`).digest('hex').slice(0, 8)}"`
    c.header('ETag', etag)
    c.header('Cache-Control', 'private, no-cache')
    if (matchesEtag(c.req.header('If-None-Match'), etag)) return c.body(null, 304)
    const bytes = await cache.get(`${layer.name} ${reader}`, version, () => readLayer(database, scope, layer, new Map([
      ['layer', layer.name],
      ['version', version],
      ['asOf', now().toISOString()],
    ])))
    return c.body(bytes, 200, { 'Content-Type': ARROW_STREAM })
  }

  return createRouter()
    .openapi(layerRoute('/map/enterprises.arrow', 'All enterprises for the map'), (c) => answer(c, ENTERPRISES))
    .openapi(layerRoute('/map/risk-points.arrow', 'All risk points for the map'), (c) => answer(c, RISK_POINTS))
    .openapi(layerRoute('/map/hazards.arrow', 'All hazards for the map'), (c) => answer(c, HAZARDS))
}
