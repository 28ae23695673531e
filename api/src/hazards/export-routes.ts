import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import type { HazardFacets } from '../db/filters.ts'
import type { Scope } from '../db/scope.ts'
import { HAZARD_EXPORT_COLUMN_CODES } from '../domain/hazard-export.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { sendWorkbook, WORKBOOK } from '../http/download.ts'
import { BAD_REQUEST } from '../http/problem.ts'
import { HAZARD_LIST_PARAMS, listOf } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { sheetOf } from '../ledger/write/workbook.ts'
import { hazardColumns } from './export-sheet.ts'
import { listHazards, positionOf } from './queries.ts'

const download = createRoute({
  method: 'get',
  path: '/hazards.xlsx',
  summary:
    'All hazards that meet the filters as a workbook, newest first; the export is itself recorded',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      ...HAZARD_LIST_PARAMS,
      columns: listOf(
        z.enum(HAZARD_EXPORT_COLUMN_CODES),
        `one of ${HAZARD_EXPORT_COLUMN_CODES.join(', ')}`,
      ),
    }),
  },
  responses: { 200: WORKBOOK, ...BAD_REQUEST },
})

const BATCH = 1000

/** `/hazards.xlsx` */
export function hazardExportRoutes(deps: Pick<AppDeps, 'database' | 'now' | 'log'>) {
  return createRouter().openapi(download, (c) => {
    const { columns, ...facets } = c.req.valid('query')
    const today = todayInChina(deps.now())
    const sheet = sheetOf(
      '隐患',
      hazardColumns(columns),
      everyHazard(deps.database, scopeOf(c), facets, today),
    )
    return sendWorkbook(c, deps, {
      name: `隐患清单-${today}.xlsx`,
      table: 'hazards',
      asked: { ...facets, columns },
      sheets: [sheet],
    })
  })
}

/** Every row, page by page: a short transaction each, so that a slow reader holds no connection. */
async function* everyHazard(database: Database, scope: Scope, facets: HazardFacets, today: string) {
  let after: ReturnType<typeof positionOf> | undefined
  do {
    const page = await database.reading(scope, (tx) => listHazards(tx, facets, today, after, BATCH))
    for (const row of page) yield { ...row, today }
    const last = page.at(-1)
    after = page.length < BATCH || last === undefined ? undefined : positionOf(last)
  } while (after !== undefined)
}
