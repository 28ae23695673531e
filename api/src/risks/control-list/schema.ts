import { z } from 'zod'
import { DATUM_CODES } from '../../domain/datum.ts'
import { param } from '../../http/query-params.ts'

/** What a control list changes, by kind of thing. */
const TALLY_CODES = [
  'risk-points',
  'sources',
  'assessments',
  'measures',
  'responsibilities',
] as const

const count = z.int().min(0)

/** What an import did, or would do. */
export const ControlListReport = z
  .object({
    checked: z.boolean().meta({ description: 'Only looked at: nothing was written' }),
    rows: count,
    problems: z
      .array(
        z.object({
          row: z.int().meta({ description: 'As the spreadsheet numbers it' }),
          column: z.string(),
          message: z.string(),
        }),
      )
      .meta({ description: 'The first 200' }),
    problemTotal: count,
    tallies: z.array(
      z.object({
        what: z.enum(TALLY_CODES),
        created: count,
        updated: count,
        removed: count,
        unchanged: count,
      }),
    ),
    ignoredHeadings: z.array(z.string()),
    hiddenRows: count.meta({ description: 'Rows of data that are hidden or filtered out' }),
    notices: z
      .array(z.string())
      .meta({ description: 'What was not read, and what else there is to know' }),
  })
  .meta({ id: 'ControlListReport' })
export type ControlListReport = z.output<typeof ControlListReport>

export const ControlListForm = z.strictObject({
  file: z
    .custom<File>((value) => value instanceof File, 'one file')
    .meta({
      type: 'string',
      format: 'binary',
      description: 'An .xlsx workbook or a .csv of up to 10 MB',
    }),
})

export const ControlListQuery = z.strictObject({
  check: param(z.stringbool({ truthy: ['true'], falsy: ['false'] }), 'true or false')
    .optional()
    .meta({ description: 'Say what would happen, write nothing' }),
  hidden: z
    .enum(['read', 'skip'])
    .optional()
    .meta({ description: 'What becomes of hidden and filtered rows; they are read unless told' }),
  datum: z
    .enum(DATUM_CODES)
    .optional()
    .meta({ description: 'Of coordinates whose row names none' }),
})
