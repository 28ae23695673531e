import { defineStore } from 'pinia'
import { reactive } from 'vue'
import { useSession } from '../../../session/session.ts'
import { emptyRiskPoint, type RiskPointDraft } from './risk-point-draft.ts'

/**
 * Risk points begun and not sent, by person and enterprise: an ended session or another screen loses nothing.
 * Only in this page's memory: it may be personal.
 */
export const useKeptRiskPoints = defineStore('kept-risk-points', () => {
  const session = useSession()
  const kept = new Map<string, { point: RiskPointDraft }>()
  const keyOf = (enterpriseId: string): string => `${session.me?.id ?? ''} ${enterpriseId}`
  return {
    /** The one begun for an enterprise, or a new one. */
    begin(enterpriseId: string): { point: RiskPointDraft } {
      const key = keyOf(enterpriseId)
      const begun = kept.get(key) ?? reactive({ point: emptyRiskPoint() })
      kept.set(key, begun)
      return begun
    },
    forget: (enterpriseId: string): void => {
      kept.delete(keyOf(enterpriseId))
    },
  }
})
