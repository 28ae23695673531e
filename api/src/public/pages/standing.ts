import type { Database } from '../../db/database.ts'
import { standingBatch } from '../roster/queries.ts'
import type { PublicBatch } from '../roster/schema.ts'

/** How long an edition is taken for the newest without asking again. */
const FRESH_MS = 2000

/** The edition that stands, asked for at most every two seconds however many readers come. */
export function standingEdition(database: Database): () => Promise<PublicBatch | null> {
  let asked: { readonly at: number; readonly answer: Promise<PublicBatch | null> } | undefined
  return () => {
    const at = performance.now()
    if (asked === undefined || at - asked.at > FRESH_MS) {
      const answer = database
        .reading({ audience: 'public' }, standingBatch)
        .then((batch) => batch ?? null)
      answer.catch(() => {
        asked = undefined
      })
      asked = { at, answer }
    }
    return asked.answer
  }
}
