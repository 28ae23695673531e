import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { isSound } from '../../db/shapes.ts'
import { ENTERPRISE_KINDS } from '../../domain/enterprise-kind.ts'
import { todayInChina } from '../../domain/overdue.ts'
import { RISK_LEVELS } from '../../domain/risk-level.ts'
import { allow } from '../../http/allow.ts'
import type { AppDeps } from '../../http/deps.ts'
import { sendWorkbook, WORKBOOK } from '../../http/download.ts'
import { BadRequestError } from '../../http/errors.ts'
import { jsonAnswer } from '../../http/json.ts'
import { BAD_REQUEST } from '../../http/problem.ts'
import { ENTERPRISE_PARAMS, RISK_LEVEL_PARAM, wholeNumber } from '../../http/query-params.ts'
import { createRouter } from '../../http/router.ts'
import { scopeOf } from '../../http/scope.ts'
import { sheetOf, type SheetColumn } from '../../ledger/write/workbook.ts'
import { AREA_PARAMS, areaOf, type Area } from './area.ts'
import { countWithin, enterprisesWithin } from './queries.ts'
import { Within } from './schema.ts'

const { q, kind, gridId, areaCode, industryCode } = ENTERPRISE_PARAMS
const FILTERS = { ...AREA_PARAMS, q, kind, gridId, areaCode, industryCode, ...RISK_LEVEL_PARAM }

const within = createRoute({
  method: 'get',
  path: '/within',
  summary:
    'What is within so many metres of a place (at, radius) or within a drawn shape (polygon), counted and listed',
  ...allow('leader', 'bureau', 'grid'),
  request: { query: z.strictObject({ ...FILTERS, limit: wholeNumber(0, 2000).default(500) }) },
  responses: { 200: jsonAnswer('Counts of all, and the nearest', Within), ...BAD_REQUEST },
})

const download = createRoute({
  method: 'get',
  path: '/within.xlsx',
  summary: 'All enterprises within as a workbook, nearest first; the export is itself recorded',
  ...allow('leader', 'bureau', 'grid'),
  request: { query: z.strictObject(FILTERS) },
  responses: { 200: WORKBOOK, ...BAD_REQUEST },
})

const AREA_EXPECTED = 'at=lon,lat with radius=metres, or polygon=lon,lat;lon,lat;…'

function areaAsked(asked: Parameters<typeof areaOf>[0]): Area {
  const area = areaOf(asked)
  if (area === undefined)
    throw BadRequestError.field(asked.at === undefined ? 'polygon' : 'radius', AREA_EXPECTED)
  return area
}

async function requireSound(tx: Tx, area: Area): Promise<void> {
  if (!(await isSound(tx, area.text)))
    throw BadRequestError.field('polygon', 'a ring that does not cross itself')
}

type Row = Awaited<ReturnType<typeof enterprisesWithin>>[number]
const COLUMNS: readonly SheetColumn<Row>[] = [
  { title: '企业名称', width: 32, form: 'text', value: ({ name }) => name },
  { title: '统一社会信用代码', width: 22, form: 'text', value: ({ creditCode }) => creditCode },
  { title: '类别', width: 16, form: 'text', value: (row) => ENTERPRISE_KINDS[row.kind].zh },
  { title: '行业', width: 20, form: 'text', value: ({ industry }) => industry },
  {
    title: '风险等级',
    width: 10,
    form: 'text',
    value: ({ riskLevel }) => (riskLevel === null ? '未评价' : RISK_LEVELS[riskLevel].zh),
  },
  { title: '距离（米）', width: 12, form: 'decimal', value: ({ distance }) => distance },
  { title: '镇街', width: 14, form: 'text', value: ({ town }) => town },
  { title: '网格', width: 18, form: 'text', value: ({ grid }) => grid },
  { title: '地址', width: 36, form: 'text', value: ({ address }) => address },
  { title: '值班电话', width: 16, form: 'text', value: ({ dutyPhone }) => dutyPhone },
]

/** `/within`, `/within.xlsx` */
export function withinRoutes(deps: Pick<AppDeps, 'database' | 'now' | 'log'>) {
  const { database, now } = deps
  return createRouter()
    .openapi(within, async (c) => {
      const { limit, at, polygon, radius, datum, ...facets } = c.req.valid('query')
      const area = areaAsked({ at, polygon, radius, datum })
      const { counts, rows } = await database.reading(scopeOf(c), async (tx) => {
        await requireSound(tx, area)
        return {
          counts: await countWithin(tx, area, facets),
          rows: await enterprisesWithin(tx, area, facets, limit),
        }
      })
      const items = rows.map(({ dutyPhone: _phone, town: _town, grid: _grid, ...item }) => item)
      return c.json(
        {
          place: area.place,
          radius: area.radius,
          counts,
          items,
          isComplete: items.length === counts.enterprises.total,
        },
        200,
      )
    })
    .openapi(download, async (c) => {
      const { at, polygon, radius, datum, ...facets } = c.req.valid('query')
      const area = areaAsked({ at, polygon, radius, datum })
      const rows = await database.reading(scopeOf(c), async (tx) => {
        await requireSound(tx, area)
        return enterprisesWithin(tx, area, facets, undefined)
      })
      const name = `周边企业-${todayInChina(now())}.xlsx`
      return sendWorkbook(c, deps, {
        name,
        table: 'enterprises',
        asked: { place: area.text, radius: area.radius, ...facets },
        sheets: [sheetOf('周边企业', COLUMNS, rows)],
      })
    })
}
