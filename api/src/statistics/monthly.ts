import type { Tx } from '../db/database.ts'
import type { Label } from '../domain/dictionary.ts'
import { cumulativePeriod, ratio } from '../domain/statistics.ts'
import { countHazards, countUnits, type Counts } from './queries.ts'
import type { Monthly } from './schema.ts'

/** What a table is made from besides the database. */
interface Making {
  /** `YYYY-MM`, cumulative from January. */
  readonly month: string
  /** `YYYY-MM-DD` in China. */
  readonly today: string
  /** The bureau that hands it in. */
  readonly unit: Label
  readonly filledBy: string
}

/** The official monthly table. Its units are those that are supervised, whether or not they reported anything. */
export async function readMonthly(
  tx: Tx,
  { month, today, unit, filledBy }: Making,
): Promise<Monthly> {
  const period = { ...cumulativePeriod(month), today }
  const towns = await countHazards(tx, 'town', {}, period)
  const industries = await countHazards(tx, 'industry', {}, period)
  const inTowns = await supervised(tx, 'town')
  const inIndustries = await supervised(tx, 'industry')
  return {
    month,
    from: period.from,
    to: period.to,
    unit: { zh: unit.zh, en: unit.en },
    filledBy,
    filledOn: today,
    total: { ...figuresOf(towns.total), units: inTowns(null) },
    towns: named(towns.rows, inTowns),
    industries: named(industries.rows, inIndustries),
  }
}

type UnitsOf = (key: string | null) => number

/** How many units are supervised in a town or an industry; with null, altogether. */
async function supervised(tx: Tx, by: 'town' | 'industry'): Promise<UnitsOf> {
  const counted = new Map((await countUnits(tx, by)).map(({ key, units }) => [key, units]))
  return (key) => counted.get(key) ?? 0
}

function named(
  rows: readonly (Counts & { key: string; name: string })[],
  unitsOf: UnitsOf,
): Monthly['towns'] {
  return rows.map((row) => ({
    key: row.key,
    name: row.name,
    ...figuresOf(row),
    units: unitsOf(row.key),
  }))
}

function figuresOf({
  foundGeneral,
  fixedGeneral,
  foundMajor,
  closedMajor,
  planned,
  fiveSettled,
  listed,
  listedByProvince,
  funds,
}: Counts): Omit<Monthly['total'], 'units'> {
  return {
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
