import { useQueryCache } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { api } from '../../../api.ts'
import { newId } from '../../../ui/new-id.ts'
import { useSubmit } from '../../../ui/use-submit.ts'
import type { Notice } from '../queries.ts'

interface Acted {
  readonly id: string
  readonly enterpriseId: string
  readonly version: number
}

/** After whatever was done or refused, everything about notices is asked anew. */
export function useNoticeRefresh(): () => Promise<unknown> {
  const cache = useQueryCache()
  return () => cache.invalidateQueries({ key: ['notices'] })
}

/** Does one act to a notice: exactly once, whatever the network does. @param done what follows, with the notice as it stands; undefined after it was discarded */
export function useNoticeAct(
  notice: () => Acted,
  type: 'issue' | 'withdraw' | 'discard',
  reason: () => string,
  done: (after: Notice | undefined) => void,
) {
  const refresh = useNoticeRefresh()
  const clientId = newId()
  return useSubmit(async () => {
    const { enterpriseId, id, version } = notice()
    try {
      const response = await parseResponse(
        api.enterprises[':enterpriseId']['neighbour-notices'][':id'].events.$post({
          param: { enterpriseId, id },
          json: { type, version, clientId, ...(reason() === '' ? {} : { reason: reason() }) },
        }),
      )
      done(typeof response === 'object' && response !== null ? response : undefined)
    } finally {
      await refresh()
    }
  })
}
