import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { HazardFacets } from '../db/filters.ts'
import { HAZARD_EXPORT_COLUMN_CODES } from '../domain/hazard-export.ts'
import { todayInChina } from '../domain/overdue.ts'
import { listHazards, positionOf } from '../hazards/queries.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { BAD_REQUEST } from '../http/problem.ts'
import { HAZARD_LIST_PARAMS, listOf } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf, type AppEnv } from '../http/scope.ts'
import { readMonthly } from '../statistics/monthly.ts'
import { monthParam } from '../statistics/routes.ts'
import { hazardColumns } from './hazard-sheet.ts'
import { monthlySheets } from './monthly-sheets.ts'
import { sheetOf, workbookBytes, XLSX_TYPE, type Sheet } from './workbook.ts'

const FILE = { description: 'A workbook', content: { [XLSX_TYPE]: { schema: z.string().meta({ format: 'binary' }) } } }

const hazards = createRoute({
  method: 'get',
  path: '/hazards.xlsx',
  summary: 'All hazards that meet the filters as a workbook, newest first; the export is itself recorded',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      ...HAZARD_LIST_PARAMS,
      columns: listOf(z.enum(HAZARD_EXPORT_COLUMN_CODES), `one of ${HAZARD_EXPORT_COLUMN_CODES.join(', ')}`),
    }),
  },
  responses: { 200: FILE, ...BAD_REQUEST },
})

const monthly = createRoute({
  method: 'get',
  path: '/statistics/monthly.xlsx',
  summary: 'The official monthly table as a workbook; the export is itself recorded',
  ...allow('leader', 'bureau'),
  request: { query: z.strictObject({ month: monthParam.optional() }) },
  responses: { 200: FILE, ...BAD_REQUEST },
})

const BATCH = 1000

/** `/hazards.xlsx`, `/statistics/monthly.xlsx` */
export function exportRoutes({ database, now, log }: Pick<AppDeps, 'database' | 'now' | 'log'>) {
  async function send(c: Context<AppEnv>, name: string, asked: Readonly<Record<string, unknown>>, sheets: readonly Sheet[]) {
    const changes = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined).map(([facet, value]) => [facet, { from: null, to: value }]))
    await database.scoped(scopeOf(c), (tx) => recordAct(tx, { action: 'export', table: 'hazards', key: {}, objectName: name, changes }))
    c.header('Content-Type', XLSX_TYPE)
    c.header('Content-Disposition', `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)
    c.header('Cache-Control', 'no-store')
    return stream(c, async (file) => {
      for await (const piece of workbookBytes(sheets)) await file.write(piece)
    }, async (error) => log(`${c.req.method} ${c.req.path}`, error))
  }

  /** Every row, page by page: a short transaction each, so that a slow reader holds no connection. */
  async function* everyHazard(c: Context<AppEnv>, facets: HazardFacets, today: string) {
    let after: ReturnType<typeof positionOf> | undefined
    do {
      const page = await database.reading(scopeOf(c), (tx) => listHazards(tx, facets, today, after, BATCH))
      for (const row of page) yield { ...row, today }
      const last = page.at(-1)
      after = page.length < BATCH || last === undefined ? undefined : positionOf(last)
    } while (after !== undefined)
  }

  return createRouter()
    .openapi(hazards, (c) => {
      const { columns, ...facets } = c.req.valid('query')
      const today = todayInChina(now())
      const sheet = sheetOf('隐患', hazardColumns(columns), everyHazard(c, facets, today))
      return send(c, `隐患清单-${today}.xlsx`, { ...facets, columns }, [sheet])
    })
    .openapi(monthly, async (c) => {
      const today = todayInChina(now())
      const month = c.req.valid('query').month ?? today.slice(0, 7)
      const table = await database.reading(scopeOf(c), (tx) => readMonthly(tx, month, today))
      return send(c, `隐患排查治理统计表-${month}.xlsx`, { month }, monthlySheets(table))
    })
}
