import type { HazardEvent } from '@onemap/api/domain/hazard-event'
import { HAZARD_EVENTS } from '@onemap/api/domain/hazard-event'
import { HAZARD_ROLES, type HazardRole } from '@onemap/api/domain/hazard-roles'
import { useI18n } from 'vue-i18n'
import { useTerms } from '../../../i18n/term.ts'
import type { Hazard } from '../queries.ts'
import { whoseTurn } from './whose-turn.ts'

interface Turn {
  readonly event: HazardEvent
  readonly roles: readonly HazardRole[]
  readonly approver: HazardRole | null
}

/** Who is waited for and what for, in a sentence's parts; who approves it stands beside the step. */
export function useWhoseTurn(hazard: () => Hazard) {
  const { t } = useI18n()
  const { term } = useTerms()
  return (turn: Turn): { who: string; what: string } => ({
    who: whoseTurn(turn.roles, hazard(), term)
      .map(({ name, parts }) =>
        parts.length === 0
          ? name
          : t('hazards.acts.holder', { name, parts: parts.join(t('hazards.acts.comma')) }),
      )
      .join(t('hazards.acts.or')),
    what:
      turn.approver === null
        ? term(HAZARD_EVENTS[turn.event])
        : t('hazards.acts.withApproval', {
            act: term(HAZARD_EVENTS[turn.event]),
            approver: term(HAZARD_ROLES[turn.approver]),
          }),
  })
}
