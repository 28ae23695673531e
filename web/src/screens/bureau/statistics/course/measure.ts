import type { MonthFigure } from '@onemap/api/domain/course'

/** A figure that is followed over the months. */
export interface CourseMeasure {
  readonly key: string
  readonly name: string
  readonly form: 'count' | 'rate'
  /** Two years of months, the earliest first. */
  readonly figures: readonly MonthFigure[]
  /** Of a count, what is told apart of it. */
  readonly part?: { readonly name: string; readonly figures: readonly MonthFigure[] }
  /** How it is worked out. */
  readonly formula?: string
}
