import { dayAfter } from '@onemap/api/domain/calendar'
import { pinyin } from 'pinyin-pro'
import { demonstrationCreditCode } from './credit.ts'
import { addressOf, createNamer } from './naming.ts'
import type { Line, Trade } from './content/trade.ts'
import { TRADES } from './content/trades.ts'
import type { Ground } from './place/ground.ts'
import { createSettler, type Settled } from './place/settle.ts'
import { radiusFor } from './place/site.ts'
import { createRandom, type Random } from './random.ts'
import { splitWhole } from './shares.ts'

export interface DistrictOptions {
  readonly enterprises: number
  readonly riskPoints: number
  /** Hazards found in the fourteen months before `asOf`: the year that can be shown begins with what was open then. */
  readonly hazards: number
  /** The same seed and day give the same district, ids included. */
  readonly seed: string
  /** The day before which everything has happened, `YYYY-MM-DD`. */
  readonly asOf: string
}

/** A hazard to come: its number in the district's year, and the day it is found. */
interface HazardSlot {
  readonly code: string
  readonly foundOn: string
}

/** What must be settled district-wide before an enterprise can be described on its own. */
export interface EnterprisePlan {
  readonly serial: number
  readonly trade: Trade
  readonly line: Line
  readonly name: string
  readonly initials: string
  readonly creditCode: string
  readonly address: string
  readonly site: Settled
  readonly riskPoints: number
  readonly hazards: readonly HazardSlot[]
}

/** Decides who stands where and how large everybody is; the rest is described enterprise by enterprise. */
export function planDistrict(ground: Ground, options: DistrictOptions): EnterprisePlan[] {
  const random = createRandom(`${options.seed} plan`)
  const members = splitTrades(options.enterprises).flatMap(({ trade, count }) =>
    linesOf(trade, count, random).map((line) => ({ trade, line })),
  )
  const sizes = splitWhole(
    options.riskPoints,
    members.map(({ trade }) => sizeOf(trade, random)),
    4,
  )
  const slots = hazardSlots(options, sizes, createRandom(`${options.seed} calendar`))
  const settle = createSettler(ground)
  const nameOf = createNamer(random)

  return members.map(({ trade, line }, index): EnterprisePlan => {
    const riskPoints = sizes[index] ?? 0
    const site = settle(random, line.clusters ?? trade.clusters, radiusFor(riskPoints))
    const name = nameOf(line, site)
    return {
      serial: index + 1,
      trade,
      line,
      name,
      initials: pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
        .join('')
        .toLowerCase(),
      creditCode: demonstrationCreditCode(index + 1, line.place ? '12' : '91'),
      address: addressOf(site, random),
      site,
      riskPoints,
      hazards: slots[index] ?? [],
    }
  })
}

function splitTrades(total: number): { trade: Trade; count: number }[] {
  const capped = TRADES.map((trade) =>
    Math.min(trade.atMost ?? Number.POSITIVE_INFINITY, Math.max(0, total)),
  )
  const rare = TRADES.map((trade, i) =>
    trade.atMost === undefined ? 0 : Math.min(capped[i] ?? 0, trade.atMost),
  )
  const rest = splitWhole(
    Math.max(0, total - rare.reduce((sum, n) => sum + n, 0)),
    TRADES.map((trade) => (trade.atMost === undefined ? trade.share : 0)),
  )
  return TRADES.map((trade, i) => ({ trade, count: (rare[i] ?? 0) + (rest[i] ?? 0) }))
}

/** Every line in proportion to its weight, in random order. */
function linesOf({ lines }: Trade, count: number, random: Random): Line[] {
  const counts = splitWhole(
    count,
    lines.map(({ weight }) => weight),
  )
  return random.shuffled(
    lines.flatMap((line, i) => Array.from({ length: counts[i] ?? 0 }, () => line)),
  )
}

function sizeOf({ size: [least, most] }: Trade, random: Random): number {
  return least + (most - least) * random.next() ** 1.6
}

const FOUND_DAYS = 425

/** Months in which more is looked for, the month of safe production (安全生产月) first, and the month of the Spring Festival, when little works. */
const BUSY: Readonly<Record<string, number>> = {
  '02': 0.55,
  '03': 1.15,
  '06': 1.5,
  '07': 1.2,
  '09': 1.15,
  '10': 0.85,
}
const BUSIEST = 1.5

function foundDay(asOf: string, random: Random): string {
  for (;;) {
    const day = dayAfter(asOf, -1 - Math.floor(random.next() * FOUND_DAYS))
    if (random.chance((BUSY[day.slice(5, 7)] ?? 1) / BUSIEST)) return day
  }
}

/** Hazards by enterprise, numbered through the district in the order they are found: `YH-2026-0123`. */
function hazardSlots(
  { hazards, asOf }: DistrictOptions,
  sizes: readonly number[],
  random: Random,
): HazardSlot[][] {
  const perEnterprise = splitWhole(
    hazards,
    sizes.map((size) => size ** 0.8 * (0.2 + random.next() ** 2 * 1.8)),
  )
  const found = perEnterprise.flatMap((count, enterprise) =>
    Array.from({ length: count }, () => ({ enterprise, foundOn: foundDay(asOf, random) })),
  )
  found.sort((a, b) =>
    a.foundOn < b.foundOn ? -1 : a.foundOn > b.foundOn ? 1 : a.enterprise - b.enterprise,
  )
  const slots: HazardSlot[][] = sizes.map(() => [])
  const lastNumber = new Map<string, number>()
  for (const { enterprise, foundOn } of found) {
    const year = foundOn.slice(0, 4)
    const number = (lastNumber.get(year) ?? 0) + 1
    lastNumber.set(year, number)
    slots[enterprise]?.push({ code: `YH-${year}-${String(number).padStart(4, '0')}`, foundOn })
  }
  return slots
}
