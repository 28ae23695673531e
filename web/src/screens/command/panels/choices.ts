import type { ChartChoice } from '../../../charts/chart-choice.ts'

type Say = (key: string, named: Record<string, unknown>) => string

/** A part of a chart as a button says it: what it is, how much, and what pressing it does. */
export function choiceOf(
  t: Say,
  { key, name, value, chosen }: { key: string; name: string; value: string; chosen: boolean },
): ChartChoice {
  return {
    key,
    chosen,
    label: t(chosen ? 'command.chart.chosen' : 'command.chart.choose', { name, value }),
  }
}
