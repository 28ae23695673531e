import type { z } from 'zod'
import { missingItems } from '../domain/completeness.ts'
import type { RiskPoint, RiskPointRow } from './schema.ts'

/** A risk point as every answer shows it: with what it lacks. */
export function shown(row: z.output<typeof RiskPointRow>): z.output<typeof RiskPoint> {
  return {
    ...row,
    missing: missingItems({ ...row, measures: row.sources.flatMap((source) => source.measures) }),
  }
}
