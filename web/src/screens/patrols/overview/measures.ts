import { codesOf, type Dictionary, type Label } from '@onemap/api/domain/dictionary'
import { percent } from '@onemap/api/domain/statistics'
import type { PatrolFigures } from '../queries.ts'

interface MeasureEntry extends Label {
  /** Null where there is nothing to divide by. */
  readonly of: (figures: PatrolFigures) => number | null
  readonly written: (value: number | null) => string
  /** Four thresholds, rising: below the first is the faintest of five shades. The same for every period, so that two maps compare. */
  readonly steps: readonly [number, number, number, number]
}

const RATE_STEPS = [0.5, 0.7, 0.85, 0.95] as const
const whole = (value: number | null): string => (value === null ? '—' : String(value))
const twoDecimals = (value: number | null): string => (value === null ? '—' : value.toFixed(2))

/** What shades the grids on the map. */
export const MEASURES = {
  coverage: {
    zh: '覆盖率',
    en: 'Coverage',
    of: ({ rates }) => rates.coverage,
    written: percent,
    steps: RATE_STEPS,
  },
  onTime: {
    zh: '按期率',
    en: 'On time',
    of: ({ rates }) => rates.onTime,
    written: percent,
    steps: RATE_STEPS,
  },
  hazardsPerVisit: {
    zh: '次均发现隐患',
    en: 'Hazards a visit',
    of: ({ rates }) => rates.hazardsPerVisit,
    written: twoDecimals,
    steps: [0.02, 0.05, 0.1, 0.2],
  },
  closures: {
    zh: '核实整改',
    en: 'Closures verified',
    of: ({ closuresVerified }) => closuresVerified,
    written: whole,
    steps: [1, 3, 6, 12],
  },
} as const satisfies Dictionary<string, MeasureEntry>
export type Measure = keyof typeof MEASURES
export const MEASURE_CODES = codesOf(MEASURES)

/** What each of the five shades stands for. */
export function shadeTexts(measure: Measure): readonly string[] {
  const { steps } = MEASURES[measure]
  const short = (value: number): string =>
    measure === 'coverage' || measure === 'onTime' ? `${Math.round(value * 100)}%` : String(value)
  return [
    `< ${short(steps[0])}`,
    ...steps.map((step, index) => {
      const next = steps[index + 1]
      return next === undefined ? `≥ ${short(step)}` : `${short(step)} – ${short(next)}`
    }),
  ]
}
