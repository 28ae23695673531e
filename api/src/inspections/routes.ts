import type { AppDeps } from '../http/deps.ts'
import { createRouter } from '../http/router.ts'
import { checklistRoutes } from './checklist-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { standardRoutes } from './standard-routes.ts'
import { taskRoutes } from './task-routes.ts'

/** 隐患排查: checklists, plans, tasks and what was found. */
export function inspectionRoutes(deps: AppDeps) {
  return createRouter()
    .route('/', standardRoutes(deps))
    .route('/', planRoutes(deps))
    .route('/', taskRoutes(deps))
    .route('/', checklistRoutes(deps))
}
