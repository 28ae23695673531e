import { z } from 'zod'
import { STATISTIC_DIMENSION_CODES } from '../domain/statistics.ts'

const count = z.int().min(0)
const ratio = z
  .number()
  .min(0)
  .nullable()
  .meta({ description: 'From 0 to 1; null where there is nothing to divide by' })

/** Counts of a period and the official rates. */
export const Tally = z.object({
  units: count.meta({ description: '单位数: enterprises where something was found' }),
  found: count,
  foundGeneral: count,
  foundMajor: count,
  fixed: count,
  fixedGeneral: count,
  closedMajor: count,
  due: count,
  onTime: count,
  late: count,
  overdue: count,
})

const Figures = Tally.extend({
  rates: z.object({ rectification: ratio, onTime: ratio, overdue: ratio }),
})

/** 统计: hazards of a period by one dimension. Rows add up to the total. */
export const Statistics = z
  .object({
    asOf: z.iso.date(),
    by: z.enum(STATISTIC_DIMENSION_CODES),
    from: z.iso.date(),
    to: z.iso.date(),
    total: Figures,
    rows: z.array(
      Figures.extend({
        key: z
          .string()
          .meta({ description: 'Town code, grid or office id, industry code, or month' }),
        name: z.string(),
      }),
    ),
  })
  .meta({ id: 'Statistics' })

/** 逐月: every month's figures as if it were asked for alone, so that months compare. */
export const StatisticCourse = z
  .object({
    asOf: z.iso.date(),
    months: z.array(
      Figures.extend({
        month: z.string().meta({ description: 'YYYY-MM' }),
        from: z.iso.date(),
        to: z.iso.date().meta({ description: 'Its last day, or today while it runs' }),
      }),
    ),
  })
  .meta({ id: 'StatisticCourse' })

/** What the official monthly table says of one town or industry. */
export const MonthlyFigures = Tally.pick({
  foundGeneral: true,
  fixedGeneral: true,
  foundMajor: true,
  closedMajor: true,
}).extend({
  units: count.meta({ description: '单位数: units supervised, whether or not they reported' }),
  planned: count.meta({ description: '列入治理计划: major hazards with a plan' }),
  fiveSettled: count.meta({
    description: '五到位: major hazards whose plan settles all five elements',
  }),
  listed: count.meta({ description: '挂牌督办' }),
  listedByProvince: count.meta({ description: '省级挂牌督办' }),
  funds: z.number().min(0).meta({ description: '落实资金, in 万元' }),
  generalRate: ratio,
  majorRate: ratio,
})

/** 月报表: cumulative from January to the month's end. */
export const Monthly = z
  .object({
    month: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    unit: z
      .object({ zh: z.string(), en: z.string() })
      .meta({ description: '填报单位: the bureau that hands it in' }),
    filledBy: z.string().meta({ description: '填报人' }),
    filledOn: z.iso.date().meta({ description: '填报日期' }),
    total: MonthlyFigures,
    towns: z.array(MonthlyFigures.extend({ key: z.string(), name: z.string() })),
    industries: z.array(MonthlyFigures.extend({ key: z.string(), name: z.string() })),
  })
  .meta({ id: 'Monthly' })
export type Monthly = z.output<typeof Monthly>
