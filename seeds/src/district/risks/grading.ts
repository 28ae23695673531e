import type { RiskLevel } from '@onemap/api/domain/risk-level'
import { LEC_CLASSIC } from '@onemap/api/domain/lec-profiles'
import { assessLec } from '@onemap/api/domain/lec'
import { LS_STANDARD } from '@onemap/api/domain/ls-profiles'
import { assessLs } from '@onemap/api/domain/risk-matrix'
import type { Consequence } from '../content/trade.ts'
import type { Random } from '../random.ts'

/**
 * How often a source whose worst outcome is C ends at each level with its controls in place. Fitted to the
 * content library so that the points of a district come near 3 / 9 / 28 / 60 %.
 */
const LEVEL_ODDS: Readonly<Record<Consequence, Readonly<Record<RiskLevel, number>>>> = {
  100: { 1: 0.245, 2: 0.366, 3: 0.3, 4: 0.089 },
  40: { 1: 0.046, 2: 0.201, 3: 0.484, 4: 0.269 },
  15: { 1: 0.002, 2: 0.035, 3: 0.291, 4: 0.672 },
  7: { 1: 0, 2: 0.004, 3: 0.132, 4: 0.864 },
  3: { 1: 0, 2: 0, 3: 0.037, 4: 0.963 },
  1: { 1: 0, 2: 0, 3: 0, 4: 1 },
}

const LEVELS: readonly RiskLevel[] = [1, 2, 3, 4]

/** Draws a level for a source, at most as dangerous as `worst`. */
export function drawLevel(
  random: Random,
  consequence: Consequence,
  worst: RiskLevel = 1,
): RiskLevel {
  const odds = LEVELS.filter((level) => level >= worst).map(
    (level) => [level, LEVEL_ODDS[consequence][level]] as const,
  )
  return odds.every(([, weight]) => weight === 0) ? worst : random.weighted(odds)
}

interface LecChoice {
  readonly l: number
  readonly e: number
  readonly c: Consequence
}

const LIKELIHOODS: readonly number[] = LEC_CLASSIC.l.map(({ value }) => value).sort((a, b) => a - b)
/** What assessors choose: hardly anybody writes the ends of the scale for a risk under control. */
const USUAL_L = [0.2, 0.5, 1, 3, 6]
const USUAL_E = [1, 2, 3, 6, 10]

const LEC_CHOICES = tabulate<LecChoice>(
  ([100, 40, 15, 7, 3, 1] as const).flatMap((c) =>
    USUAL_E.flatMap((e) => USUAL_L.map((l) => ({ l, e, c }))),
  ),
  (choice) => `${choice.c} ${assessLec(LEC_CLASSIC, choice).level}`,
)

/** Inputs of LEC whose score has the level; undefined where no usual values give it. */
export function drawLec(
  random: Random,
  consequence: Consequence,
  level: RiskLevel,
): LecChoice | undefined {
  const choices = LEC_CHOICES.get(`${consequence} ${level}`)
  return choices && random.pick(choices)
}

/** The same source without its controls: one or two steps likelier. */
export function withoutControls(random: Random, { l, e, c }: LecChoice): LecChoice {
  const step = LIKELIHOODS.indexOf(l) + random.int(1, 2)
  return { l: LIKELIHOODS[step] ?? 10, e, c }
}

interface LsChoice {
  readonly l: number
  readonly s: number
}

const LS_CHOICES = tabulate<LsChoice>(
  [1, 2, 3, 4, 5].flatMap((s) => [1, 2, 3, 4, 5].map((l) => ({ l, s }))),
  (choice) => `${choice.s} ${assessLs(LS_STANDARD, choice).level}`,
)
const SEVERITY: Readonly<Record<Consequence, number>> = { 100: 5, 40: 5, 15: 5, 7: 4, 3: 3, 1: 2 }

/** Inputs of the matrix whose score has the level; undefined where the severity does not allow it. */
export function drawLs(
  random: Random,
  consequence: Consequence,
  level: RiskLevel,
): LsChoice | undefined {
  const choices = LS_CHOICES.get(`${SEVERITY[consequence]} ${level}`)
  return choices && random.pick(choices)
}

export function lsWithoutControls(random: Random, { l, s }: LsChoice): LsChoice {
  return { l: Math.min(5, l + random.int(1, 2)), s }
}

function tabulate<Choice>(
  choices: readonly Choice[],
  keyOf: (choice: Choice) => string,
): Map<string, Choice[]> {
  const table = new Map<string, Choice[]>()
  for (const choice of choices) {
    const key = keyOf(choice)
    table.set(key, [...(table.get(key) ?? []), choice])
  }
  return table
}
