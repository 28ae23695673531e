import type { PointTemplate } from '../content/trade.ts'
import { COMMON_POINTS } from '../content/common.ts'
import type { EnterprisePlan } from '../plan.ts'
import type { Random } from '../random.ts'

/** A template put into a particular plant. */
export interface ChosenPoint {
  readonly template: PointTemplate
  readonly name: string
  readonly unit: string
  /** Place inside the department. */
  readonly at: string
}

/** Part of a plant's risk points that any plant has: switchgear, forklifts, hot work. */
const COMMON_PART = 0.3

/** Chooses as many risk points as planned, in the order of departments. */
export function choosePoints(
  random: Random,
  { trade, line, riskPoints }: EnterprisePlan,
): ChosenPoint[] {
  const own = trade.points.filter(({ lines }) => lines === undefined || lines.includes(line.key))
  const common = trade.alone ? [] : COMMON_POINTS
  const commonCount = shareOfCommon(riskPoints, usualNumber(own), usualNumber(common))
  const copies = [
    ...drawCopies(random, own, riskPoints - commonCount),
    ...drawCopies(random, common, commonCount),
  ]

  const units = [...new Set(own.map(({ unit }) => unit))]
  const workshops = [
    ...new Set(own.filter(({ domain }) => domain === 'production').map(({ unit }) => unit)),
  ]
  const placed = copies.map((template) => ({
    template,
    unit: template.unit === '*' ? random.pick(workshops) : template.unit,
  }))
  const order = (unit: string) => (units.includes(unit) ? units.indexOf(unit) : units.length)
  placed.sort((a, b) => order(a.unit) - order(b.unit))
  return numbered(random, placed)
}

/** How many things of these kinds a plant has before it has too many of one. */
function usualNumber(templates: readonly PointTemplate[]): number {
  return templates.reduce((sum, { many }) => sum + (many ?? 1), 0)
}

/** The usual part, more where the trade's own points would repeat themselves too often. */
function shareOfCommon(total: number, usualOwn: number, usualCommon: number): number {
  const usual = Math.floor(total * COMMON_PART)
  return Math.min(
    Math.max(usual, total - usualOwn),
    Math.max(usualCommon, usual === 0 ? 0 : Math.min(usual, usualCommon * 2)),
  )
}

/** Every template once, then those of which plants have several, then whatever is needed. */
function drawCopies(
  random: Random,
  templates: readonly PointTemplate[],
  count: number,
): PointTemplate[] {
  const chosen: PointTemplate[] = []
  for (let round = 1; chosen.length < count; round++) {
    const candidates = round <= 6 ? templates.filter(({ many }) => (many ?? 1) >= round) : templates
    chosen.push(...random.shuffled(candidates).slice(0, count - chosen.length))
  }
  return chosen
}

/** Tells points of one name apart: things by number (`2#蒸煮锅`), the others by place (`骨料堆棚（二号棚）`). */
function numbered(
  random: Random,
  points: readonly { template: PointTemplate; unit: string }[],
): ChosenPoint[] {
  const named = points.map(({ template, unit }) => ({
    template,
    unit,
    base: template.unit === '*' ? `${unit}${template.name}` : template.name,
  }))
  const totals = new Map<string, number>()
  for (const { base } of named) totals.set(base, (totals.get(base) ?? 0) + 1)
  const reached = new Map<string, number>()
  return named.map(({ template, unit, base }) => {
    const number = (reached.get(base) ?? 0) + 1
    reached.set(base, number)
    if (totals.get(base) === 1) return { template, unit, name: base, at: random.pick(template.at) }
    const place = placeOf(template.at, number)
    const isThing = template.type === 'facility' || template.type === 'part'
    return {
      template,
      unit,
      name: isThing ? `${number}#${base}` : `${base}（${place}）`,
      at: place,
    }
  })
}

/** The place of the n-th of several: another one each time; a number in it is that of the thing. */
function placeOf(places: readonly string[], number: number): string {
  const place = places[(number - 1) % places.length] ?? ''
  const own = place.replace(/^\d+(?=[#号])/, String(number))
  return own === place && number > places.length ? `${place}${number}号位` : own
}
