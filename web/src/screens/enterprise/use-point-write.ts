import { useQueryCache } from '@pinia/colada'
import { refusalOf } from '../../api.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import type { RiskPoint, RiskPointDetail } from './queries.ts'

/** Fetches anew whatever a change of a risk point can show in. */
export function useRiskRefresh(): () => Promise<void> {
  const cache = useQueryCache()
  return async () => {
    await Promise.all(
      [['risk-points'], ['enterprises'], ['summary'], ['prejudgements']].map((key) =>
        cache.invalidateQueries({ key }),
      ),
    )
  }
}

/** Sends a change; whoever was slower than somebody else sees what stands now and keeps what they typed. */
export function useWrite(work: () => Promise<unknown>, done: () => void) {
  const refresh = useRiskRefresh()
  return useSubmit(async () => {
    try {
      await work()
    } catch (error) {
      if (refusalOf(error)?.status === 409) await refresh()
      throw error
    }
    void refresh()
    done()
  })
}

/** The same for a change of one risk point: what the server answered is shown at once. */
export function usePointWrite(
  enterpriseId: () => string,
  work: () => Promise<RiskPoint | null>,
  done: () => void,
) {
  const cache = useQueryCache()
  return useWrite(async () => {
    const point = await work()
    if (point === null) return
    const key = ['risk-points', enterpriseId(), point.id]
    const before = cache.getQueryData<RiskPointDetail>(key)
    if (before !== undefined) cache.setQueryData(key, { ...before, ...point })
  }, done)
}
