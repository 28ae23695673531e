import { z } from 'zod'
import type { ReadLimits } from '../limits.ts'
import type { SheetRow } from '../sheet-row.ts'
import type { SheetInfo } from '../table-file.ts'

/** What the thread that reads is given to begin with. */
export interface ReaderData {
  readonly name: string
  readonly bytes: Uint8Array
  readonly limits: ReadLimits
}

/** What is asked of the thread that reads. Every reading of a sheet has a number of its own. */
export type Question =
  | { readonly ask: 'begin'; readonly reading: number; readonly sheet: number }
  | { readonly ask: 'more' | 'end'; readonly reading: number }

const Text = z.object({ zh: z.string(), en: z.string() })
const isRow = (value: unknown): value is SheetRow =>
  typeof value === 'object' && value !== null && 'number' in value && 'cells' in value

/** What the thread that reads answers. */
export const Answer = z.discriminatedUnion('say', [
  z.object({
    say: z.literal('open'),
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    date1904: z.boolean(),
  }),
  z.object({
    say: z.literal('rows'),
    reading: z.number(),
    rows: z.array(z.custom<SheetRow>(isRow)),
    done: z.boolean(),
  }),
  z.object({ say: z.literal('problem'), reading: z.number().nullable(), text: Text }),
])
export type Answer = z.output<typeof Answer>

/** What an opened file says of itself. */
export interface Opened {
  readonly sheets: readonly SheetInfo[]
  readonly date1904: boolean
}
