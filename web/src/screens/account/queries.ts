import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { api } from '../../api.ts'
import type { Me } from '../../session/me.ts'

/** One's own open sessions, this one among them. */
export function useMySessions() {
  return useQuery({ key: ['me', 'sessions'], query: () => parseResponse(api.me.sessions.$get()) })
}

/** Names of the grids, the enterprise or the office somebody works for. */
export function useWorkplaces(me: Me) {
  return useQuery({
    key: ['me', 'workplaces', me.id],
    query: async (): Promise<readonly string[]> => {
      if (me.enterpriseId !== undefined)
        return [
          (await parseResponse(api.enterprises[':id'].$get({ param: { id: me.enterpriseId } })))
            .name,
        ]
      if (me.gridIds !== undefined) {
        const { features } = await parseResponse(api.grids.$get())
        return features.flatMap(({ properties }) =>
          me.gridIds?.includes(properties.id) === true
            ? [`${properties.townName} ${properties.name}`]
            : [],
        )
      }
      if (me.officeId !== undefined) {
        const { items } = await parseResponse(api.offices.$get())
        return items.flatMap(({ id, name }) => (id === me.officeId ? [name] : []))
      }
      return []
    },
  })
}
