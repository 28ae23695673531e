import { createRoute } from '@hono/zod-openapi'
import { approvalRulesOn, ApprovalVersion } from '../db/approval-rules.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'

const rules = createRoute({
  method: 'get',
  path: '/approval-rules',
  summary: 'Who takes which official act and who has to approve it, by the rules of today',
  ...allow(...TRADE_ROLES),
  responses: {
    200: jsonAnswer('The version in force', ApprovalVersion.meta({ id: 'ApprovalRules' })),
  },
})

/** `/approval-rules` */
export function approvalRuleRoutes({ database, now }: Pick<AppDeps, 'database' | 'now'>) {
  return createRouter().openapi(rules, async (c) =>
    c.json(
      await database.reading(scopeOf(c), (tx) => approvalRulesOn(tx, todayInChina(now()))),
      200,
    ),
  )
}
