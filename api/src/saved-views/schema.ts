import { z } from 'zod'
import { line } from '../http/text-input.ts'

/** Screens whose lists can be kept by a name. */
export const VIEW_SCREENS = ['hazards', 'orders', 'enterprises'] as const

/** A list as somebody wants to see it again: its filters as in the address, and its columns. */
export const SavedView = z
  .object({
    id: z.uuid(),
    screen: z.enum(VIEW_SCREENS),
    name: z.string(),
    query: z.record(z.string(), z.string()),
    columns: z.array(z.string()),
  })
  .meta({ id: 'SavedView' })

const name = line(40)
const query = z.record(line(40), line(500, 0)).meta({ 'x-keys': 'line' })
const columns = z.array(line(40)).max(40)

export const NewSavedView = z
  .strictObject({ screen: z.enum(VIEW_SCREENS), name, query, columns: columns.default([]) })
  .meta({ id: 'NewSavedView' })
export const SavedViewChange = z
  .strictObject({ name: name.optional(), query: query.optional(), columns: columns.optional() })
  .meta({ id: 'SavedViewChange' })
