import type { PointTemplate } from '../content/trade.ts'
import { COMMON_POINTS } from '../content/common.ts'
import type { EnterprisePlan } from '../plan.ts'
import type { Random } from '../random.ts'

/** A template put into a particular plant. */
export interface ChosenPoint {
  readonly template: PointTemplate
  readonly name: string
  readonly unit: string
}

/** Part of a plant's risk points that any plant has: switchgear, forklifts, hot work. */
const COMMON_PART = 0.3

/** Chooses as many risk points as planned, the trade's own first, in the order of departments. */
export function choosePoints(random: Random, { trade, line, riskPoints }: EnterprisePlan): ChosenPoint[] {
  const own = trade.points.filter(({ lines }) => lines === undefined || lines.includes(line.key))
  const units = [...new Set(own.map(({ unit }) => unit))]
  const ownCount = trade.alone ? riskPoints : Math.ceil(riskPoints * (1 - COMMON_PART))
  const copies = [...drawCopies(random, own, ownCount), ...drawCopies(random, COMMON_POINTS, riskPoints - ownCount)]

  const placed = copies.map((template) => ({ template, unit: template.unit === '*' ? random.pick(units) : template.unit }))
  const order = (unit: string) => (units.includes(unit) ? units.indexOf(unit) : units.length)
  placed.sort((a, b) => order(a.unit) - order(b.unit))
  return numbered(placed)
}

/** Every template once, then those of which plants have several, then whatever is needed. */
function drawCopies(random: Random, templates: readonly PointTemplate[], count: number): PointTemplate[] {
  const chosen: PointTemplate[] = []
  for (let round = 1; chosen.length < count; round++) {
    const candidates = round <= 6 ? templates.filter(({ many }) => (many ?? 1) >= round) : templates
    chosen.push(...random.shuffled(candidates).slice(0, count - chosen.length))
  }
  return chosen
}

/** Tells things of one name apart: `1#蒸煮锅`, `原料仓库（2号）`, `制浆车间动火作业`. */
function numbered(points: readonly { template: PointTemplate; unit: string }[]): ChosenPoint[] {
  const named = points.map(({ template, unit }) => ({ template, unit, base: template.unit === '*' ? `${unit}${template.name}` : template.name }))
  const totals = new Map<string, number>()
  for (const { base } of named) totals.set(base, (totals.get(base) ?? 0) + 1)
  const reached = new Map<string, number>()
  return named.map(({ template, unit, base }) => {
    const number = (reached.get(base) ?? 0) + 1
    reached.set(base, number)
    const only = totals.get(base) === 1
    const isThing = template.type === 'facility' || template.type === 'part'
    const name = only ? base : isThing ? `${number}#${base}` : `${base}（${number}号）`
    return { template, name, unit }
  })
}
