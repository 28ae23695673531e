import type { RouteRecordRaw } from 'vue-router'

const READERS = ['leader', 'bureau'] as const
const SPOKEN = ['evidence', 'hazards', 'sign-offs'] as const

/** What waits for a leader's approval, and what was decided. */
export const signOffRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/sign-offs',
    name: 'sign-offs',
    meta: { roles: READERS, speaks: SPOKEN },
    component: () => import('./SignOffsScreen.vue'),
  },
  {
    path: '/sign-offs/:id',
    name: 'sign-off',
    meta: { roles: READERS, speaks: SPOKEN },
    props: true,
    component: () => import('./SignOffScreen.vue'),
  },
]
