import { transitionOf } from '@onemap/api/domain/hazard-lifecycle'
import type { HazardEvent } from '@onemap/api/domain/hazard-event'
import type { HazardStatus } from '@onemap/api/domain/hazard'

/** What an act on many hazards asks once for all of them. */
interface BatchAct {
  readonly type: HazardEvent
  readonly asks: 'opinion' | 'reason' | 'duplicates'
  readonly required: boolean
}

/** Acts whose answers can be the same for many hazards. Whoever is responsible, deadlines and plans are each hazard's own. */
const BATCH_ACTS: readonly BatchAct[] = [
  { type: 'register', asks: 'duplicates', required: true },
  { type: 'pass', asks: 'opinion', required: false },
  { type: 'close', asks: 'opinion', required: false },
  { type: 'reject', asks: 'reason', required: true },
]

/** The acts that the closed loop allows for every one of some hazards. */
export function batchActsFor(
  hazards: readonly { readonly status: HazardStatus }[],
): readonly BatchAct[] {
  return hazards.length === 0
    ? []
    : BATCH_ACTS.filter(({ type }) =>
        hazards.every(({ status }) => transitionOf(status, type) !== undefined),
      )
}

/** The part of an act's body that is the same for all. */
export function batchAnswer(
  { asks }: BatchAct,
  text: string,
): { duplicatesChecked?: true; opinion?: string; reason?: string } {
  if (asks === 'duplicates') return { duplicatesChecked: true }
  return text.trim() === '' ? {} : { [asks]: text.trim() }
}
