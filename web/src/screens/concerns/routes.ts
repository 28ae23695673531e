import type { RouteRecordRaw } from 'vue-router'

const READERS = ['leader', 'bureau', 'grid'] as const

/** What the public reports, and what becomes of it. */
export const concernRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/concerns',
    name: 'concerns',
    meta: { roles: READERS, speaks: ['disclosure'] },
    component: () => import('./ConcernsScreen.vue'),
  },
  {
    path: '/concerns/:id',
    name: 'concern',
    meta: { roles: READERS, speaks: ['disclosure', 'hazards', 'place'] },
    props: true,
    component: () => import('./ConcernScreen.vue'),
  },
]
