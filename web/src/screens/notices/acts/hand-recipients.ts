import * as z from 'zod/mini'

const Rows = z.array(z.object({ enterpriseId: z.string(), name: z.string(), reason: z.string() }))

/** Somebody who is told though no radius reaches them. */
export type HandRecipient = z.output<typeof Rows>[number]

/** Reads what a draft of the form keeps; nothing where it keeps nothing that can be read. */
export function readHandRecipients(text: string): HandRecipient[] {
  try {
    const rows = Rows.safeParse(JSON.parse(text))
    return rows.success ? rows.data : []
  } catch {
    return []
  }
}

/** What a draft of the form keeps. */
export const writeHandRecipients = (rows: readonly HandRecipient[]): string => JSON.stringify(rows)
