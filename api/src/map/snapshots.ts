import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { scopeKey } from '../db/scope.ts'
import { ARROW_STREAM } from '../http/compressible.ts'
import type { AppDeps } from '../http/deps.ts'
import { matchesEtag } from '../http/etag.ts'
import { scopeOf, type AppEnv } from '../http/scope.ts'
import type { Layer } from './layer.ts'
import { layerVersion, readLayer } from './queries.ts'
import { SnapshotCache } from './snapshot-cache.ts'

/** Raised when a column of any layer is added or changes its meaning, so that browsers drop what they hold. */
const FORMAT = 2
/** Seven layers of a million risk points. */
const CACHE_BYTES = 160 * 1024 * 1024

/** What a snapshot shows of its layer, besides the version: the past of a layer is another one every day. */
export interface Edition {
  readonly name: string
  /** Changes when other rows are shown although none has changed. */
  readonly state: string
}

/** Answers with snapshots of layers, each made once for all who see the same rows. */
export function snapshotAnswers({ database, now }: Pick<AppDeps, 'database' | 'now'>) {
  const cache = new SnapshotCache(CACHE_BYTES)

  return async function answer(
    c: Context<AppEnv>,
    layer: Layer,
    edition?: Edition,
  ): Promise<Response> {
    const scope = scopeOf(c)
    const reader = scopeKey(scope)
    // Read before the rows: what changes in between makes the bytes newer than their version, so that the
    // next question downloads once more. The other way round a reader would keep what is out of date.
    const version = await layerVersion(database, scope, layer)
    const subject = edition === undefined ? layer.name : `${edition.name}-${layer.name}`
    const state = edition === undefined ? version : `${version}.${edition.state}`
    const etag = `"${subject}-${state}-${createHash('sha256').update(`${FORMAT} ${reader}`).digest('hex').slice(0, 8)}"`
    c.header('ETag', etag)
    c.header('Cache-Control', 'private, no-cache')
    if (matchesEtag(c.req.header('If-None-Match'), etag)) return c.body(null, 304)
    const bytes = await cache.get(`${subject} ${reader}`, state, () =>
      readLayer(
        database,
        scope,
        layer,
        new Map([
          ['layer', layer.name],
          ['version', version],
          ['asOf', now().toISOString()],
        ]),
      ),
    )
    return c.body(bytes, 200, { 'Content-Type': ARROW_STREAM })
  }
}
