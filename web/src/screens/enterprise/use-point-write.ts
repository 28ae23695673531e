import { useQueryCache } from '@pinia/colada'
import { refusalOf } from '../../api.ts'
import { useSubmit } from '../../ui/use-submit.ts'

/** Fetches anew whatever a change of a risk point can show in. */
export function useRiskRefresh(): () => Promise<void> {
  const cache = useQueryCache()
  return async () => {
    await Promise.all([['risk-points'], ['enterprises'], ['summary'], ['prejudgements']].map((key) => cache.invalidateQueries({ key })))
  }
}

/** Sends a change of a risk point; whoever was slower than somebody else sees what stands now and keeps what they typed. */
export function usePointWrite(work: () => Promise<unknown>, done: () => void) {
  const refresh = useRiskRefresh()
  return useSubmit(async () => {
    try {
      await work()
    } catch (error) {
      if (refusalOf(error)?.status === 409) await refresh()
      throw error
    }
    await refresh()
    done()
  })
}
