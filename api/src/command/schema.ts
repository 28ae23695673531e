import { z } from 'zod'
import { HAZARD_STATUS_CODES } from '../domain/hazard.ts'

const count = z.int().min(0)
const day = z.iso.date()
const ratio = z
  .number()
  .min(0)
  .nullable()
  .meta({ description: 'From 0 to 1; null where there is nothing to divide by, shown as —' })
const byLevel = z.object({ 1: count, 2: count, 3: count, 4: count, unassessed: count })

/** 整改率 of the month that figures are told of, or the one before: of what was found, what was accepted by its end. */
const MonthOfRectification = z.object({
  from: day,
  to: day.meta({ description: 'Last day of the month, or the day shown' }),
  found: count.meta({ description: 'Void ones left out' }),
  fixed: count,
  rate: ratio.meta({ description: 'fixed ÷ found, as 整改率 of the statistics' }),
})

const Town = z.object({
  code: z.string(),
  name: z.string(),
  open: count,
  overdue: count,
  due: count.meta({
    description: 'Hazards whose last day in time lies within `rates`, and not after `day`',
  }),
  late: count.meta({ description: 'Of those, overdue or accepted after the deadline' }),
  overdueRate: ratio.meta({ description: '超期率: late ÷ due' }),
  dueObjects: count.meta({ description: 'Objects with a patrol due within `rates`' }),
  visitedObjects: count,
  coverage: ratio.meta({ description: '巡查覆盖率: visitedObjects ÷ dueObjects' }),
})

const Week = z.object({
  week: day.meta({ description: 'Its Monday' }),
  found: count.meta({ description: 'Reported within the week, void ones left out' }),
  closed: count.meta({ description: 'Rectified: accepted by a review within the week' }),
  backlog: count.meta({ description: 'Open at the end of the week, or of the day shown' }),
})

const IndustryLevels = z.object({
  code: z.string(),
  name: z.string(),
  enterprises: count,
  byLevel: byLevel.meta({ description: 'Risk points' }),
})

const OldestMajor = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  code: z.string(),
  description: z.string(),
  status: z.enum(HAZARD_STATUS_CODES),
  reportedOn: day,
  deadline: day.nullable(),
  openDays: count.meta({ description: 'Days since it was reported' }),
  overdueDays: count.meta({ description: '0 unless overdue' }),
})

/** The figures of the command screen, as they stood at the end of a day; each layer narrowed by the facets it has. */
export const CommandFigures = z
  .object({
    asOf: z.iso.datetime({ offset: true }).meta({ description: 'When they were counted' }),
    day: day.meta({ description: 'The day shown, in China' }),
    past: z
      .boolean()
      .meta({ description: 'Whether the day is over: then the figures are those of its end' }),
    enterprises: z.object({ total: count, byLevel }),
    riskPoints: z.object({
      total: count,
      byLevel,
      byAccidentType: z
        .record(z.string(), count)
        .meta({ description: 'GB 6441 types that occur; "none" where no source is known' }),
    }),
    hazards: z.object({
      total: count,
      open: count,
      overdue: count,
      majorOpen: count,
      byStatus: z.record(z.enum(HAZARD_STATUS_CODES), count),
    }),
    rectification: z.object({ month: MonthOfRectification, before: MonthOfRectification }),
    grids: z.object({
      patrolled: count.meta({ description: 'Grids with a visit made on the day' }),
      total: count.meta({ description: 'Grids that have objects' }),
    }),
    neighbours: z.object({
      untold: count.meta({
        description: 'Neighbours who hold a notice in force that they have not signed',
      }),
      late: count.meta({ description: 'Of those, told longer ago than the profile waits' }),
    }),
    rates: z.object({ from: day, to: day }).meta({
      description:
        'The month that the rates by town are told of, whole: the running one, in its first ten days the one before',
    }),
    towns: z.array(Town).meta({ description: 'All towns, also those with nothing' }),
    weeks: z.array(Week).meta({ description: '52 weeks, the last one that of the day' }),
    industryLevels: z.array(IndustryLevels).meta({
      description:
        'By GB/T 4754 class, "" where none is registered; most risk points first. The chosen classes do not limit it',
    }),
    oldestMajor: z
      .array(OldestMajor)
      .meta({ description: 'Up to ten open major hazards, the oldest first' }),
  })
  .meta({ id: 'CommandFigures' })
export type CommandFigures = z.output<typeof CommandFigures>
