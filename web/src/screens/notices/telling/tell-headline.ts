import type { MustTell, MustTellMe } from '../queries.ts'
import { firmsOf, tallyOf } from '../tally.ts'

/** How telling others stands, in one sentence: its key below `notices.telling`, and its figures. */
export function tellHeadline(items: readonly MustTell[]): {
  key: 'nobody' | 'settled' | 'headline'
  figures: { points: number; firms: number; open: number }
} {
  const tally = tallyOf(items)
  const open = tally.waiting + tally.late + tally['not-told']
  return {
    key: items.length === 0 ? 'nobody' : open === 0 ? 'settled' : 'headline',
    figures: { points: items.length, firms: firmsOf(items), open },
  }
}

/** How many points of how many others concern an enterprise; what it may not know yet counts too. */
export function tellMeFigures(items: readonly MustTellMe[]): { points: number; firms: number } {
  const points = items.map(
    ({ points: named, untold }) =>
      named.filter(({ state }) => state !== 'not-told').length + untold,
  )
  return { firms: items.length, points: points.reduce((sum, one) => sum + one, 0) }
}
