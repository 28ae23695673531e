import type { AppDeps } from '../http/deps.ts'
import { createRouter } from '../http/router.ts'
import { codeRoutes } from './code-routes.ts'
import { dutyRoutes } from './duty-routes.ts'
import { statisticRoutes } from './statistic-routes.ts'
import { visitRoutes } from './visit-routes.ts'

/** 网格巡查: what is due, visits, codes and how it goes. */
export function patrolRoutes(deps: AppDeps) {
  return createRouter()
    .route('/', dutyRoutes(deps))
    .route('/', visitRoutes(deps))
    .route('/', statisticRoutes(deps))
    .route('/', codeRoutes(deps))
}
