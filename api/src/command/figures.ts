import { sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { dayAfter, firstDayOf } from '../domain/calendar.ts'
import { figuresPeriod } from '../domain/figures-period.ts'
import { HISTORY_WEEKS, weekOf } from '../domain/history.ts'
import { ratio } from '../domain/statistics.ts'
import { countCoverage } from './coverage.ts'
import type { CommandFacets } from './facets.ts'
import { countHazards, type HazardPeriods } from './hazards.ts'
import type { CommandFigures } from './schema.ts'
import { countStock } from './stock.ts'

/** The figures of the command screen at the end of a day. @param day `YYYY-MM-DD` in China */
export async function figuresOn(
  tx: Tx,
  facets: CommandFacets,
  day: string,
): Promise<Omit<CommandFigures, 'asOf' | 'past'>> {
  const periods = periodsOf(day)
  // Long statements, run once: to compile them takes longer than to run them.
  await tx.execute(sql`SET LOCAL jit = off`)
  const stock = await countStock(tx, facets, day)
  const { month, before, towns, ...hazards } = await countHazards(tx, facets, periods)
  const coverage = await countCoverage(tx, facets, periods.rates, day)
  const byTown = new Map(towns.map((town) => [town.code, town]))
  return {
    day,
    ...stock,
    ...hazards,
    rectification: {
      month: {
        from: periods.month[0],
        to: periods.month[1],
        ...month,
        rate: ratio(month.fixed, month.found),
      },
      before: {
        from: periods.before[0],
        to: periods.before[1],
        ...before,
        rate: ratio(before.fixed, before.found),
      },
    },
    rates: { from: periods.rates[0], to: periods.rates[1] },
    towns: coverage.map((town) => {
      const { open, overdue, due, late } = byTown.get(town.code) ?? {
        open: 0,
        overdue: 0,
        due: 0,
        late: 0,
      }
      return {
        ...town,
        open,
        overdue,
        due,
        late,
        overdueRate: ratio(late, due),
        coverage: ratio(town.visitedObjects, town.dueObjects),
      }
    }),
  }
}

function periodsOf(day: string): HazardPeriods {
  const told = figuresPeriod(day)
  const lastBefore = dayAfter(told.from, -1)
  const lastWeek = weekOf(day)
  return {
    day,
    month: [told.from, told.to < day ? told.to : day],
    before: [firstDayOf(lastBefore.slice(0, 7)), lastBefore],
    rates: [told.from, told.to],
    firstWeek: dayAfter(lastWeek, -7 * (HISTORY_WEEKS - 1)),
    lastWeek,
  }
}
