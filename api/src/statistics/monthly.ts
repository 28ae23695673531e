import type { Tx } from '../db/database.ts'
import { cumulativePeriod, ratio } from '../domain/statistics.ts'
import { countHazards, type Counts } from './queries.ts'
import type { Monthly } from './schema.ts'

/** The official monthly table. @param month `YYYY-MM`, cumulative from January @param today `YYYY-MM-DD` in China */
export async function readMonthly(tx: Tx, month: string, today: string): Promise<Monthly> {
  const period = { ...cumulativePeriod(month), today }
  const towns = await countHazards(tx, 'town', {}, period)
  const industries = await countHazards(tx, 'industry', {}, period)
  return {
    month,
    from: period.from,
    to: period.to,
    total: figuresOf(towns.total),
    towns: named(towns.rows),
    industries: named(industries.rows),
  }
}

function named(rows: readonly (Counts & { key: string; name: string })[]): Monthly['towns'] {
  return rows.map((row) => ({ key: row.key, name: row.name, ...figuresOf(row) }))
}

function figuresOf({
  units,
  foundGeneral,
  fixedGeneral,
  foundMajor,
  closedMajor,
  planned,
  fiveSettled,
  listed,
  listedByProvince,
  funds,
}: Counts): Monthly['total'] {
  return {
    units,
    foundGeneral,
    fixedGeneral,
    foundMajor,
    closedMajor,
    planned,
    fiveSettled,
    listed,
    listedByProvince,
    funds,
    generalRate: ratio(fixedGeneral, foundGeneral),
    majorRate: ratio(closedMajor, foundMajor),
  }
}
