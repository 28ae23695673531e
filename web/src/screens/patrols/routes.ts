import type { RouteRecordRaw } from 'vue-router'

const DESK = ['leader', 'bureau', 'grid'] as const
const READERS = [...DESK, 'enterprise'] as const

/** Grid patrols as the desk sees them: how they go, each visit, and the codes that are put up at the objects. */
export const patrolDeskRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/patrols',
    name: 'patrols',
    meta: { roles: DESK, speaks: ['bureau', 'patrol-desk', 'place'] },
    component: () => import('./overview/PatrolsScreen.vue'),
  },
  {
    path: '/patrols/visits',
    name: 'patrol-visits',
    meta: { roles: READERS, speaks: ['hazards', 'patrol-desk'] },
    component: () => import('./visits/VisitsScreen.vue'),
  },
  {
    path: '/patrols/visits/:enterpriseId/:id',
    name: 'patrol-visit',
    meta: { roles: READERS, speaks: ['evidence', 'patrol-desk', 'place'] },
    props: true,
    component: () => import('./visits/VisitScreen.vue'),
  },
  {
    path: '/patrols/codes',
    name: 'patrol-codes',
    meta: { roles: ['bureau'], speaks: ['patrol-desk'] },
    component: () => import('./codes/CodesScreen.vue'),
  },
]
