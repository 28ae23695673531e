import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { earlier, firstDayOf, lastDayOf } from '../domain/calendar.ts'
import { COURSE_MONTHS, courseUntil } from '../domain/course.ts'
import { periodAsked } from '../domain/figures-period.ts'
import { todayInChina } from '../domain/overdue.ts'
import { ratesOf, STATISTIC_DIMENSION_CODES, type Period } from '../domain/statistics.ts'
import { actorOf } from '../http/actor.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { sendWorkbook, WORKBOOK } from '../http/download.ts'
import { checkSpan } from '../http/day-input.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST } from '../http/problem.ts'
import { dayParam, monthParam, param, STATISTIC_PARAMS, wholeNumber } from '../http/query-params.ts'
import { parameterText } from '../http/text-input.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { monthlySheets } from './monthly-sheets.ts'
import { readMonthly } from './monthly.ts'
import { countEachMonth, countHazards, type Counts } from './queries.ts'
import { Monthly, StatisticCourse, Statistics } from './schema.ts'

const MOST_YEARS = 10
const MOST_MONTHS = MOST_YEARS * 12

const statistics = createRoute({
  method: 'get',
  path: '/statistics',
  summary: 'Hazards of a period by town, grid, office, industry or month, with the official rates',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      by: param(
        z.enum(STATISTIC_DIMENSION_CODES),
        `one of ${STATISTIC_DIMENSION_CODES.join(', ')}`,
      ).default('town'),
      from: dayParam.optional().meta({
        description:
          'First day; by default the first of the month of `to`, or of the month that figures are told of: the running one, in its first ten days the one before',
      }),
      to: dayParam
        .optional()
        .meta({ description: 'Last day; by default the last of that month, today at the latest' }),
      ...STATISTIC_PARAMS,
    }),
  },
  responses: { 200: jsonAnswer('Counts and rates', Statistics), ...BAD_REQUEST },
})

const course = createRoute({
  method: 'get',
  path: '/statistics/course',
  summary: 'Month by month: the figures of every month as if it were asked for alone',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      to: monthParam.optional().meta({ description: 'Last month; by default the running one' }),
      months: wholeNumber(1, MOST_MONTHS)
        .default(COURSE_MONTHS)
        .meta({ description: 'How many months, the last one included' }),
      ...STATISTIC_PARAMS,
    }),
  },
  responses: { 200: jsonAnswer('Counts and rates by month', StatisticCourse), ...BAD_REQUEST },
})

const monthly = createRoute({
  method: 'get',
  path: '/statistics/monthly',
  summary: 'The official monthly table, cumulative from January',
  ...allow('leader', 'bureau'),
  request: { query: z.strictObject({ month: monthParam.optional() }) },
  responses: { 200: jsonAnswer('By town and by industry', Monthly), ...BAD_REQUEST },
})

const download = createRoute({
  method: 'get',
  path: '/statistics/monthly.xlsx',
  summary: 'The official monthly table as a workbook; the export is itself recorded',
  ...allow('leader', 'bureau'),
  request: {
    query: z.strictObject({
      month: monthParam.optional(),
      filledBy: parameterText().max(40).optional().meta({
        description: '填报人; by default whoever asks',
      }),
      checkedBy: parameterText().max(40).optional().meta({
        description: '审核人; left out, a place to sign',
      }),
    }),
  },
  responses: { 200: WORKBOOK, ...BAD_REQUEST },
})

/** `/statistics`, `/statistics/course`, `/statistics/monthly`, `/statistics/monthly.xlsx` */
export function statisticsRoutes(deps: Pick<AppDeps, 'database' | 'now' | 'log' | 'config'>) {
  const { database, now, config } = deps
  return createRouter()
    .openapi(statistics, async (c) => {
      const { by, from: asked, to: until, ...facets } = c.req.valid('query')
      const today = todayInChina(now())
      const period = periodOf(asked, until, today)
      const { total, rows } = await database.reading(scopeOf(c), (tx) =>
        countHazards(tx, by, facets, period),
      )
      return c.json(
        {
          asOf: today,
          by,
          from: period.from,
          to: period.to,
          total: figuresOf(total),
          rows: rows.map((row) => ({ key: row.key, name: row.name, ...figuresOf(row) })),
        },
        200,
      )
    })
    .openapi(course, async (c) => {
      const { to, months, ...facets } = c.req.valid('query')
      const today = todayInChina(now())
      const period = { ...courseUntil(to ?? today, months, today), today }
      const rows = await database.reading(scopeOf(c), (tx) => countEachMonth(tx, facets, period))
      return c.json(
        {
          asOf: today,
          months: rows.map((row) => ({
            month: row.key,
            from: firstDayOf(row.key),
            to: earlier(lastDayOf(row.key), period.to),
            ...figuresOf(row),
          })),
        },
        200,
      )
    })
    .openapi(monthly, async (c) => {
      const today = todayInChina(now())
      const { month = today.slice(0, 7) } = c.req.valid('query')
      const making = { month, today, unit: config.bureau, filledBy: actorOf(c).name }
      return c.json(await database.reading(scopeOf(c), (tx) => readMonthly(tx, making)), 200)
    })
    .openapi(download, async (c) => {
      const today = todayInChina(now())
      const {
        month = today.slice(0, 7),
        filledBy = actorOf(c).name,
        checkedBy = '',
      } = c.req.valid('query')
      const making = { month, today, unit: config.bureau, filledBy }
      const table = await database.reading(scopeOf(c), (tx) => readMonthly(tx, making))
      return sendWorkbook(c, deps, {
        name: `隐患排查治理统计表-${month}.xlsx`,
        table: 'hazards',
        asked: { month },
        sheets: monthlySheets(table, checkedBy),
      })
    })
}

function periodOf(asked: string | undefined, until: string | undefined, today: string): Period {
  const whole = periodAsked(asked, until, today)
  const { from } = whole
  // What is found and what falls due is known until today; whoever names a first day asks for all since then.
  const to = until ?? (asked !== undefined || whole.to > today ? today : whole.to)
  checkSpan(from, to, MOST_YEARS)
  return { from, to, today }
}

function figuresOf(counts: Counts) {
  const {
    units,
    found,
    foundGeneral,
    foundMajor,
    fixed,
    fixedGeneral,
    closedMajor,
    due,
    onTime,
    late,
    overdue,
  } = counts
  return {
    units,
    found,
    foundGeneral,
    foundMajor,
    fixed,
    fixedGeneral,
    closedMajor,
    due,
    onTime,
    late,
    overdue,
    rates: ratesOf(counts),
  }
}
