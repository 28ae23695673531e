import { CHANGE_ACTIONS, type ChangeEntry } from '@onemap/api/domain/change'
import * as z from 'zod/mini'

const place = { lon: z.number(), lat: z.number() }
const Row = z.union([
  z.object({
    name: z.string(),
    initials: z.string(),
    creditCode: z.string(),
    kind: z.string(),
    level: z.number(),
    town: z.string(),
    grid: z.string(),
    industry: z.string(),
    industryName: z.string(),
    ...place,
  }),
  z.object({ level: z.number(), accidentType: z.number(), ...place }),
  z.object({
    status: z.string(),
    grade: z.string(),
    deadline: z.number(),
    reportedOn: z.number(),
    ...place,
  }),
])
const Entries = z.array(
  z.object({
    topic: z.string(),
    action: z.enum(CHANGE_ACTIONS),
    enterpriseId: z.optional(z.string()),
    id: z.optional(z.string()),
    no: z.optional(z.number()),
    row: z.optional(Row),
  }),
)

/** What the server tells a screen. */
export type News =
  /** From here on nothing is missed. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'changes'; readonly entries: readonly ChangeEntry[] }
  /** Too much was missed: everything is to be read anew. */
  | { readonly kind: 'reset' }

/** Reads the data of a `change` frame. @throws if the server says what this page does not understand: it is out of date */
export function readEntries(data: string): readonly ChangeEntry[] {
  return Entries.parse(JSON.parse(data)).map(({ topic, action, ...known }) => ({
    topic,
    action,
    ...withoutAbsent(known),
  }))
}

type Known = Partial<Pick<ChangeEntry, 'enterpriseId' | 'id' | 'no' | 'row'>>

function withoutAbsent({
  enterpriseId,
  id,
  no,
  row,
}: { [Key in keyof Known]?: Known[Key] | undefined }): Known {
  return {
    ...(enterpriseId === undefined ? {} : { enterpriseId }),
    ...(id === undefined ? {} : { id }),
    ...(no === undefined ? {} : { no }),
    ...(row === undefined ? {} : { row }),
  }
}
