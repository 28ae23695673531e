import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { api } from '../../../api.ts'
import type { TickerItem } from './ticker-item.ts'

const newest = () => parseResponse(api.hazards.$get({ query: { limit: '12' } }))

/** What was found last, so that a screen just opened does not begin empty. Keys are below those of what is heard. */
export function useRecent() {
  const { t } = useI18n()
  const { data } = useQuery({ key: ['hazards', 'newest'], query: newest })
  return computed<TickerItem[]>(() =>
    (data.value?.items ?? []).map(
      ({ id, enterpriseId, enterpriseName, reportedAt, grade, description }, index) => ({
        key: -1 - index,
        at: reportedAt,
        enterprise: `${enterpriseName} · ${description}`,
        text: t('command.ticker.newHazard'),
        target: { kind: 'hazard', enterpriseId, id },
        grave: grade === 'major',
      }),
    ),
  )
}
