import { defineAsyncComponent, defineComponent, h, shallowRef, watch, type Component } from 'vue'
import type { RouteRecordSingleView } from 'vue-router'
import { isAway, lastAnswerAt, unheard } from '../../answers/reach.ts'
import { useSession } from '../../session/session.ts'

type Screen = () => Promise<{ default: Component }>

const isOfGrid = (): boolean => useSession().me?.role === 'grid'
/** Nobody answers, or the server was not there to say who this is. */
const isOut = (): boolean => isAway.value || useSession().offline

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
        let since = Date.now()
        const kept = shallowRef(isOfGrid() && isOut())
        watch(isOut, (gone) => {
          if (!gone) since = Date.now()
          kept.value = gone && isOfGrid() && (kept.value || lastAnswerAt() <= since)
        })
        return () => h(kept.value ? Away : Full, attrs)
      },
    }),
    // It is not entered before it is here, as any other; where it cannot come, what is kept stands in for it.
    beforeEnter: async () => {
      if (isOfGrid() && isOut()) return
      await full().catch((error: unknown) => {
        if (!isOfGrid()) throw error
        unheard()
      })
    },
  }
}
