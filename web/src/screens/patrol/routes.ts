import type { RouteRecordRaw } from 'vue-router'
import { homeOf } from '../../navigation/places.ts'
import { useSession } from '../../session/session.ts'

const grid = { roles: ['grid'] as const }

/** Where the installed application begins: at everybody's own desk. */
const start: RouteRecordRaw = {
  path: '/start',
  name: 'start',
  component: () => import('../UnknownScreen.vue'),
  beforeEnter: () => {
    const { me } = useSession()
    return { name: me === null ? 'sign-in' : homeOf(me.role), replace: true }
  },
}

/** 网格巡查 on a telephone: what is due, a visit, and what is not sent yet. */
export const patrolRoutes: readonly RouteRecordRaw[] = [
  start,
  {
    path: '/patrol',
    name: 'patrol',
    meta: { ...grid, speaks: ['patrol', 'place'] },
    component: () => import('./PatrolScreen.vue'),
  },
  {
    path: '/patrol/unsent',
    name: 'patrol-unsent',
    meta: { ...grid, speaks: ['patrol'] },
    component: () => import('./unsent/UnsentScreen.vue'),
  },
  {
    path: '/patrol/:enterpriseId',
    name: 'patrol-at',
    meta: { ...grid, speaks: ['evidence', 'inspections', 'patrol'] },
    props: true,
    component: () => import('./visit/VisitScreen.vue'),
  },
]
