import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { historyBegins } from '../domain/history.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { ARROW_STREAM } from '../http/compressible.ts'
import type { AppDeps } from '../http/deps.ts'
import { createRouter } from '../http/router.ts'
import { ENTERPRISES } from './enterprises.ts'
import { HAZARDS } from './hazards.ts'
import {
  PAST_ENTERPRISES,
  PAST_HAZARDS,
  PAST_RISK_POINTS,
  type PastLayer,
} from './history/past-layers.ts'
import { RISK_POINTS } from './risk-points.ts'
import { snapshotAnswers } from './snapshots.ts'

function layerRoute<Path extends string>(path: Path, summary: string) {
  return createRoute({
    method: 'get',
    path,
    summary,
    ...allow(...TRADE_ROLES),
    responses: {
      200: {
        description:
          'Arrow IPC stream with a GeoArrow point column; its schema metadata says layer, version and asOf',
        content: { [ARROW_STREAM]: { schema: z.string().meta({ format: 'binary' }) } },
      },
      304: { description: 'The reader has this version already' },
    },
  })
}

/** `/map/{layer}.arrow` and `/map/history/{layer}.arrow` */
export function mapRoutes(deps: AppDeps) {
  const answer = snapshotAnswers(deps)
  const past = (layer: PastLayer) => {
    const today = todayInChina(deps.now())
    return [layer(historyBegins(today)), { name: 'history', state: today }] as const
  }
  return createRouter()
    .openapi(layerRoute('/map/enterprises.arrow', 'All enterprises for the map'), (c) =>
      answer(c, ENTERPRISES),
    )
    .openapi(layerRoute('/map/risk-points.arrow', 'All risk points for the map'), (c) =>
      answer(c, RISK_POINTS),
    )
    .openapi(layerRoute('/map/hazards.arrow', 'All hazards for the map'), (c) => answer(c, HAZARDS))
    .openapi(
      layerRoute(
        '/map/history/enterprises.arrow',
        'Twelve months of all enterprises: a row for each level and its days, from <= day < to',
      ),
      (c) => answer(c, ...past(PAST_ENTERPRISES)),
    )
    .openapi(
      layerRoute(
        '/map/history/risk-points.arrow',
        'Twelve months of all risk points, those since deleted among them',
      ),
      (c) => answer(c, ...past(PAST_RISK_POINTS)),
    )
    .openapi(
      layerRoute(
        '/map/history/hazards.arrow',
        'Twelve months of all hazards: a row for each state and its days',
      ),
      (c) => answer(c, ...past(PAST_HAZARDS)),
    )
}
