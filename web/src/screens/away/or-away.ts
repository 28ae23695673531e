import { defineAsyncComponent, defineComponent, h, shallowRef, watch, type Component } from 'vue'
import type { RouteRecordSingleView } from 'vue-router'
import { lastAnswerAt, unheard } from '../../answers/reach.ts'
import { useOutbox } from '../../offline/outbox-store.ts'
import { useSession } from '../../session/session.ts'

type Screen = () => Promise<{ default: Component }>

const isOfGrid = (): boolean => useSession().me?.role === 'grid'

/**
 * A screen that shows people of the grid what their telephone keeps where the server is out of reach, and itself
 * otherwise. What it had read before the network went stays.
 */
export function orAway(
  full: Screen,
  away: Screen,
): Pick<RouteRecordSingleView, 'component' | 'beforeEnter'> {
  const Away = defineAsyncComponent(away)
  const Full = defineAsyncComponent({ loader: full, errorComponent: Away })
  return {
    component: defineComponent({
      inheritAttrs: false,
      setup(_props, { attrs }) {
        const outbox = useOutbox()
        let since = Date.now()
        const kept = shallowRef(isOfGrid() && outbox.away)
        watch(
          () => outbox.away,
          (gone) => {
            if (!gone) since = Date.now()
            kept.value = gone && isOfGrid() && (kept.value || lastAnswerAt() <= since)
          },
        )
        return () => h(kept.value ? Away : Full, attrs)
      },
    }),
    // It is not entered before it is here, as any other; where it cannot come, what is kept stands in for it.
    beforeEnter: async () => {
      if (isOfGrid() && useOutbox().away) return
      await full().catch((error: unknown) => {
        if (!isOfGrid()) throw error
        unheard()
      })
    },
  }
}
